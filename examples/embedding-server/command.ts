import { existsSync } from 'node:fs';
import { OptionError } from './options.ts';

/** Files of the elements; a program of its own has them from the package. */
export const ELEMENTS = new URL('../../packages/elements/dist/cdn/', import.meta.url);

/** @throws {OptionError} where the elements are not built. */
export function checkElements(): void {
  if (!existsSync(new URL('sas-orientation.js', ELEMENTS)))
    throw new OptionError('--platform: the elements are not built. `npm run build` builds them.');
}

/** A line for whoever started the program. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Closes what runs when a signal asks for it. */
export function closeOnSignal(running: { close(): Promise<void> }): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void running.close());
}

/** Runs a program; what its reader can mend is told without a stack. */
export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const { code, port } = error as { code?: string; port?: number };
    const told =
      error instanceof OptionError
        ? `${error.message} See --help.`
        : code === 'EADDRINUSE'
          ? `Port ${port} is in use: choose another one with --port.`
          : null;
    process.stderr.write(`${told ?? (error instanceof Error ? error.stack : String(error))}\n`);
    process.exitCode = told === null ? 1 : 2;
  });
}
