import type { PublicCard, PublicSlot, Slot } from '@sas-kit/client';
import { codeOf } from '../../../base/base-element.ts';
import { clock } from '../../../base/clock.ts';

/** What a client does about leaving for an editor's page: of `client.appointments`. */
export interface DeparturesResource {
  leave(departure: { slotId: string }): Promise<{ readonly id: string }>;
  confirm(appointmentId: string): Promise<unknown>;
  cancel(appointmentId: string): Promise<unknown>;
}

/** Somebody left for an editor's page, and nobody has said what came of it. */
export interface Departure {
  readonly slot: PublicSlot | Slot;
  readonly card: PublicCard;
  /** Of the pending appointment; undefined until the platform knows of it. */
  readonly id?: string;
  readonly state: 'noting' | 'pending' | 'closing' | 'taken' | 'unknown';
  /** The editor has told nothing for so long that somebody should look. */
  readonly overdue?: boolean;
  /** When that will be, ms of the elements' clock. */
  readonly lateAt?: number;
}

/** After so long the platform raises an alarm as well. */
const overdueAfter = 10 * 60_000;

/** The resource of a client that has one: a page may give less than all of a client. */
export function departuresOf(client: object): DeparturesResource | undefined {
  const { appointments } = client as { appointments?: Partial<DeparturesResource> };
  const has = appointments?.leave && appointments.confirm && appointments.cancel;
  return has ? (appointments as DeparturesResource) : undefined;
}

/** What came of leaving; `undefined` where nobody waits for it. */
export type Left = 'pending' | 'taken' | 'unknown' | undefined;

/** What came of closing one. */
export type Closed = 'booked' | 'given-up' | 'closed-already' | 'not-closed';

/** Departures of this page, the latest last. */
export class Departures {
  list: readonly Departure[] = [];
  readonly #changed: (overdue: boolean) => void;
  readonly #alarms = new Map<string, () => void>();
  #resting = false;

  /** @param changed - told of each change, and whether it is that nothing was heard for too long */
  constructor(changed: (overdue: boolean) => void) {
    this.#changed = changed;
  }

  /** Notes that somebody opens an editor's page; once, who opens it again before that is noted. */
  async leave(
    resource: DeparturesResource,
    slot: PublicSlot | Slot,
    card: PublicCard,
  ): Promise<Left> {
    if (this.list.some((one) => one.slot.id === slot.id && one.state === 'noting')) return;
    this.forget(slot.id);
    this.#put([...this.list, { slot, card, state: 'noting' }]);
    try {
      const { id } = await resource.leave({ slotId: slot.id });
      const lateAt = clock.now() + overdueAfter;
      this.#become(slot.id, { id, state: 'pending', lateAt });
      if (!this.#resting) this.#arm(slot.id, lateAt);
      return 'pending';
    } catch (error) {
      const code = codeOf(error);
      if (code === 'forbidden') {
        this.forget(slot.id);
        return undefined;
      }
      const state = code === 'slot-taken' ? 'taken' : 'unknown';
      this.#become(slot.id, { state });
      return state;
    }
  }

  /** Tells the platform what came of one. */
  async close(
    resource: DeparturesResource,
    { id = '', slot }: Departure,
    booked: boolean,
  ): Promise<Closed> {
    this.#become(slot.id, { state: 'closing' });
    try {
      await (booked ? resource.confirm(id) : resource.cancel(id));
    } catch (error) {
      if (codeOf(error) !== 'invalid-transition') {
        this.#become(slot.id, { state: 'pending' });
        return 'not-closed';
      }
      this.forget(slot.id);
      return 'closed-already';
    }
    this.forget(slot.id);
    return booked ? 'booked' : 'given-up';
  }

  /** Nobody reads them: no alarm goes off until `wake`. */
  rest(): void {
    this.#resting = true;
    for (const { slot } of this.list) this.#disarm(slot.id);
  }

  /** They are read again: what has become late meanwhile is told now. */
  wake(): void {
    this.#resting = false;
    for (const { slot, lateAt, overdue } of this.list) {
      if (lateAt !== undefined && !overdue) this.#arm(slot.id, lateAt);
    }
  }

  forget(slotId: string): void {
    this.#disarm(slotId);
    this.#put(this.list.filter(({ slot }) => slot.id !== slotId));
  }

  #arm(slotId: string, lateAt: number): void {
    this.#disarm(slotId);
    const late = () => this.#become(slotId, { overdue: true });
    this.#alarms.set(slotId, clock.after(Math.max(0, lateAt - clock.now()), late));
  }

  #disarm(slotId: string): void {
    this.#alarms.get(slotId)?.();
    this.#alarms.delete(slotId);
  }

  #become(slotId: string, change: Partial<Departure>): void {
    const list = this.list.map((one) => (one.slot.id === slotId ? { ...one, ...change } : one));
    this.#put(list, change.overdue);
  }

  #put(list: readonly Departure[], overdue = false): void {
    this.list = list;
    this.#changed(overdue);
  }
}
