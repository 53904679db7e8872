import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
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

/** `Accept-Encoding` of what can be undone. */
export const ENCODINGS = 'gzip, br, deflate';

/**
 * Undoes the compression of a body, outside of the event loop.
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
  try {
    return await undo(body, { maxOutputLength: most });
  } catch (error) {
    const { code } = error as { code?: string };
    throw new EditorFault(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'encoding');
  }
}
