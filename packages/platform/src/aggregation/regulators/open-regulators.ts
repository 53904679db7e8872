import type { Database } from '../../database/database.ts';
import { type Handlers, ok } from '../../http/handler.ts';
import type { OutboxKinds } from '../../outbox/kind.ts';
import type { Asking } from '../asking/asking.ts';
import { listAccountEditors } from './account-editors.ts';
import { ACCOUNT_KIND, REGULATOR_KIND } from './editor-account.ts';
import { lookKind } from './look.ts';
import { sendKind } from './send.ts';

/** Regulators' accounts at editors: what is delivered, and how it stands. */
export function openRegulators(
  database: Database,
  asking: Pick<Asking, 'put'>,
): { kinds: OutboxKinds; routes: Handlers<'listAccountEditors'> } {
  return {
    kinds: {
      [ACCOUNT_KIND]: lookKind(database),
      [REGULATOR_KIND]: sendKind(database, asking),
    },
    routes: {
      listAccountEditors: async ({ caller, path }) =>
        ok({ items: await listAccountEditors(database, caller, path.accountId), next: null }),
    },
  };
}
