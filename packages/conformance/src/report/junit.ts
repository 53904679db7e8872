import { groupOf, type Verdict } from '../check.ts';
import type { Language } from './human.ts';
import type { RunFacts } from './json.ts';
import { curlOf, printable } from './request.ts';
import { totalsOf } from './totals.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as XML may hold it. */
function escape(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

/** The whole run as JUnit XML: one suite for each group, warnings in `system-out`. */
export function junitReport(
  verdicts: readonly Verdict[],
  { base, startedAt, ms }: RunFacts,
  language: Language,
): string {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const group = groupOf(verdict.check);
    groups.set(group, [...(groups.get(group) ?? []), verdict]);
  }
  const suites = [...groups].map(([group, members]) => {
    const { failed, skipped } = totalsOf(members);
    const time = seconds(members.reduce((sum, each) => sum + each.ms, 0));
    return [
      `  <testsuite name="${escape(group)}" tests="${members.length}" failures="${failed}" errors="0" skipped="${skipped}" time="${time}" timestamp="${startedAt.toISOString()}">`,
      ...members.map((verdict) => testCase(verdict, language)),
      '  </testsuite>',
    ].join('\n');
  });
  const { failed, skipped } = totalsOf(verdicts);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="sas-conformance ${escape(base ?? '')}" tests="${verdicts.length}" failures="${failed}" errors="0" skipped="${skipped}" time="${seconds(ms)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase({ check, status, findings, reason, ms }: Verdict, language: Language): string {
  const open = `    <testcase classname="${escape(groupOf(check))}" name="${escape(check.id)}" time="${seconds(ms)}">`;
  const told = findings
    .map(({ message, place, source, mend, exchange }) =>
      [
        message[language],
        place,
        ...(exchange === undefined ? [] : [curlOf(exchange.request)]),
        source ?? '',
        mend?.[language] ?? '',
      ]
        .map(escape)
        .join('\n'),
    )
    .join('\n\n');
  const first = escape(findings[0]?.message[language] ?? '');
  if (status === 'failed') {
    return `${open}<failure message="${first}" type="${escape(findings[0]?.rule ?? '')}">${told}</failure></testcase>`;
  }
  if (status === 'skipped') {
    return `${open}<skipped message="${escape(reason?.[language] ?? '')}"/></testcase>`;
  }
  return `${open}${told === '' ? '' : `<system-out>${told}</system-out>`}</testcase>`;
}
