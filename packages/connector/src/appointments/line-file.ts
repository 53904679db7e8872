import { open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Another process has opened the same file since: it goes on with all that was accepted here. */
export class FileTakenError extends Error {
  constructor(path: string) {
    super(`${path} was taken over by another process, or moved`);
    this.name = 'FileTakenError';
  }
}

/**
 * Lines of text, each on the disk before its promise is fulfilled. Who opens the file last has it: the
 * process before cannot add to it any more, and nothing that it had accepted is lost. The file is
 * readable by its owner only.
 */
export class LineFile {
  readonly #path: string;
  #handle: FileHandle;
  /** Whether the last line may be there in part: the disk was full. */
  #torn = false;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /**
   * Takes a file over; it is made when it is missing.
   *
   * @param rewrite gives what the file is to hold from now on, out of the lines that it holds.
   */
  static async open(
    path: string,
    rewrite: (lines: readonly string[]) => Promise<readonly string[]>,
  ): Promise<LineFile> {
    // Put aside first: from here on the process before finds its file gone, see `#checkOwner`.
    const aside = `${path}.old`;
    const before = await linesOf(aside);
    // A crash came between: what was put aside is still the first half of it.
    if (before.length === 0) await rename(path, aside).catch(unlessMissing);
    const now = before.length === 0 ? await linesOf(aside) : [...before, ...(await linesOf(path))];
    const handle = await replaceFile(path, await rewrite(now));
    await rm(aside, { force: true });
    await syncFolder(path);
    return new LineFile(path, handle);
  }

  /** @throws FileTakenError, or what the disk says; then the line is not in the file, or all of it. */
  async append(line: string): Promise<void> {
    await this.#checkOwner();
    const start = this.#torn ? '\n' : '';
    this.#torn = true;
    await this.#handle.appendFile(`${start}${line}\n`);
    await this.#handle.datasync();
    this.#torn = false;
    // Who took the file over meanwhile may have read it before this line.
    await this.#checkOwner();
  }

  /** Writes the file anew. When that fails the old one goes on. */
  async replace(lines: readonly string[]): Promise<void> {
    await this.#checkOwner();
    const old = this.#handle;
    this.#handle = await replaceFile(this.#path, lines);
    this.#torn = false;
    await old.close();
  }

  /** @throws FileTakenError when the path leads to another file than the one that is open here. */
  async #checkOwner(): Promise<void> {
    const [mine, there] = await Promise.all([
      this.#handle.stat({ bigint: true }),
      stat(this.#path, { bigint: true }).catch(unlessMissing),
    ]);
    if (there?.ino !== mine.ino || there.dev !== mine.dev) throw new FileTakenError(this.#path);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(unlessMissing);
  return (text ?? '').split('\n').filter((line) => line !== '');
}

/** Writes beside, then puts it in place of the file: never half of it is seen. */
async function replaceFile(path: string, lines: readonly string[]): Promise<FileHandle> {
  const temporary = `${path}.${process.pid}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.appendFile(lines.map((line) => `${line}\n`).join(''));
    await file.sync();
    await rename(temporary, path);
    await syncFolder(path);
    return file;
  } catch (error) {
    await file.close();
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Makes a renaming outlast a power cut; where folders cannot be opened it is left to the system. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
