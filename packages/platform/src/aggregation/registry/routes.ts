import type { Database } from '../../database/database.ts';
import { entityTag, type Versioned } from '../../http/etag.ts';
import { created, type Handlers, noContent, ok } from '../../http/handler.ts';
import type { Asking } from '../asking/asking.ts';
import { checkEditor } from './check-editor.ts';
import type { Editors } from './registry.ts';

const tagged = ({ version }: Versioned<unknown>) => ({ etag: entityTag(version) });

export function editorRoutes(
  database: Database,
  editors: Editors,
  asking: Asking,
): Handlers<
  | 'listEditors'
  | 'createEditor'
  | 'getEditor'
  | 'updateEditor'
  | 'deleteEditor'
  | 'listServed'
  | 'replaceServed'
  | 'checkEditor'
> {
  return {
    listEditors: async ({ caller, query }) =>
      ok(await editors.list(caller, { ...query, limit: query.limit ?? 20 })),
    createEditor: async ({ caller, body, header }) => {
      const made = await editors.create(caller, body, {
        scope: caller.scope,
        key: header['Idempotency-Key'],
        request: ['createEditor', body],
      });
      return created(`/v1/editors/${made.resource.id}`, made.resource, tagged(made));
    },
    getEditor: async ({ caller, path }) => {
      const editor = await editors.get(caller, path.editorId);
      return ok(editor.resource, tagged(editor));
    },
    updateEditor: async ({ caller, path, body, header }) => {
      const editor = await editors.update(caller, path.editorId, body, header['If-Match']);
      return ok(editor.resource, tagged(editor));
    },
    deleteEditor: async ({ path, header }) => {
      await editors.remove(path.editorId, header['If-Match']);
      return noContent();
    },
    listServed: async ({ path, query }) =>
      ok(await editors.served(path.editorId, { ...query, limit: query.limit ?? 20 })),
    replaceServed: async ({ path, body }) => ok(await editors.replaceServed(path.editorId, body)),
    checkEditor: async ({ path }) =>
      ok(await checkEditor(database, asking, await editors.existing(path.editorId))),
  };
}
