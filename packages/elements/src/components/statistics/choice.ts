import { clock } from '../../base/clock.ts';
import { civilTime } from '../../format/civil.ts';
import type { Area, NamedArea } from './areas.ts';
import {
  faultOf,
  fitting,
  periodOf,
  presets,
  stepsOf,
  type Period,
  type Preset,
  type Step,
} from './period.ts';
import { type FigureQuery, withoutHours } from './statistics-client.ts';

/** What the page asks for by its properties; empty where it leaves the choice to the reader. */
export interface AskedFor {
  territory: string;
  department: string;
  region: string;
  from: string;
  to: string;
  step: Step | '';
}

const kinds = ['territory', 'department', 'region'] as const;

/** Whose figures of which days are shown: as the page says, until the reader chooses others. */
export class Choice {
  areas: readonly NamedArea[] = [];
  /** Whether the reader may see figures of places, and of these whole months alone. */
  places = { read: true, monthsOnly: false };
  area: NamedArea | undefined;
  preset: Preset | 'custom' = 'last-30-days';
  period: Period = { from: '', to: '', step: 'day' };
  /** Days that are being written. */
  draft = { from: '', to: '' };
  fault: ReturnType<typeof faultOf>;

  /** Whether whole months alone are told: one's own agendas are told whole. */
  get monthsOnly(): boolean {
    return this.places.monthsOnly && !this.#own;
  }

  /**
   * Takes what the page asks for. An area that it names is always offered to whoever reads of places: the
   * platform judges. Others see their own agendas, whatever the page names.
   */
  adopt(asked: AskedFor): void {
    const kind = this.places.read ? kinds.find((each) => asked[each] !== '') : undefined;
    if (kind !== undefined && !this.#find({ kind, id: asked[kind] })) {
      const id = asked[kind];
      this.areas = [...this.areas, { kind, id, name: id, timeZone: clock.zone() }];
    }
    this.area =
      (kind === undefined ? undefined : this.#find({ kind, id: asked[kind] })) ??
      this.area ??
      this.areas[0];
    if (faultOf(asked.from, asked.to) === undefined) {
      this.preset = 'custom';
      const { from, to } = asked;
      this.#take({ from, to, step: asked.step || 'day' });
    } else {
      this.choosePreset(this.#usual);
      if (asked.step !== '') this.chooseStep(asked.step);
    }
  }

  /** The days stay where they are told of that area, too. */
  chooseArea(name: string): void {
    this.area = this.areas.find((area) => valueOf(area) === name) ?? this.area;
    if (this.preset === 'custom') this.#take(this.period);
    else this.choosePreset(this.offered.includes(this.preset) ? this.preset : this.#usual);
  }

  /** The periods of the area that is chosen. */
  get offered(): readonly Preset[] {
    return this.monthsOnly ? presets.slice(-2) : presets;
  }

  /** Steps of the area and days that are chosen: agendas have none of an hour. */
  get steps(): readonly Step[] {
    const steps = stepsOf(this.period, this.monthsOnly);
    return this.#own ? steps.filter((step) => step !== 'hour') : steps;
  }

  /** `custom` shows the fields of dates, and asks for nothing yet. */
  choosePreset(preset: Preset | 'custom'): void {
    this.preset = preset;
    if (preset === 'custom') return;
    const zone = this.area?.timeZone || clock.zone();
    this.#take(periodOf(preset, civilTime(clock.today(), zone).date));
  }

  /** Takes the days that were written, where they are days. */
  chooseDates(): boolean {
    const { from, to } = this.draft;
    this.fault = faultOf(from, to);
    if (this.fault === undefined) this.#take({ from, to, step: this.period.step });
    return this.fault === undefined;
  }

  chooseStep(step: Step): void {
    this.#take({ ...this.period, step });
  }

  /** What is asked of the platform; undefined where there is no area. */
  get query(): FigureQuery | undefined {
    if (this.#own) return this.period;
    return this.area && { [this.area.kind]: this.area.id, ...this.period };
  }

  get #own(): boolean {
    return this.area?.kind === 'own';
  }

  get #usual(): Preset {
    if (this.#own) return 'last-4-weeks';
    return this.monthsOnly ? 'last-12-months' : 'last-30-days';
  }

  #find({ kind, id }: Area): NamedArea | undefined {
    return this.areas.find((area) => area.kind === kind && area.id === id);
  }

  #take(period: Period): void {
    this.period = fitting(this.#own ? withoutHours(period) : period, this.monthsOnly);
    this.draft = { from: this.period.from, to: this.period.to };
    this.fault = undefined;
  }
}

/** An area as the value of an option. */
export const valueOf = ({ kind, id }: Area): string => `${kind} ${id}`;
