import { type CheckFinding, groupOf, type Status, type Verdict } from '../check.ts';
import { GROUPS } from '../groups.ts';
import type { Exchange } from '../http/exchange.ts';
import { answerLine, curlOf, excerptOf, printable } from './request.ts';
import { en } from './strings/en.ts';
import { fr, type Strings } from './strings/fr.ts';
import { totalsOf } from './totals.ts';

export type Language = 'fr' | 'en';

/** Colours a text, or leaves it as it is. */
export type Paint = (colour: 'green' | 'red' | 'yellow' | 'dim' | 'bold', text: string) => string;

export interface HumanOptions {
  readonly language: Language;
  readonly paint: Paint;
  /** Lists the checks that passed, and those that were skipped for want of a fixture. */
  readonly verbose: boolean;
}

const MARKS: Readonly<Record<Status, string>> = {
  passed: '✔',
  failed: '✘',
  warning: '!',
  skipped: '–',
};
const COLOURS = { passed: 'green', failed: 'red', warning: 'yellow', skipped: 'dim' } as const;

/** In the order in which they are counted out. */
const STATUSES = ['passed', 'failed', 'warning', 'skipped'] as const;

/** Findings of one check that are told in full. */
const MOST_FINDINGS = 3;

export const stringsOf = (language: Language): Strings => (language === 'fr' ? fr : en);

/** One group of checks: its counts, then what is wrong, where, why and how to mend it. */
export function describeGroup(verdicts: readonly Verdict[], options: HumanOptions): string {
  const { language, paint, verbose } = options;
  const strings = stringsOf(language);
  const group = groupOf(verdicts[0]!.check);
  const totals = totalsOf(verdicts);
  const worst = (['failed', 'warning', 'passed', 'skipped'] as const).find(
    (status) => totals[status] > 0,
  )!;
  const title = GROUPS[group]?.[language] ?? group;
  const counts = STATUSES.filter((status) => totals[status] > 0)
    .map((status) => paint(COLOURS[status], strings[status](totals[status])))
    .join(', ');
  const told = verdicts.filter(({ status, findings }) => {
    return verbose || status === 'failed' || status === 'warning' || findings.length > 0;
  });
  return [
    `${paint(COLOURS[worst], MARKS[worst])} ${paint('bold', printable(title))}  ${counts}`,
    ...told.flatMap((verdict) => describeVerdict(verdict, options)),
    ...(verbose ? [] : skippedLines(verdicts, options)),
    '',
  ].join('\n');
}

/** The reasons why checks were skipped, each once. */
function skippedLines(verdicts: readonly Verdict[], { language, paint }: HumanOptions): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of verdicts) {
    const said = reason?.[language];
    if (said !== undefined) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) =>
    paint('dim', `    ${MARKS.skipped} ${count} × ${printable(reason)}`),
  );
}

function describeVerdict(verdict: Verdict, options: HumanOptions): string[] {
  const { check, status, findings, reason } = verdict;
  const { language, paint } = options;
  const kit = check.kit === undefined ? '' : paint('dim', ` [${check.kit.join(', ')}]`);
  const lines = [
    `  ${paint(COLOURS[status], MARKS[status])} ${printable(check.id)}${kit}  ${printable(check.title[language])}`,
  ];
  if (reason !== undefined) lines.push(paint('dim', `      ${printable(reason[language])}`));
  const told = findings.slice(0, MOST_FINDINGS);
  told.forEach((finding, index) => {
    lines.push(...describeFinding(finding, options));
    const next = told[index + 1];
    // What to do is said once for findings that say the same.
    if (remedyOf(finding, options) !== (next && remedyOf(next, options))) {
      lines.push(remedyOf(finding, options));
    }
  });
  const more = findings.length - MOST_FINDINGS;
  if (more > 0) lines.push(paint('dim', `      ${stringsOf(language).more(more)}`));
  return lines;
}

function line(label: string, text: string, { language, paint }: HumanOptions): string {
  const { asked, came, where, source, mend } = stringsOf(language);
  const width = Math.max(...[asked, came, where, source, mend].map(({ length }) => length));
  return `        ${paint('dim', `${label.padEnd(width)}  `)}${text}`;
}

function describeFinding(finding: CheckFinding, options: HumanOptions): string[] {
  const { language, paint } = options;
  const strings = stringsOf(language);
  const { severity, message, place, exchange } = finding;
  const colour = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim';
  return [
    `      ${paint(colour, printable(message[language]))}`,
    line(strings.where, printable(place), options),
    ...(exchange === undefined
      ? []
      : [
          line(strings.asked, curlOf(exchange.request), options),
          line(strings.came, cameLine(finding, exchange, strings), options),
        ]),
  ];
}

/** The answer; its beginning too where the answer as such is at fault. */
function cameLine({ place }: CheckFinding, exchange: Exchange, { noAnswer }: Strings): string {
  const excerpt = exchange.status !== 200 || place === 'body' ? excerptOf(exchange) : '';
  return [answerLine(exchange) ?? noAnswer, excerpt].filter((part) => part !== '').join('  ');
}

function remedyOf({ source, mend }: CheckFinding, options: HumanOptions): string {
  const strings = stringsOf(options.language);
  return [
    ...(source === undefined ? [] : [line(strings.source, printable(source), options)]),
    ...(mend === undefined ? [] : [line(strings.mend, printable(mend[options.language]), options)]),
  ].join('\n');
}

/** The last lines: totals, time, and how to run again what failed, where that is possible. */
export function describeEnd(
  verdicts: readonly Verdict[],
  ms: number,
  { language, paint }: Pick<HumanOptions, 'language' | 'paint'>,
  repeatable = true,
): string {
  const strings = stringsOf(language);
  const totals = totalsOf(verdicts);
  const failed = verdicts.filter(({ status }) => status === 'failed').map(({ check }) => check.id);
  const colour = failed.length > 0 ? 'red' : totals.warning > 0 ? 'yellow' : 'green';
  const counts = STATUSES.map((status) => strings[status](totals[status])).join(', ');
  const lines = [`${paint(colour, counts)} ${strings.seconds((ms / 1000).toFixed(1))}`];
  if (totals.passed + totals.failed + totals.warning === 0) lines.push(strings.nothing);
  if (repeatable && failed.length > 0) {
    lines.push(`${strings.again} --only ${failed.map(printable).join(',')}`);
  }
  return `${lines.join('\n')}\n`;
}
