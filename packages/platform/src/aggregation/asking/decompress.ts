import { promisify } from 'node:util';
import { brotliDecompress, gunzip, gunzipSync, inflate } from 'node:zlib';
import { EditorFault } from './fault.ts';

const ungzip = promisify(gunzip);
const unbrotli = promisify(brotliDecompress);
const undeflate = promisify(inflate);

type Undo = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const UNDO = new Map<string, Undo>([
  ['gzip', ungzip],
  ['x-gzip', ungzip],
  ['br', unbrotli],
  ['deflate', undeflate],
]);

/** An answer about 25 practitioners is a few kilobytes, and ten times as much without its compression. */
const SMALL = 16 * 1024;
const SMALL_UNDONE = 256 * 1024;

/** Undoes a small body at once, as another thread would cost more than the work; null for what is none. */
function undoSmall(body: Buffer, most: number): Buffer | null {
  if (body.length > SMALL) return null;
  try {
    return gunzipSync(body, { maxOutputLength: Math.min(most, SMALL_UNDONE) });
  } catch {
    return null;
  }
}

/** `Accept-Encoding` of what can be undone. */
export const ENCODINGS = 'gzip, br, deflate';

/**
 * Undoes the compression of a body, outside of the event loop unless it is small.
 *
 * @param encoding as `Content-Encoding` has it.
 * @param most bytes that it may become; it is cut where it becomes more.
 * @throws {EditorFault} `too-large`, or `encoding` for what cannot be undone.
 */
export async function decompress(body: Buffer, encoding: string, most: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity' || body.length === 0) return body;
  const undo = UNDO.get(name);
  if (undo === undefined) throw new EditorFault('encoding', encoding.slice(0, 40));
  const small = undo === ungzip ? undoSmall(body, most) : null;
  if (small !== null) return small;
  try {
    return await undo(body, { maxOutputLength: most });
  } catch (error) {
    const { code } = error as { code?: string };
    throw new EditorFault(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'encoding');
  }
}
