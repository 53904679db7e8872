import { WebhookVerificationError } from './errors.ts';
import { readEvent, type SasWebhookEvent } from './event.ts';
import { fromBase64, importSecret, signedContent } from './signature.ts';

/** Headers of a request: of fetch, or as Node has them. */
export type ReceivedHeaders =
  Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** How an event is checked. */
export interface VerifyOptions {
  /** Seconds that the clocks may differ, and that a request may be on its way. Default 300. */
  readonly toleranceSeconds?: number;
  /** This machine's clock, ms since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

const defaultTolerance = 300;

/** Nobody sends more signatures in good faith: one a secret, while one is rotated. */
const mostSignatures = 10;

/**
 * Checks the signature and the time of an event, and reads it. Give the body as it arrived, before
 * anything parsed it.
 *
 * @param rawBody - text or bytes
 * @param secrets - `whsec_…`; while one is rotated, the new and the old one
 * @example
 * const event = await verifyWebhook(await request.text(), request.headers, secret);
 * if (event.type === 'appointment.booked') await noteBooking(event.data.appointment);
 * @throws WebhookVerificationError its `code` and message tell the usual mistake
 */
export async function verifyWebhook(
  rawBody: string | Uint8Array | ArrayBuffer,
  headers: ReceivedHeaders,
  secrets: string | readonly string[],
  { toleranceSeconds = defaultTolerance, now = Date.now }: VerifyOptions = {},
): Promise<SasWebhookEvent> {
  const body = bytesOf(rawBody);
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = readSignatures(headerOf(headers, 'webhook-signature'));
  if (!/^\d{1,12}$/.test(timestamp)) throw invalidHeader('webhook-timestamp');
  const content = signedContent(id, timestamp, body);
  // A program without types gives the setting that is not there.
  const all = (typeof secrets === 'string' ? [secrets] : secrets) as readonly string[] | undefined;
  if (!all?.length)
    throw new WebhookVerificationError(
      'secret-invalid',
      'No secret is given: is the setting that holds it empty?',
    );
  if (!(await isSigned(content, signatures, all))) {
    throw new WebhookVerificationError(
      'signature-mismatch',
      'The signature is not of this body and secret. Usual mistakes: the body was parsed and written again (give the raw one); the secret is of another endpoint; after a rotation, only one of both secrets is given.',
    );
  }
  // Only now is it known that the platform itself wrote the time.
  const age = Math.floor(now() / 1000) - Number(timestamp);
  // Nothing is older than what is no number: a setting that is missing would let everything in.
  checkAge(age, toleranceSeconds >= 0 ? toleranceSeconds : defaultTolerance);
  return readEvent(new TextDecoder().decode(body));
}

function bytesOf(body: string | Uint8Array | ArrayBuffer): Uint8Array {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (ArrayBuffer.isView(body)) return body;
  // Of another realm, too.
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]') return new Uint8Array(body);
  throw new WebhookVerificationError(
    'body-not-raw',
    'Give the raw body, text or bytes, before anything parses it: `await request.text()`; in Express, `express.raw({ type: "application/json" })` on this route.',
  );
}

/** Headers of fetch, also of another realm. */
function isFetchHeaders(headers: object): headers is Headers {
  return typeof (headers as { get?: unknown }).get === 'function';
}

function headerOf(headers: ReceivedHeaders | undefined = {}, name: string): string {
  const value = isFetchHeaders(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
  const text = typeof value === 'object' ? value?.join(' ') : value;
  if (text !== undefined && text !== '') return text;
  throw new WebhookVerificationError(
    'header-missing',
    `The header ${name} is missing: give the headers of the request; a proxy in front must let webhook-… through.`,
  );
}

function invalidHeader(name: string): WebhookVerificationError {
  return new WebhookVerificationError('header-invalid', `The header ${name} cannot be read.`);
}

/** Those of version 1; others are of later versions. */
function readSignatures(header: string): Uint8Array<ArrayBuffer>[] {
  const found = header
    .split(' ')
    .slice(0, mostSignatures)
    .map((each) => (each.startsWith('v1,') ? fromBase64(each.slice(3)) : null))
    .filter((each) => each !== null);
  if (found.length === 0) throw invalidHeader('webhook-signature');
  return found;
}

async function isSigned(
  content: Uint8Array<ArrayBuffer>,
  signatures: readonly Uint8Array<ArrayBuffer>[],
  secrets: readonly string[],
): Promise<boolean> {
  for (const secret of secrets) {
    const key = await importSecret(secret, 'verify');
    for (const signature of signatures) {
      // Compares in constant time.
      if (await crypto.subtle.verify('HMAC', key, signature, content)) return true;
    }
  }
  return false;
}

function checkAge(age: number, tolerance: number): void {
  if (age > tolerance) {
    throw new WebhookVerificationError(
      'too-old',
      `It was sent ${age} s ago: a request that is replayed, or a clock of this machine that is ahead.`,
    );
  }
  if (age < -tolerance) {
    throw new WebhookVerificationError(
      'too-new',
      `It was sent ${-age} s in the future: the clock of this machine is behind.`,
    );
  }
}
