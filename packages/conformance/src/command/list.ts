import { type Check, groupOf } from '../check.ts';
import { GROUPS } from '../groups.ts';
import { type Language, stringsOf } from '../report/human.ts';

/** The checks by group, with their official numbers and the fixtures that they need. */
export function listChecks(checks: readonly Check[], language: Language): string {
  const lines: string[] = [];
  let group = '';
  for (const check of checks) {
    if (groupOf(check) !== group) {
      group = groupOf(check);
      lines.push(`${lines.length > 0 ? '\n' : ''}${GROUPS[group]?.[language] ?? group}`);
    }
    const kit = check.kit === undefined ? '' : ` [${check.kit.join(', ')}]`;
    const needs = check.needs.map(({ path }) => path).join(', ');
    lines.push(`  ${check.id}${kit}  ${check.title[language]}${needs === '' ? '' : ` (${needs})`}`);
  }
  return `${lines.join('\n')}\n\n${stringsOf(language).checks(checks.length)}\n`;
}
