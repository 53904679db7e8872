import type { Database } from '../database/database.ts';
import { type Handlers, ok } from '../http/handler.ts';
import { listAudit, listSegments } from './reader.ts';
import { noteRead } from './trail.ts';

export function auditRoutes(database: Database): Handlers<'listAudit' | 'listAuditSegments'> {
  return {
    listAudit: async ({ query }) => {
      // Its first page stands for the whole reading: another entry a page would never let it end.
      if (query.cursor === undefined) await noteRead(database, 'audit', null);
      return ok(await listAudit(database, { ...query, limit: query.limit ?? 20 }));
    },
    listAuditSegments: async ({ query }) =>
      ok(await listSegments(database, { ...query, limit: query.limit ?? 20 })),
  };
}
