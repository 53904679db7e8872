import type { ReactiveElement } from 'lit';
import type { CallResult, Card, Specialty, Structure } from '@sas-kit/client';
import type { AvailabilityQuery } from '@sas-kit/client/availability';
import { AsyncTask } from '../../controllers/async-task.ts';
import { bodies, calledOf, callable, overbookable, type Candidate } from './candidates.ts';
import type { OrientationClient } from './client.ts';
import type { OrientationFlow } from './flow.ts';
import type { View } from './view.ts';

/** Cards that are read to find who can be called. */
const cards = 100;

/** A way to a destination besides the slots of the search. */
export type Way = 'overbooking' | 'structures';

/** What telephone calls need of their element. */
export interface TelephoneDoor {
  readonly api: () => OrientationClient;
  readonly flow: OrientationFlow;
  readonly caseRef: () => string | undefined;
  readonly report: (error: unknown) => string;
  /** What the search on screen asks: place, specialty, radius. */
  readonly search: () => AvailabilityQuery;
  readonly say?: (text: (strings: View['strings']) => string) => void;
}

/** Who can be called, and what for. */
export interface Callable {
  readonly candidates: readonly Candidate[];
  /** Of the specialty; none where it is not known. */
  readonly specialty: Specialty | undefined;
  readonly place: string | null;
  readonly radiusKm: number;
}

/** What one said, and the call to go on with where they accepted. */
interface Said {
  readonly result: CallResult;
  readonly callId: string | undefined;
}

/** Of a search, what says where and for what: no slot is looked for, neither its time nor its form. */
const wanted = (query: AvailabilityQuery): AvailabilityQuery =>
  Object.fromEntries(Object.entries(query).filter(([name]) => kept.includes(name)));

const kept = ['insee', 'department', 'lat', 'lon', 'q', 'radiusKm', 'specialty'];

/** Who is called, and what they said: a call that was accepted leads on. */
export class Telephone {
  /** The one who is being called. */
  chosen: Candidate | undefined;
  /** Date and instant beside the slots. */
  date = '';
  start = '';
  busy = false;
  /** Code of the last failed call. */
  failed = '';
  readonly #host: ReactiveElement;
  readonly #door: TelephoneDoor;
  readonly #list: AsyncTask<[way: Way], Callable>;
  /** What each said of this case: another case has calls of its own. */
  #said = new Map<string, Said>();

  constructor(host: ReactiveElement, door: TelephoneDoor) {
    this.#host = host;
    this.#door = door;
    this.#list = new AsyncTask(host, (signal, way) => this.#read(way, signal));
  }

  get list(): Callable | undefined {
    return this.#list.value;
  }

  /** What somebody said. */
  said(id: string): CallResult | undefined {
    return this.#said.get(id)?.result;
  }

  /** The chosen one's call that was accepted. */
  get callId(): string | undefined {
    return this.chosen && this.#said.get(this.chosen.id)?.callId;
  }

  get status() {
    return this.#list.status;
  }

  /** Reads who can be called. */
  async open(way: Way): Promise<void> {
    this.#list.value = undefined;
    this.choose(undefined);
    await this.#list.run(way);
    if (this.#list.status === 'failed') this.#door.report(this.#list.error);
  }

  choose(candidate: Candidate | undefined): void {
    this.chosen = candidate;
    this.date = this.start = this.failed = '';
    this.#host.requestUpdate();
  }

  when(date: string, start = ''): void {
    this.date = date;
    this.start = start;
    this.#host.requestUpdate();
  }

  /** Another case: nobody was called for it. */
  forget(): void {
    this.#said = new Map();
    this.choose(undefined);
  }

  /** Notes what they said. Who accepted is not noted a second time. */
  async note(result: CallResult): Promise<void> {
    const { chosen } = this;
    const said = this.#said;
    if (!chosen || this.busy) return;
    if (result === 'accepted' && this.callId !== undefined) return;
    this.busy = true;
    this.failed = '';
    this.#host.requestUpdate();
    const caseRef = this.#door.caseRef();
    try {
      const call = await this.#door.api().practiceCalls.create({
        ...calledOf(chosen),
        purpose: chosen.purpose,
        result,
        ...(caseRef !== undefined && { caseRef }),
      });
      said.set(chosen.id, { result, callId: result === 'accepted' ? call.id : undefined });
      this.#door.say?.(({ callNoted }) => callNoted);
    } catch (error) {
      const code = this.#door.report(error);
      // Whoever was chosen meanwhile has not been called.
      if (this.chosen?.id === chosen.id) this.failed = code;
      this.#door.say?.(({ callNotNoted }) => callNotNoted);
    }
    this.busy = false;
    this.#host.requestUpdate();
    if (this.callId === undefined || this.chosen?.kind !== 'overbooking') return;
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('#beside-date')?.focus();
  }

  /** On to the recap, once they accepted and, beside the slots, a time is chosen. */
  async next(): Promise<void> {
    const { chosen: candidate, callId, start } = this;
    if (!candidate || callId === undefined) return;
    if (candidate.kind === 'structure') {
      await this.#door.flow.aim({ kind: 'recipient', candidate, callId });
    } else if (start !== '') {
      await this.#door.flow.aim({ kind: 'overbooking', candidate, start, callId });
    }
  }

  async #read(way: Way, signal: AbortSignal): Promise<Callable> {
    const { availability, specialties } = this.#door.api();
    const query = { ...wanted(this.#door.search()), slotsPerCard: 1, limit: cards };
    const [{ items, place, radiusKm }, known] = await Promise.all([
      availability.search(query, { signal }),
      specialties.search({}, { signal }).catch(() => ({ items: [] })),
    ]);
    const found = items as readonly Card[];
    return {
      candidates: way === 'overbooking' ? overbookable(found) : await this.#bodies(found, signal),
      specialty: known.items.find(({ code }) => code === query.specialty),
      place: place.label,
      radiusKm,
    };
  }

  async #bodies(found: readonly Card[], signal: AbortSignal): Promise<readonly Candidate[]> {
    const { structures } = this.#door.api();
    const lists = await Promise.all(
      bodies.map((kind) => structures.list({ kind, limit: cards }, { signal })),
    );
    return callable(
      found,
      lists.flatMap((list): readonly Structure[] => list.items),
    );
  }
}
