import { AsyncLocalStorage } from 'node:async_hooks';
import { type AgendaSource, type Connector, createConnector, type Offer } from '@sas-kit/connector';
import { listEditors } from '../aggregation/editors/editors.ts';
import type { Database } from '../database/database.ts';
import type { Caller } from '../identity/caller.ts';
import { communitiesOf, type FreeSlotQuery, freeSlotsOf } from '../publishing/free-slots.ts';
import { toOffer } from './offer.ts';

/** Most slots of one answer, the earliest first. */
const MOST_SLOTS = 3_000;

/** One search, on its way through the connector. */
interface Asked {
  caller: Caller;
  /** What its agenda threw. */
  failure: unknown;
}

/** The platform's own agenda, answered as a vendor answers (INT_R01, INT_R04, SOS): by the connector. */
export class OwnAgenda {
  readonly #database: Database;
  readonly #home: () => string;
  readonly #asked = new AsyncLocalStorage<Asked>();
  #connector: Connector | null = null;

  /** @param home public address of the platform, known once it listens. */
  constructor(database: Database, home: () => string) {
    this.#database = database;
    this.#home = home;
  }

  /**
   * Answers a search, of slots that the caller may know of.
   *
   * @param target resource and query as they were sent.
   * @returns the answer, and what failed on the way to it.
   */
  async answer(
    caller: Caller,
    target: string,
    headers: Headers,
  ): Promise<{ response: Response; failure: unknown }> {
    this.#connector ??= createConnector({
      agenda: this.#source(),
      baseUrl: `${this.#home()}/fhir`,
      maxSlots: MOST_SLOTS,
      onError: (error) => {
        const asked = this.#asked.getStore();
        if (asked !== undefined) asked.failure = error;
      },
    });
    const { handle } = this.#connector;
    const request = new Request(`${this.#home()}/fhir/${target}`, { headers });
    const asked: Asked = { caller, failure: null };
    const response = await this.#asked.run(asked, () => handle(request));
    return { response, failure: asked.failure };
  }

  #source(): AgendaSource {
    return {
      slotsOf: ({ practitioners, from, to }) =>
        this.#offer({ owners: { practitioners }, from, to }),
      slotsOfAssociations: ({ sirets, from, to }) => {
        const associations = sirets.map((siret) => `3${siret}`);
        return this.#offer({ owners: { associations }, from, to });
      },
    };
  }

  async #offer(query: Pick<FreeSlotQuery, 'owners' | 'from' | 'to'>): Promise<Offer> {
    const asked = this.#asked.getStore();
    if (asked === undefined) throw new Error('the agenda was asked by nobody');
    const editors = await listEditors(this.#database);
    const slots = await freeSlotsOf(this.#database, asked.caller, {
      ...query,
      exceptEditors: editors.filter(({ enabled }) => enabled).map(({ id }) => id),
      limit: MOST_SLOTS + 1,
    });
    const ids = [...new Set(slots.flatMap(({ communities }) => communities))];
    const communities = ids.length === 0 ? [] : await communitiesOf(this.#database, ids);
    return toOffer(slots, communities, this.#home());
  }
}
