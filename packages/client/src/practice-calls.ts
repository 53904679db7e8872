/**
 * `client.practiceCalls`: what practices said on the telephone.
 *
 * @module
 */
import type { CallOptions, CreateOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { PracticeCall, PracticeCallRequest } from './types.ts';

/** Telephone calls to practices, as the person who made them notes their result. */
export interface PracticeCallsResource {
  /**
   * Notes the result of a call (`createPracticeCall`). One that was accepted lets its caller record an
   * overbooking, or a structure as recipient, within the hour.
   *
   * @throws ValidationError `unknown-location`
   */
  create(call: PracticeCallRequest, options?: CreateOptions): Promise<PracticeCall>;
  /** One of one's own calls (`getPracticeCall`). */
  get(callId: string, options?: CallOptions): Promise<PracticeCall>;
}

/** `client.practiceCalls` over a transport of one's own. */
export function practiceCallsResource({ request }: Transport): PracticeCallsResource {
  return {
    create: (body, options) => request('POST', '/v1/practice-calls', { ...options, body }),
    get: (callId, options) =>
      request('GET', '/v1/practice-calls/{callId}', { ...options, path: { callId } }),
  };
}
