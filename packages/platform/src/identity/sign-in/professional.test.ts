import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsOf } from '../../testing/identity-provider.ts';
import { readProfessional } from './professional.ts';

const DOCTOR = '810999900018';

test('a registered doctor is a practitioner of its own identifier', () => {
  assert.deepEqual(readProfessional(claimsOf(DOCTOR, { family: 'AUBRY', given: 'Camille' })), {
    nationalId: DOCTOR,
    family: 'AUBRY',
    given: 'Camille',
    practitioner: true,
    regulationAccess: false,
  });
});

test('whoever is registered outside the care professions publishes nothing of its own', () => {
  assert.equal(readProfessional(claimsOf(DOCTOR, { profession: '205' })).practitioner, false);
});

test('the access to regulation is read as written, and nothing else is one', () => {
  assert.ok(readProfessional(claimsOf(DOCTOR, { regulation: true })).regulationAccess);
  for (const value of ['FAUX', 'true', 1, true, null, undefined, ['VRAI']]) {
    const claims = { ...claimsOf(DOCTOR), Acces_Regulation_Medicale: value };
    assert.equal(readProfessional(claims).regulationAccess, false, String(value));
  }
});

const NOT_REGISTERED: [string, Record<string, unknown>][] = [
  ['no SubjectRefPro', { SubjectRefPro: undefined }],
  ['a text for SubjectRefPro', { SubjectRefPro: 'oui' }],
  ['no exercise', { SubjectRefPro: { exercices: [] } }],
  ['exercises that are none', { SubjectRefPro: { exercices: 'médecin' } }],
  ['no identifier', { SubjectNameID: undefined }],
  ['an identifier of a structure', { SubjectNameID: '1760000001' }],
  ['an identifier of hospital staff', { SubjectNameID: '3760000001/4217' }],
  ['an identifier with more in it', { SubjectNameID: `${DOCTOR}' or 1=1` }],
];
for (const [what, claims] of NOT_REGISTERED) {
  test(`${what}: not a registered professional`, () => {
    assert.throws(() => readProfessional({ ...claimsOf(DOCTOR), ...claims }), {
      refusal: 'not-registered',
    });
  });
}

test('names are one line that a column can keep', () => {
  const { family, given } = readProfessional({
    ...claimsOf(DOCTOR),
    family_name: ` AU\u0000BRY\n${'x'.repeat(500)}`,
    given_name: '\uD800',
  });
  assert.match(family, /^AU BRY x+$/);
  assert.equal(family.length, 160);
  assert.equal(given, '\uFFFD');
});
