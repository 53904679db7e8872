import type { Fault } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';

/**
 * The fault of a refusal whose status is not what the vendor declares, else what the guide suggests: a
 * warning then, because the guide gives its statuses "for information".
 *
 * @param declared `policy.malformed` or `policy.rule` of the configuration.
 */
export function judgePolicy(
  exchange: Exchange,
  declared: readonly number[] | null,
  suggested: readonly number[],
  name: 'malformed' | 'rule',
): Fault[] {
  const { status } = exchange;
  const expected = declared ?? suggested;
  if (expected.includes(status)) return [];
  const list = expected.join(', ');
  return [
    {
      place: 'status',
      severity: declared === null ? 'warning' : 'error',
      message: {
        fr: `${status} ; attendu : ${list} (policy.${name})`,
        en: `${status}; expected: ${list} (policy.${name})`,
      },
      exchange,
    },
  ];
}
