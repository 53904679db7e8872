/**
 * `client.editors`: vendors that the platform is connected to, and how each of them stands.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions, EditOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type {
  Editor,
  EditorCheck,
  EditorPage,
  EditorRequest,
  EditorUpdate,
  ServedChange,
  ServedPage,
  ServedRequest,
} from './types.ts';

/** Query of `GET /v1/editors`. */
export type EditorQuery = Query<'GET', '/v1/editors'>;

/** Query of `GET /v1/editors/{editorId}/serves`. */
export type ServedQuery = Query<'GET', '/v1/editors/{editorId}/serves'>;

/**
 * Vendors that the platform asks for slots. Whoever works with slots reads how they stand; all else
 * needs `administrator`.
 */
export interface EditorsResource {
  /** A page of vendors, by their id (`listEditors`). Only an administrator gets more than their state. */
  list(query?: EditorQuery, options?: CallOptions): Promise<EditorPage>;
  /**
   * Connects a vendor (`createEditor`). It is asked as soon as `replaceServed` says for whom.
   *
   * @throws ConflictError `editor-exists`
   * @throws ValidationError `address-refused`, `certificate-unknown`
   */
  create(editor: EditorRequest, options?: CreateOptions): Promise<Editor>;
  /** One vendor (`getEditor`). `responseInfo` of it holds the `etag`. */
  get(editorId: string, options?: CallOptions): Promise<Editor>;
  /**
   * Changes a vendor (`updateEditor`). One that is not `enabled` is not asked.
   *
   * @throws PreconditionError when it changed since it was read
   * @throws ValidationError `address-refused`, `certificate-unknown`
   */
  update(editorId: string, changes: EditorUpdate, options: EditOptions): Promise<Editor>;
  /**
   * Ends the connection to a vendor, with its slots (`deleteEditor`).
   *
   * @throws PreconditionError when it changed since it was read
   */
  remove(editorId: string, options: EditOptions): Promise<void>;
  /** A page of those whom a vendor answers for, by their national ids (`listServed`). */
  served(editorId: string, query?: ServedQuery, options?: CallOptions): Promise<ServedPage>;
  /** Says whom a vendor answers for (`replaceServed`). Who is left out is no longer asked about. */
  replaceServed(
    editorId: string,
    served: ServedRequest,
    options?: CallOptions,
  ): Promise<ServedChange>;
  /** Asks a vendor now, and says what is wrong (`checkEditor`). May last as long as its deadline, twice. */
  check(editorId: string, options?: CallOptions): Promise<EditorCheck>;
}

/** `client.editors` over a transport of one's own. */
export function editorsResource({ request }: Transport): EditorsResource {
  const one = '/v1/editors/{editorId}' as const;
  return {
    list: (query, options) => request('GET', '/v1/editors', { ...options, query }),
    create: (body, options) => request('POST', '/v1/editors', { ...options, body }),
    get: (editorId, options) => request('GET', one, { ...options, path: { editorId } }),
    update: (editorId, body, options) =>
      request('PATCH', one, { ...options, path: { editorId }, body }),
    remove: (editorId, options) => request('DELETE', one, { ...options, path: { editorId } }),
    served: (editorId, query, options) =>
      request('GET', `${one}/serves`, { ...options, path: { editorId }, query }),
    replaceServed: (editorId, body, options) =>
      request('PUT', `${one}/serves`, { ...options, path: { editorId }, body }),
    check: (editorId, options) =>
      request('POST', `${one}/check`, { ...options, path: { editorId } }),
  };
}
