import { refuse } from './refusal.ts';

const JSON_TYPES = new Set([
  '',
  'application/json',
  'application/fhir+json',
  'application/json+fhir',
  'text/json',
]);

/**
 * Reads the body of a request, at most so many bytes; what comes after is not read.
 *
 * @throws 413 when it is larger, 415 when it is announced as something else than JSON.
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (!JSON_TYPES.has(type.trim().toLowerCase())) throw refuse.mediaType();
  const coding = request.headers.get('content-encoding') ?? 'identity';
  if (coding.trim().toLowerCase() !== 'identity') throw refuse.mediaType();
  if (Number(request.headers.get('content-length') ?? 0) > most) throw refuse.bigBody(most);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (;;) {
    const { done, value } = await readMore(reader);
    if (done || value === undefined) break;
    size += value.byteLength;
    if (size > most) {
      // Not cancelled: that would close the connection before the refusal has left.
      reader?.releaseLock();
      throw refuse.bigBody(most);
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

/** The next piece of a body; a sender that goes away half-way has sent no body. */
async function readMore(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> {
  try {
    return (await reader?.read()) ?? { done: true };
  } catch {
    throw refuse.badBody('Le corps est incomplet', 'The body is incomplete');
  }
}
