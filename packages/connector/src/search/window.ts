import { refuse } from '../http/refusal.ts';
import { decode, type QueryParameter } from './query-string.ts';
import { parseInstant, type Span } from './instant.ts';

/**
 * Reads the two bounds of a search, `ge` and `le`, each given exactly once (guide, table of criteria;
 * its SearchParameter admits no other prefix and no list).
 *
 * @returns the window, inclusive, in ms. It may be upside down: such a search finds nothing.
 */
export function readWindow(parameters: readonly QueryParameter[], name: string): Span {
  const bounds: { ge?: Span; le?: Span } = {};
  for (const { name: each, rawValue } of parameters) {
    if (each !== name) continue;
    const [, prefix, date] = /^(ge|le)(.+)$/s.exec((decode(rawValue) ?? '').trim()) ?? [];
    if ((prefix !== 'ge' && prefix !== 'le') || date === undefined) {
      throw refuse.badParameter(
        name,
        'ge ou le suivi d’une date attendu',
        'expected ge or le and a date',
      );
    }
    const span = parseInstant(date);
    if (span === null) {
      throw refuse.badParameter(name, 'date illisible', 'unreadable date');
    }
    if (bounds[prefix] !== undefined) throw refuse.repeatedParameter(`${name}=${prefix}`);
    bounds[prefix] = span;
  }
  if (bounds.ge === undefined) throw refuse.missingParameter(`${name}=ge`);
  if (bounds.le === undefined) throw refuse.missingParameter(`${name}=le`);
  return { from: bounds.ge.from, to: bounds.le.to };
}
