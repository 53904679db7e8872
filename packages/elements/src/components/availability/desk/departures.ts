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
}

/** After so long the platform raises an alarm as well. */
const overdueAfter = 10 * 60_000;

/** The resource of a client that has one: a page may give less than all of a client. */
export function departuresOf(client: object): DeparturesResource | undefined {
  const { appointments } = client as { appointments?: Partial<DeparturesResource> };
  const has = appointments?.leave && appointments.confirm && appointments.cancel;
  return has ? (appointments as DeparturesResource) : undefined;
}

/** What came of closing one. */
export type Closed = 'booked' | 'given-up' | 'closed-already' | 'not-closed';

/** Departures of this page, the latest last. */
export class Departures {
  list: readonly Departure[] = [];
  readonly #changed: (overdue: boolean) => void;
  readonly #alarms = new Map<string, () => void>();

  /** @param changed - told of each change, and whether it is that nothing was heard for too long */
  constructor(changed: (overdue: boolean) => void) {
    this.#changed = changed;
  }

  /** Notes that somebody opens an editor's page. Answers the code of what failed. */
  async leave(
    resource: DeparturesResource,
    slot: PublicSlot | Slot,
    card: PublicCard,
  ): Promise<string | undefined> {
    this.forget(slot.id);
    this.#put([...this.list, { slot, card, state: 'noting' }]);
    try {
      const { id } = await resource.leave({ slotId: slot.id });
      this.#become(slot.id, { id, state: 'pending' });
      const late = clock.after(overdueAfter, () => this.#become(slot.id, { overdue: true }));
      this.#alarms.set(slot.id, late);
      return undefined;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'forbidden') this.forget(slot.id);
      else this.#become(slot.id, { state: code === 'slot-taken' ? 'taken' : 'unknown' });
      return code;
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

  forget(slotId: string): void {
    this.#alarms.get(slotId)?.();
    this.#alarms.delete(slotId);
    this.#put(this.list.filter(({ slot }) => slot.id !== slotId));
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
