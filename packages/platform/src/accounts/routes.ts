import type { Database } from '../database/database.ts';
import { entityTag } from '../http/etag.ts';
import { created, type Handlers, ok } from '../http/handler.ts';
import { getAccount, listAccounts } from './account-reader.ts';
import { Accounts } from './accounts.ts';
import { Delegations } from './delegations.ts';

export function accountRoutes(
  database: Database,
  delegationDays: number,
): Handlers<
  | 'listAccounts'
  | 'createAccount'
  | 'getAccount'
  | 'updateAccount'
  | `${'create' | 'get' | 'accept' | 'refuse' | 'end'}Delegation`
  | 'listDelegations'
> {
  const accounts = new Accounts(database);
  const delegations = new Delegations(database, delegationDays);
  return {
    listAccounts: async ({ caller, query }) =>
      ok(await listAccounts(database, caller, { ...query, limit: query.limit ?? 20 })),
    createAccount: async ({ caller, body, header }) => {
      const { resource, version } = await accounts.create(caller, body, {
        scope: caller.scope,
        key: header['Idempotency-Key'],
        request: ['createAccount', body],
      });
      return created(`/v1/accounts/${resource.id}`, resource, { etag: entityTag(version) });
    },
    getAccount: async ({ caller, path }) => {
      const { resource, version } = await getAccount(database, caller, path.accountId);
      return ok(resource, { etag: entityTag(version) });
    },
    updateAccount: async ({ caller, path, body, header }) => {
      const changed = await accounts.update(caller, path.accountId, body, header['If-Match']);
      return ok(changed.resource, { etag: entityTag(changed.version) });
    },

    listDelegations: async ({ caller, query }) =>
      ok(await delegations.list(caller, { ...query, limit: query.limit ?? 20 })),
    createDelegation: async ({ caller, body, header }) => {
      const delegation = await delegations.ask(caller, body, {
        scope: caller.scope,
        key: header['Idempotency-Key'],
        request: ['createDelegation', body],
      });
      return created(`/v1/delegations/${delegation.id}`, delegation);
    },
    getDelegation: async ({ caller, path }) => ok(await delegations.get(caller, path.delegationId)),
    acceptDelegation: async ({ caller, path, body }) =>
      ok(await delegations.accept(caller, path.delegationId, body)),
    refuseDelegation: async ({ caller, path }) =>
      ok(await delegations.refuse(caller, path.delegationId)),
    endDelegation: async ({ caller, path }) => ok(await delegations.end(caller, path.delegationId)),
  };
}
