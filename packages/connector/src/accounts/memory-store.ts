import type { RegulatorId } from '@sas-kit/fhir';
import { isSame, type RegulatorAccount, type RegulatorStore } from './account.ts';

/** Accounts in memory, for tests and trials. */
export class MemoryRegulators implements RegulatorStore {
  readonly #accounts = new Map<string, RegulatorAccount>();

  /** All accounts, in the order of their creation. */
  get all(): readonly RegulatorAccount[] {
    return [...this.#accounts.values()];
  }

  find(identifier: RegulatorId): RegulatorAccount[] {
    return this.all.filter((account) => isSame(account.identifier, identifier));
  }

  save(accounts: readonly RegulatorAccount[]): 'saved' | 'duplicate' {
    const after = new Map(this.#accounts);
    for (const account of accounts) after.set(account.id, account);
    for (const account of accounts) {
      const holders = [...after.values()].filter(
        (each) =>
          each.active &&
          account.active &&
          account.identifier !== null &&
          isSame(each.identifier, account.identifier),
      );
      if (holders.length > 1) return 'duplicate';
    }
    for (const account of accounts) this.#accounts.set(account.id, account);
    return 'saved';
  }
}
