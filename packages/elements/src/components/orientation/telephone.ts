import type { ReactiveElement } from 'lit';
import type { CallResult, Card, Structure } from '@sas-kit/client';
import { AsyncTask } from '../../controllers/async-task.ts';
import { bodies, calledOf, callable, overbookable, type Candidate } from './candidates.ts';
import type { OrientationClient } from './client.ts';
import type { OrientationFlow } from './flow.ts';

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
  readonly search: () => { readonly insee: string; readonly specialty: string };
}

/** Who is called, and what they said: a call that was accepted leads on. */
export class Telephone {
  /** The one who is being called. */
  chosen: Candidate | undefined;
  /** What each said. */
  readonly said = new Map<string, CallResult>();
  /** The chosen one's call that was accepted. */
  callId: string | undefined;
  /** Date and instant beside the slots. */
  date = '';
  start = '';
  busy = false;
  /** Code of the last failed call. */
  failed = '';
  readonly #host: ReactiveElement;
  readonly #door: TelephoneDoor;
  readonly #list: AsyncTask<[way: Way], readonly Candidate[]>;

  constructor(host: ReactiveElement, door: TelephoneDoor) {
    this.#host = host;
    this.#door = door;
    this.#list = new AsyncTask(host, (signal, way) => this.#read(way, signal));
  }

  get list(): readonly Candidate[] | undefined {
    return this.#list.value;
  }

  get status() {
    return this.#list.status;
  }

  /** Reads who can be called. */
  async open(way: Way): Promise<void> {
    this.#list.value = undefined;
    this.said.clear();
    this.choose(undefined);
    await this.#list.run(way);
    if (this.#list.status === 'failed') this.#door.report(this.#list.error);
  }

  choose(candidate: Candidate | undefined): void {
    this.chosen = candidate;
    this.callId = undefined;
    this.date = this.start = this.failed = '';
    this.#host.requestUpdate();
  }

  when(date: string, start = ''): void {
    this.date = date;
    this.start = start;
    this.#host.requestUpdate();
  }

  /** Notes what they said. */
  async note(result: CallResult): Promise<void> {
    const { chosen } = this;
    if (!chosen || this.busy) return;
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
      this.said.set(chosen.id, result);
      this.callId = result === 'accepted' ? call.id : undefined;
    } catch (error) {
      this.failed = this.#door.report(error);
    }
    this.busy = false;
    this.#host.requestUpdate();
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

  async #read(way: Way, signal: AbortSignal): Promise<readonly Candidate[]> {
    const { availability, structures } = this.#door.api();
    const { insee, specialty } = this.#door.search();
    const query = { insee, specialty, slotsPerCard: 1, limit: cards };
    const { items } = await availability.search(query, { signal });
    const found = items as readonly Card[];
    if (way === 'overbooking') return overbookable(found);
    const lists = await Promise.all(
      bodies.map((kind) => structures.list({ kind, limit: cards }, { signal })),
    );
    return callable(
      found,
      lists.flatMap((list): readonly Structure[] => list.items),
    );
  }
}
