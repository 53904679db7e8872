import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fhirId, fhirPairId, isFhirId } from './fhir-id.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

test('any record gets an id that FHIR allows, its own where it can', () => {
  assert.equal(fhirId('pr-1'), 'pr-1');
  assert.equal(fhirPairId('pr-1', 'place-1'), 'pr-1.place-1');
  fc.assert(
    fc.property(fc.string(), fc.string(), (first, second) => {
      assert.ok(isFhirId(fhirId(first)), first);
      assert.ok(isFhirId(fhirPairId(first, second)));
      assert.equal(fhirId(first), fhirId(first));
    }),
  );
});

test('two records never share an id', () => {
  const ids = new Map<string, string>();
  for (let number = 0; number < 50_000; number++) {
    const record = `créneau n° ${number}`;
    const id = fhirId(record);
    assert.equal(ids.get(id), undefined, `${ids.get(id)} and ${record}`);
    ids.set(id, record);
  }
  assert.notEqual(fhirPairId('a.b', 'c'), fhirPairId('a', 'b.c'));
  assert.notEqual(fhirPairId('é', 'a'), fhirPairId('è', 'a'));
  assert.notEqual(fhirId('x'.repeat(70)), fhirId('x'.repeat(71)));
});
