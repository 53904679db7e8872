import type { Database } from '../database/database.ts';
import { contract } from '../http/contract.ts';
import { type Handlers, ok } from '../http/handler.ts';
import { ProblemError } from '../http/problem.ts';
import { pageHeaders } from '../http/security-headers.ts';
import { docsPage } from './docs-page.ts';

/** Health, contract and its page. */
export function operationRoutes(
  database: Database,
): Handlers<'getHealth' | 'getReadiness' | 'getContract' | 'getDocs'> {
  const page = docsPage();
  return {
    getHealth: async () => ok({ status: 'ok' as const }),
    getReadiness: async () => {
      await database.now().catch(() => {
        throw new ProblemError('unavailable', 'The database does not answer.');
      });
      return ok({ status: 'ok' as const });
    },
    getContract: async () => ok(contract as object as Record<string, never>),
    // The page is complete in itself: it may load and run nothing.
    getDocs: async () =>
      ok(page.html as never, pageHeaders({ 'style-src': `'${page.styleHash}'` })),
  };
}
