import type { RegulatorAccount, RegulatorStore } from '@sas-kit/connector';
import { isDuplicate, type Account, type AccountTable } from '../store/accounts.ts';

/** The practice's own accounts, as the connector keeps regulators in them (INT_R02). */
export function regulatorStore(accounts: AccountTable): RegulatorStore {
  return {
    find: ({ kind, value }) => accounts.holding(kind, value).map(toRegulator),
    save(regulators) {
      try {
        accounts.write(regulators.map(toAccount));
        return 'saved';
      } catch (error) {
        if (isDuplicate(error)) return 'duplicate';
        throw error;
      }
    },
  };
}

function toRegulator({ kind, value, ...account }: Account): RegulatorAccount {
  const known = kind === 'national' || kind === 'technical';
  return { ...account, identifier: known && value !== null ? { kind, value } : null };
}

function toAccount({ identifier, ...account }: RegulatorAccount): Account {
  return { ...account, kind: identifier?.kind ?? null, value: identifier?.value ?? null };
}
