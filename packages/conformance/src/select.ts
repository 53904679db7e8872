import { type Check, groupOf } from './check.ts';

function expression(pattern: string): RegExp {
  const escaped = pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('\\*', '.*').replaceAll('\\?', '.')}$`);
}

/**
 * The checks that a list of patterns names: ids and globs (`window/*`), groups (`window`), numbers of
 * official tests (`4.3.07`).
 *
 * @returns the checks in their order, and the patterns that name none.
 */
export function selectChecks(
  checks: readonly Check[],
  patterns: readonly string[],
): { readonly selected: readonly Check[]; readonly unknown: readonly string[] } {
  const selected = new Set<Check>();
  const unknown: string[] = [];
  for (const pattern of patterns) {
    const wanted = expression(pattern);
    const found = checks.filter(
      (check) =>
        wanted.test(check.id) ||
        wanted.test(groupOf(check)) ||
        check.kit?.some((number) => wanted.test(number)) === true,
    );
    if (found.length === 0) unknown.push(pattern);
    for (const check of found) selected.add(check);
  }
  return { selected: checks.filter((check) => selected.has(check)), unknown };
}
