/**
 * How the answer of a call came: its status, ETag and request id.
 *
 * @module
 */
/** How an answer came. */
export interface ResponseInfo {
  readonly status: number;
  /** `X-Request-Id`. */
  readonly requestId: string | null;
  /** Version of the resource, for `ifMatch`. */
  readonly etag: string | null;
  /** Key of a call that creates, the same on all its attempts. */
  readonly idempotencyKey: string | null;
  /** Requests sent. */
  readonly attempts: number;
}

const infos = /* @__PURE__ */ new WeakMap<object, ResponseInfo>();

/** Remembers how `result` came. */
export function rememberResponse(
  result: object,
  { status, headers }: Response,
  call: Pick<ResponseInfo, 'idempotencyKey' | 'attempts'>,
): void {
  const requestId = headers.get('x-request-id');
  infos.set(result, { status, requestId, etag: headers.get('etag'), ...call });
}

/**
 * How a result came. `undefined` for an object that no call of this client answered, a copy or a
 * member of a result included.
 *
 * @example
 * const rule = await client.rules.get(scheduleId, ruleId);
 * const ifMatch = responseInfo(rule)?.etag ?? '';
 * await client.rules.replace(scheduleId, ruleId, { ...changed }, { ifMatch });
 */
export function responseInfo(result: object): ResponseInfo | undefined {
  return infos.get(result);
}
