import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AGENDAS } from './agendas.ts';
import { fictiveProfessional, fictiveStructure, withLuhnKey } from './national-id.ts';

test('the key is that of real identifiers', () => {
  // FINESS of three hospitals, published by their owners.
  for (const finess of ['760780726', '760780239', '690781810']) {
    assert.equal(withLuhnKey(finess.slice(0, 8)), finess);
  }
});

test('professionals are of the fictional range, structures of one that is not used', () => {
  assert.match(fictiveProfessional(1), /^810999\d{6}$/);
  assert.match(fictiveStructure(1), /^1769999\d{3}$/);
});

test('no two people and no two structures share an identifier', () => {
  const people = AGENDAS.flatMap(({ practitioner }) => practitioner?.nationalId ?? []);
  const structures = AGENDAS.flatMap(({ structure }) => structure?.nationalId ?? []);
  assert.equal(new Set(people).size, people.length);
  assert.equal(new Set(structures).size, structures.length);
  assert.ok(people.every((id) => id === `8${withLuhnKey(id.slice(1, -1))}`));
});

test('telephone numbers are of a block kept for fiction, structures say what they are', () => {
  for (const { ref, location, structure } of AGENDAS) {
    assert.match(location.phone ?? '', /^02 61 91 \d\d \d\d$/, ref);
    assert.match(structure?.name ?? '', /de démonstration/, ref);
  }
});
