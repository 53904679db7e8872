import type { Strings } from './fr.ts';

const some = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** Texts of the human report. */
export const en: Strings = {
  passed: (count) => `${count} passed`,
  failed: (count) => `${count} failed`,
  warning: (count) => some(count, 'warning'),
  skipped: (count) => `${count} skipped`,
  asked: 'asked',
  came: 'came',
  where: 'where',
  source: 'source',
  mend: 'mend',
  noAnswer: 'no answer',
  more: (count) => `… and ${some(count, 'more finding', 'more findings')}`,
  seconds: (seconds) => `in ${seconds} s`,
  again: 'To run again only what failed:',
  nothing: 'Nothing could be checked: the configuration names no useful fixture.',
  target: (base) => `SAS Kit, conformance of ${base}`,
  connect: (client, broker, seconds) =>
    `The queues ${client}.message, .ack and .info wait on ${broker}.\nStart your program under the id ${client} (wait: ${seconds} s) …`,
  files: (count) => `SAS Kit, ${some(count, 'file')} read`,
  checks: (count) => some(count, 'check'),
};
