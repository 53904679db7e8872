import type { RegulatorId } from '@sas-kit/fhir';

/** A regulator's account with the vendor (INT_R02). */
export interface RegulatorAccount {
  /** Given by the connector, a UUID: the id of the Practitioner in `Location`. */
  readonly id: string;
  /** null once another account has taken it over from this one, which was disabled. */
  readonly identifier: RegulatorId | null;
  readonly active: boolean;
  readonly family: string;
  readonly given: string;
  /** Not unique, and not to be confirmed by a message (guide, INT_R02). */
  readonly email: string;
}

/**
 * Where the vendor keeps regulators' accounts. It opens no session by itself: a generated password, the
 * vendor's terms at first login, rights of a regulator only on arrival from SAS (`single-sign-on`).
 */
export interface RegulatorStore {
  /** Every account that has this identifier, active or not. */
  find(identifier: RegulatorId): Promise<readonly RegulatorAccount[]> | readonly RegulatorAccount[];
  /**
   * Stores these accounts, all or none, each new or in place of the one with the same `id`. Answers
   * `duplicate` where the database holds an active account with the identifier of an active one here:
   * a unique index on (identifier) where active keeps that true when several servers run.
   */
  save(
    accounts: readonly RegulatorAccount[],
  ): Promise<'saved' | 'duplicate'> | 'saved' | 'duplicate';
}

/** Whether two identifiers are one: same kind, same value. */
export function isSame(one: RegulatorId | null, other: RegulatorId): boolean {
  return one !== null && one.kind === other.kind && one.value === other.value;
}
