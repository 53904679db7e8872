import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { SasClient } from '@sas-kit/client';

const fileOf = (name: string) =>
  fileURLToPath(new URL(`../../vendor-agenda/${name}`, import.meta.url));

/** Perrine Lambreval, of the program's agenda file. */
const LAMBREVAL = '810999002016';
/** Where the doctor sees people: the street tells the program's slots from another vendor's of the same doctor. */
export const STREET = '14 quai des Voiliers';
/** Slots of Lambreval in the file. */
const SLOTS = 9;
/** The program's id among the platform's editors. */
const EDITOR = 'practice';

/**
 * A practice's own program, `examples/vendor-agenda`: a process of its own that can be killed alone, and
 * goes on with what it has. Regulators book with it in one step.
 */
export class PracticeProgram {
  /** Base of its FHIR interface: `http://127.0.0.1:9100/fhir`. */
  base = '';
  readonly #folder: string;
  #child: ChildProcess | undefined;

  /** @param folder - where it keeps its bookings; what is there is read again */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts it on a free port, another one each time. */
  async start(): Promise<void> {
    const argv = ['--conditions=source', fileOf('main.ts'), '--agenda', fileOf('agenda.json')];
    const options = ['--port', '0', '--data', join(this.#folder, 'practice'), '--book-in-one-step'];
    const child = spawn(process.execPath, [...argv, ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const base = /^vendor-agenda ready on (\S+)$/.exec(line)?.[1];
      if (base !== undefined) return void (this.base = base);
    }
    throw new Error('the program did not start');
  }

  /** Ends it without a word, as a machine that fails. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  /** Makes its doctor known to a platform, as its publisher and its administrator do. */
  async connect(publisher: SasClient, administrator: SasClient): Promise<void> {
    await publisher.schedules.create({
      practitioner: {
        nationalId: LAMBREVAL,
        family: 'LAMBREVAL',
        given: 'Perrine',
        specialties: ['SM54'],
      },
      location: {
        ...{ line: STREET, postcode: '76600', city: 'Le Havre', insee: '76351' },
        ...{ lat: 49.4893, lon: 0.1094 },
      },
    });
    await administrator.editors.create({
      ...{ id: EDITOR, name: 'Agenda', endpoint: this.base, environment: 'test' },
      ...{ flows: ['ps'], booksInOneStep: true, deadlineMs: 2_000 },
    });
    await administrator.editors.replaceServed(EDITOR, {
      practitioners: [LAMBREVAL],
      structures: [],
    });
  }

  /** Starts it again and says where it is. */
  async restart(administrator: SasClient): Promise<void> {
    await this.start();
    await administrator.editors.update(EDITOR, { endpoint: this.base }, { ifMatch: '*' });
  }

  /** Whether the practice reads a short reference on the page of one of its slots. */
  async reads(reference: string): Promise<boolean> {
    const { origin } = new URL(this.base);
    const pages = Array.from({ length: SLOTS }, async (_, index) =>
      (await fetch(`${origin}/creneaux/lambreval-${index + 1}`)).text(),
    );
    return (await Promise.all(pages)).some((page) => page.includes(reference));
  }
}
