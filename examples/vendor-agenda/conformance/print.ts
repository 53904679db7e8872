import type { FileSlot } from '../agenda-file/agenda-file.ts';
import { readAgendaFile } from '../agenda-file/read.ts';
import type { Options } from '../options.ts';
import { openStore } from '../store/store.ts';
import { conformanceConfig } from './config.ts';

/**
 * The text of `--print-conformance-config`. Times are those of the store of `--data`, where the file is loaded
 * if it is not yet; without it, those that it would have if it were loaded now.
 */
export async function conformanceText({ agenda, data }: Options, now: Date): Promise<string> {
  const read = await readAgendaFile(agenda, now);
  const store = openStore(data);
  try {
    store.load(read, now);
    const start = ({ id }: FileSlot): number => store.slots.find(id)?.start.getTime() ?? NaN;
    return JSON.stringify(conformanceConfig(read.agenda, start, now), null, 2);
  } finally {
    store.close();
  }
}
