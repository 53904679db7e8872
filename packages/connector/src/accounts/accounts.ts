import { type Regulator, type RegulatorId, writeRegulator } from '@sas-kit/fhir';
import { withDeadline } from '../deadline.ts';
import type { Answer } from '../http/answer.ts';
import { refuse } from '../http/refusal.ts';
import type { Settings } from '../options.ts';
import type { RegulatorAccount, RegulatorStore } from './account.ts';
import { isSame } from './account.ts';
import { decideCreation, decideUpdate, type Decision } from './decide.ts';
import { Serial } from '../serial.ts';

/** Regulators' accounts over the vendor's store (INT_R02). */
export class Accounts {
  readonly #store: RegulatorStore;
  readonly #settings: Settings;
  /** Two requests for one identifier must not both find it free. */
  readonly #serial = new Serial();

  constructor(store: RegulatorStore, settings: Settings) {
    this.#store = store;
    this.#settings = settings;
  }

  /** `POST /Practitioner`. The id that the body carries is not looked at. */
  create(wanted: Regulator): Promise<Answer> {
    return this.#decide(async () =>
      decideCreation(wanted, await this.#store.find(wanted.identifier), crypto.randomUUID()),
    );
  }

  /** `PUT /Practitioner?identifier=`. */
  update(criterion: RegulatorId, wanted: Regulator): Promise<Answer> {
    return this.#decide(async () => {
      const found = await this.#store.find(criterion);
      const holders = isSame(wanted.identifier, criterion)
        ? found
        : await this.#store.find(wanted.identifier);
      return decideUpdate(wanted, found, holders, crypto.randomUUID());
    });
  }

  async #decide(decide: () => Promise<Decision>): Promise<Answer> {
    const decision = await this.#serial.run(async () => {
      try {
        return await withDeadline(this.#settings.deadlineMs, async () => {
          const decided = await decide();
          if (decided.kind === 'duplicate' || decided.kind === 'several') return decided;
          const saved = await this.#store.save([...decided.released, decided.account]);
          return saved === 'duplicate' ? { kind: saved } : decided;
        });
      } catch (error) {
        this.#settings.onError(error, 'account');
        throw refuse.failedAccounts();
      }
    });
    if (decision.kind === 'duplicate') throw refuse.duplicateAccount();
    if (decision.kind === 'several') throw refuse.severalAccounts();
    return this.#answer(decision.kind === 'created' ? 201 : 200, decision.account);
  }

  #answer(status: number, account: RegulatorAccount): Answer {
    const { identifier, ...rest } = account;
    const { resource } =
      identifier === null ? { resource: null } : writeRegulator({ ...rest, identifier });
    return {
      status,
      body: JSON.stringify({ resourceType: 'Practitioner', id: account.id, ...resource }),
      headers: { Location: `${this.#settings.baseUrl}/Practitioner/${account.id}` },
    };
  }
}
