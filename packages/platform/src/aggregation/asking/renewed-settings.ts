import type { FastifyBaseLogger } from 'fastify';
import { type EditorSettings, readAskingSettings } from './asking-settings.ts';
import type { AskingSettings } from './connection.ts';

const EVERY_MS = 60_000;

/**
 * Reads the files of the settings again, once a minute: certificates run out, and are renewed in their
 * place while the platform runs. Files that cannot be read, or do not fit each other while they are
 * being written, change nothing.
 */
export class RenewedSettings {
  readonly #files: EditorSettings;
  readonly #onChange: (settings: AskingSettings) => void;
  #current: AskingSettings;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    files: EditorSettings,
    current: AskingSettings,
    onChange: (settings: AskingSettings) => void,
  ) {
    this.#files = files;
    this.#current = current;
    this.#onChange = onChange;
  }

  get current(): AskingSettings {
    return this.#current;
  }

  start(log: FastifyBaseLogger, everyMs = EVERY_MS): void {
    this.#timer = setInterval(() => void this.#read(log), everyMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #read(log: FastifyBaseLogger): Promise<void> {
    try {
      const read = await readAskingSettings(this.#files);
      if (textOf(read) === textOf(this.#current)) return;
      this.#current = read;
      this.#onChange(read);
      log.info({ job: 'editor-certificates', renewed: true });
    } catch (error) {
      log.error({ job: 'editor-certificates', error: (error as Error).message });
    }
  }
}

function textOf({ certificates, authorities }: AskingSettings): string {
  return JSON.stringify([[...certificates], authorities]);
}
