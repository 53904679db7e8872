import { after } from 'node:test';
import { readOptions } from '../options.ts';
import { type Running, startProgram, type Surroundings } from '../program.ts';
import { AGENDA } from './folder.ts';

/** A Monday morning in winter, 08:10 in Paris. */
export const NOW = new Date('2026-11-23T07:10:00.000Z');

/** The program on a free port, in this process, until the test file ends. */
export async function startVendor(
  argv: readonly string[] = [],
  { now = () => NOW, ...surroundings }: Surroundings = {},
): Promise<Running> {
  const own = argv.includes('--agenda') ? [] : ['--agenda', AGENDA];
  const options = readOptions(['--port', '0', ...own, ...argv]);
  const running = await startProgram(options, { now, ...surroundings });
  after(() => running.close());
  return running;
}
