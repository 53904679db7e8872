/**
 * People and their roles, for administrators.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions, EditOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type {
  Account,
  AccountEditorPage,
  AccountPage,
  AccountRequest,
  AccountUpdate,
} from './types.ts';

/** Query of `GET /v1/accounts`. */
export type AccountQuery = Query<'GET', '/v1/accounts'>;

/** People and their roles. */
export interface AccountsResource {
  /** A page of the accounts of the caller's territories, by name (`listAccounts`). */
  list(query?: AccountQuery, options?: CallOptions): Promise<AccountPage>;
  /**
   * Gives a person roles before it first signs in (`createAccount`).
   *
   * @throws ConflictError `account-exists`
   * @throws PermissionError `role-not-grantable`
   * @throws ValidationError `territory-required`, `structure-required`, `sole-role`
   */
  create(account: AccountRequest, options?: CreateOptions): Promise<Account>;
  /** One account (`getAccount`). `responseInfo` of it holds the `etag`. */
  get(accountId: string, options?: CallOptions): Promise<Account>;
  /**
   * Changes roles, structures, e-mail address or status; it holds at the person's next call (`updateAccount`).
   *
   * @throws PreconditionError when it changed since it was read
   */
  update(accountId: string, changes: AccountUpdate, options: EditOptions): Promise<Account>;
  /** How a regulator's account stands with each connected vendor (`listAccountEditors`). */
  editors(accountId: string, options?: CallOptions): Promise<AccountEditorPage>;
}

/** `client.accounts` over a transport of one's own. */
export function accountsResource({ request }: Transport): AccountsResource {
  const one = '/v1/accounts/{accountId}' as const;
  return {
    list: (query, options) => request('GET', '/v1/accounts', { ...options, query }),
    create: (body, options) => request('POST', '/v1/accounts', { ...options, body }),
    get: (accountId, options) => request('GET', one, { ...options, path: { accountId } }),
    update: (accountId, body, options) =>
      request('PATCH', one, { ...options, path: { accountId }, body }),
    editors: (accountId, options) =>
      request('GET', `${one}/editors`, { ...options, path: { accountId } }),
  };
}
