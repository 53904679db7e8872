/** Licences of everything that is shipped or installed with it, against those that SAS Kit accepts. */
import { fileURLToPath } from 'node:url';
import { isShipped, type Lock, nameOf, readLock } from './lock.ts';

/** Licences that let anybody use, change and pass on the work, an MIT work that contains it included. */
const ACCEPTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
]);

/**
 * Whether an SPDX expression leaves a way that is accepted: one side of an OR, both of an AND. One that
 * mixes them is for a person to read.
 */
export function isAccepted(expression: string): boolean {
  const names = expression.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /);
  const accepted = names.map((name) => ACCEPTED.has(name));
  const either = expression.includes(' OR ') && !expression.includes(' AND ');
  return either ? accepted.includes(true) : accepted.every(Boolean);
}

/** `name version: licence` of every shipped package whose licence is not accepted or not told. */
export function refusedLicences(lock: Lock): string[] {
  return Object.entries(lock)
    .filter(([place]) => isShipped(lock, place))
    .filter(([, { license }]) => license === undefined || !isAccepted(license))
    .map(
      ([place, { version, license }]) => `${nameOf(place)} ${version}: ${license ?? 'none told'}`,
    )
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const refused = refusedLicences(await readLock());
  for (const line of refused) console.error(`licence not accepted: ${line}`);
  if (refused.length > 0) process.exitCode = 1;
}
