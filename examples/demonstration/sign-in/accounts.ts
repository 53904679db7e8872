import { type CallOptions, isConflict, type SasClient } from '@sas-kit/client';
import { PEOPLE } from './people.ts';

/** Makes the accounts of the fictional people, as an administrator does; those that stand stay as they are. */
export async function ensureAccounts(client: SasClient, options: CallOptions = {}): Promise<void> {
  for (const { nationalId, family, given, account } of PEOPLE) {
    if (account === undefined) continue;
    await client.accounts
      .create({ nationalId, family, given, ...account }, options)
      .catch((error) => {
        if (!isConflict(error)) throw error;
      });
  }
}
