import type { ConfigFile } from '@sas-kit/conformance';
import type { AgendaFile, FileSlot } from '../agenda-file/agenda-file.ts';
import { associationFixtures } from './associations.ts';
import { practitionerFixtures } from './practitioners.ts';
import type { Timed } from './profile.ts';

/**
 * The configuration of `sas-conformance` that fits an agenda file: who of it serves for which check. What
 * the file has nobody for is left out, and its checks are skipped.
 *
 * @param startOf when a slot starts, ms since 1970.
 */
export function conformanceConfig(
  file: AgendaFile,
  startOf: (slot: FileSlot) => number,
  now: Date,
): ConfigFile {
  const timed = file.slots.map((slot): Timed => ({ slot, start: startOf(slot) }));
  return {
    ...practitionerFixtures(file, timed, now),
    sos: associationFixtures(file, timed, now),
    regulators: {},
  };
}
