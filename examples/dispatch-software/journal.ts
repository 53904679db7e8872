import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ReceivedAppointment } from '@sas-kit/fhir/hub';
import type { CaseFile } from './cases.ts';

/** What happened, one line of the file each. */
export type Entry =
  | { readonly kind: 'case'; readonly case: CaseFile }
  | {
      readonly kind: 'message';
      readonly distributionID: string;
      readonly senderID: string;
      readonly status: 'Actual' | 'Exercise';
      readonly sentAt: string;
      readonly appointment: ReceivedAppointment;
    }
  | {
      readonly kind: 'attached';
      readonly appointmentId: string;
      readonly caseId: string;
      /** When it is, for one that was booked in the page of the case; null for one that came. */
      readonly start: string | null;
    }
  /** Taken back in the page of the case, before anybody was told of it. */
  | { readonly kind: 'withdrawn'; readonly appointmentId: string }
  | {
      readonly kind: 'seen';
      readonly appointmentId: string;
      /** Of the last message that was shown: what came since has been seen by nobody. */
      readonly distributionID: string;
    };

/**
 * A file to which lines are appended, each on the disk before its promise is fulfilled: what the broker may
 * forget afterwards. Readable by its owner only.
 */
export class Journal {
  readonly #file: FileHandle;
  #last: Promise<void> = Promise.resolve();

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Opens it, with what stands in it. A line that a crash cut off is passed over. */
  static async open(path: string): Promise<{ journal: Journal; entries: Entry[] }> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a', 0o600);
    const text = await readFile(path, 'utf8');
    // The next line must not be glued to it.
    if (text !== '' && !text.endsWith('\n')) await file.appendFile('\n');
    return { journal: new Journal(file), entries: text.split('\n').flatMap(read) };
  }

  /** Writes an entry, after all that was asked for before. */
  append(entry: Entry): Promise<void> {
    const written = this.#last.then(async () => {
      await this.#file.appendFile(`${JSON.stringify(entry)}\n`);
      await this.#file.datasync();
    });
    this.#last = written.catch(() => undefined);
    return written;
  }

  /** Closes the file once everything asked for is on the disk. */
  async close(): Promise<void> {
    await this.#last;
    await this.#file.close();
  }
}

function read(line: string): Entry[] {
  try {
    return [JSON.parse(line) as Entry];
  } catch {
    return [];
  }
}
