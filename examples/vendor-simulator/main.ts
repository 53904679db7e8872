/** Many simulated vendors in one process: `--help` tells the options. */
import { HELP, OptionError, readOptions } from './options.ts';
import { startSimulator } from './simulator.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return say(HELP);
  const simulator = await startSimulator(readOptions(argv));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void simulator.close());
  for (const { name, base } of simulator.vendors) say(`${name} : ${base}`);
  say(`vendor-simulator ready, vendors: ${simulator.vendors.length}`);
}

/** What to tell without a stack: the reader can mend it. */
function expected(error: unknown): string | null {
  if (error instanceof OptionError) return `${error.message} See --help.`;
  const { code, port } = error as { code?: string; port?: number };
  return code === 'EADDRINUSE' ? `Port ${port} is in use: choose another one with --port.` : null;
}

main().catch((error: unknown) => {
  const told = expected(error);
  process.stderr.write(`${told ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = told === null ? 1 : 2;
});
