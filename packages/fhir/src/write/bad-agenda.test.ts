import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lint } from '../lint/lint.ts';
import type { Agenda } from '../model.ts';
import { loadBaseValidator } from '../testing/base-validator.ts';
import { copy, places } from '../testing/mutate.ts';
import { SAMPLE_AGENDA, SAMPLE_OPTIONS } from '../testing/sample-agenda.ts';
import { writeBundle } from './bundle.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const base = await loadBaseValidator();
const count = places(SAMPLE_AGENDA).length;
/** JSON that becomes no text: `String()` and `join()` throw on it. */
const UNPRINTABLE = { toString: [], valueOf: null };
const values = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    'n/a',
    0,
    -1,
    true,
    [],
    {},
    'é'.repeat(300),
    UNPRINTABLE,
  ),
);

for (const flow of ['ps', 'cpts', 'sos'] as const) {
  test(`${flow}: whatever an agenda holds, what leaves is sound and nothing throws`, () => {
    fc.assert(
      fc.property(fc.nat(count - 1), fc.nat(count - 1), values, (first, second, value) => {
        const agenda = copy(SAMPLE_AGENDA);
        for (const index of [first, second]) {
          const { container, key } = places(agenda)[index] ?? { container: {}, key: '' };
          // A copy: the second place may lie inside what the first was given.
          container[key] = structuredClone(value);
        }
        const { resource } = writeBundle(flow, agenda as Agenda, SAMPLE_OPTIONS);
        const wire: unknown = JSON.parse(JSON.stringify(resource));
        const errors = lint(wire, flow).filter(
          ({ rule, severity }) => severity === 'error' && rule !== 'slot-url-missing',
        );
        assert.deepEqual(errors, []);
        if (base !== null) assert.deepEqual(base(wire), []);
      }),
      { numRuns: 1500 },
    );
  });
}
