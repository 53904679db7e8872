import { clock } from '../../base/clock.ts';
import { civilTime } from '../../format/civil.ts';
import type { Area, NamedArea } from './areas.ts';
import { faultOf, fitting, periodOf, type Period, type Preset, type Step } from './period.ts';
import type { FigureQuery } from './statistics-client.ts';

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
  monthsOnly = false;
  area: NamedArea | undefined;
  preset: Preset | 'custom' = 'last-30-days';
  period: Period = { from: '', to: '', step: 'day' };
  /** Days that are being written. */
  draft = { from: '', to: '' };
  fault: ReturnType<typeof faultOf>;

  /** Takes what the page asks for. An area that it names is always offered: the platform judges. */
  adopt(asked: AskedFor): void {
    const kind = kinds.find((each) => asked[each] !== '');
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
      this.choosePreset(this.monthsOnly ? 'last-12-months' : 'last-30-days');
      if (asked.step !== '') this.chooseStep(asked.step);
    }
  }

  chooseArea(name: string): void {
    this.area = this.areas.find((area) => valueOf(area) === name) ?? this.area;
    if (this.preset !== 'custom') this.choosePreset(this.preset);
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
    return this.area && { [this.area.kind]: this.area.id, ...this.period };
  }

  #find({ kind, id }: Area): NamedArea | undefined {
    return this.areas.find((area) => area.kind === kind && area.id === id);
  }

  #take(period: Period): void {
    this.period = fitting(period, this.monthsOnly);
    this.draft = { from: this.period.from, to: this.period.to };
    this.fault = undefined;
  }
}

/** An area as the value of an option. */
export const valueOf = ({ kind, id }: Area): string => `${kind} ${id}`;
