import type { ErrorCode } from './contract.ts';
import type { FakeFault, FakeRequest } from './faults.ts';
import { Refusal } from './problem.ts';
import type { World } from './world.ts';

/** How a call ends on the wire. */
export interface Ending {
  /** `refused`: never sent; `lost`: sent, no answer; `hang`: sent, no answer ever; `cut`: half of one. */
  readonly kind: 'answered' | 'refused' | 'lost' | 'hang' | 'cut';
  /** For `answered` and `cut`. */
  readonly response?: Response;
}

const PROXY_PAGE = '<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>';

/** A slot of the call's body goes to somebody else. */
function takeFromUnder({ slots }: World, { body }: FakeRequest): void {
  const { slotId = '' } = (body ?? {}) as { slotId?: string };
  const slot = slots.get(slotId);
  if (!slot) return;
  slot.booked = slot.capacity;
  slot.version += 1;
}

function problem(code: ErrorCode, retryAfter?: number | string): Response {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  const response = new Refusal(code, undefined, { headers }).toResponse('fault');
  response.headers.set('x-request-id', 'fault');
  return response;
}

function answerOf(world: World, request: FakeRequest, fault: FakeFault, work: () => Response) {
  switch (fault.kind) {
    case 'taken':
      takeFromUnder(world, request);
      return work();
    case 'rate-limited':
      return problem('rate-limited', fault.retryAfter ?? 1);
    case 'unavailable':
      return problem('unavailable', fault.retryAfter);
    case 'problem':
      return problem(fault.code);
    case 'html':
      return new Response(PROXY_PAGE, {
        status: fault.status ?? 502,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'empty':
      return new Response('', { status: fault.status ?? 502 });
    default:
      return work();
  }
}

function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cut);
      resolve();
    }, ms);
    signal?.addEventListener('abort', cut, { once: true });
  });
}

/**
 * How a call ends, with the fault that is meant for it.
 *
 * @param work does what was asked; not called where nothing arrives.
 * @param waitMs milliseconds before the work.
 */
export async function endingOf(
  world: World,
  request: FakeRequest,
  fault: FakeFault | null,
  work: () => Response,
  waitMs: number,
  signal?: AbortSignal,
): Promise<Ending> {
  signal?.throwIfAborted();
  if (fault?.kind === 'refused') return { kind: 'refused' };
  if (waitMs > 0) await delay(waitMs, signal);
  if (fault === null) return { kind: 'answered', response: work() };
  if (fault.kind === 'hang') return { kind: 'hang' };
  const response = answerOf(world, request, fault, work);
  if (fault.kind === 'answer-lost') return { kind: 'lost' };
  return { kind: fault.kind === 'cut' ? 'cut' : 'answered', response };
}

/** What `fetch` of Node rejects with where a connection fails. */
function connectionError(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

/** The beginning of a body: the first part of a stream, or half of a text. */
async function beginningOf(response: Response): Promise<Uint8Array | undefined> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    await reader.cancel();
    return value;
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.subarray(0, bytes.length / 2);
}

/** An answer whose connection breaks in the middle of its body. */
export async function brokenOff(response: Response): Promise<Response> {
  const parts = [await beginningOf(response)];
  const body = new ReadableStream({
    pull(controller) {
      const part = parts.pop();
      if (part) controller.enqueue(part);
      else controller.error(connectionError('ECONNRESET'));
    },
  });
  return new Response(body, response);
}

/** A stream ends with the signal of whoever asked for it. */
function endedBy(signal: AbortSignal, response: Response): Response {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!isStream || !response.body) return response;
  return new Response(response.body.pipeThrough(new TransformStream(), { signal }), response);
}

/** What `fetch` makes of an ending. @throws {TypeError} where the connection fails. */
export async function deliver({ kind, response }: Ending, signal: AbortSignal): Promise<Response> {
  if (kind === 'refused') throw connectionError('ECONNREFUSED');
  if (kind === 'lost') throw connectionError('ECONNRESET');
  if (kind === 'cut' && response?.body) return brokenOff(response);
  if (response) return endedBy(signal, response);
  return new Promise((_resolve, reject) => {
    const cut = () => reject(signal.reason as Error);
    if (signal.aborted) return cut();
    signal.addEventListener('abort', cut, { once: true });
  });
}
