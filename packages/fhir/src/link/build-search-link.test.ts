import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSearchLink, practitionerText } from './build-search-link.ts';
import { parseSearchLink } from './parse-search-link.ts';
import { SEARCH_LINK_PARAMETERS, type LinkSearch } from './search-link.ts';
import { isSearchLinkError, SearchLinkError } from './search-link-error.ts';

const base = 'https://sas.example';
const minimal: LinkSearch = { origin: 'SAMU76', address: { city: 'Fécamp' } };
const refusal = (call: () => unknown): string | null => {
  try {
    call();
    return null;
  } catch (error) {
    assert.ok(isSearchLinkError(error), String(error));
    return `${error.code} ${String(error.parameter)}`;
  }
};

describe('building a search link', () => {
  it('writes the seven parameters in their order, coded', () => {
    const link = buildSearchLink(base, {
      origin: 'SAMU76',
      address: {
        streetNumber: '12 bis',
        streetName: 'rue de la Mer',
        inseeCode: '76259',
        city: 'Fécamp',
      },
      specialty: { oid: '1.2.250.1.213.2.28', code: 'SM54' },
      practitioner: { rpps: '10999000018' },
    });
    const url = new URL(link);
    assert.equal(url.pathname, '/sas/recherche');
    assert.deepEqual([...url.searchParams.keys()], [...SEARCH_LINK_PARAMETERS]);
    assert.deepEqual(
      [...url.searchParams.values()],
      [
        'SAMU76',
        '12',
        'rue de la Mer',
        '76259',
        'Fécamp',
        'urn:oid:1.2.250.1.213.2.28|SM54',
        'urn:oid:1.2.250.1.71.4.2.1|810999000018',
      ],
    );
  });

  const bases: [given: string, page: string][] = [
    ['https://sas.example', 'https://sas.example/sas/recherche'],
    ['https://sas.example/', 'https://sas.example/sas/recherche'],
    ['https://sas.example/region/', 'https://sas.example/region/sas/recherche'],
    ['https://sas.example/sas/recherche', 'https://sas.example/sas/recherche'],
    ['https://sas.example/sas/recherche/?text=x#y', 'https://sas.example/sas/recherche'],
    ['http://localhost:8080', 'http://localhost:8080/sas/recherche'],
  ];
  for (const [given, page] of bases)
    it(`appends the path once: ${given}`, () =>
      assert.equal(buildSearchLink(given, minimal).split('?')[0], page));

  const refused: [name: string, base: string, search: LinkSearch, code: string][] = [
    ['a base that is no address', 'sas.example', minimal, 'base-invalid null'],
    ['a script for a base', 'javascript:alert(1)//', minimal, 'base-invalid null'],
    ['a password in the base', 'https://a:b@sas.example', minimal, 'base-invalid null'],
    ['a blank origin', base, { ...minimal, origin: ' ' }, 'origin-missing origin'],
    ['no city', base, { ...minimal, address: {} }, 'address-missing city'],
    ['a blank city', base, { ...minimal, address: { city: ' \n' } }, 'address-missing city'],
    [
      'a street number without a name',
      base,
      { ...minimal, address: { city: 'Fécamp', streetNumber: '12' } },
      'street-number-without-name streetname',
    ],
    [
      'an INSEE code of four digits',
      base,
      { ...minimal, address: { inseeCode: '7625' } },
      'insee-code-invalid inseecode',
    ],
    [
      'a specialty code with a bar',
      base,
      { ...minimal, specialty: { oid: '1.2', code: 'SM|54' } },
      'specialty-invalid specialty',
    ],
    [
      'a specialty without a tree of numbers',
      base,
      { ...minimal, specialty: { oid: '1', code: 'SM54' } },
      'specialty-invalid specialty',
    ],
    [
      'an ADELI number',
      base,
      { ...minimal, practitioner: { rpps: '769900018' } },
      'practitioner-invalid practitioner',
    ],
  ];
  for (const [name, at, search, code] of refused)
    it(`refuses ${name}`, () =>
      assert.equal(
        refusal(() => buildSearchLink(at, search)),
        code,
      ));

  it('takes an RPPS with prefix and spaces', () => {
    const link = buildSearchLink(base, {
      ...minimal,
      practitioner: { rpps: '8 10999 00001 8' },
    });
    assert.deepEqual(parseSearchLink(link).practitioner, { rpps: '10999000018' });
  });

  it('sends a name that the national platform would take for a code in capitals', () => {
    assert.equal(practitionerText('Dr Fournier'), 'DR FOURNIER');
    assert.equal(practitionerText('Dr Martin'), 'Dr Martin');
    assert.equal(practitionerText('Cabinet : Martin'), 'Cabinet Martin');
  });

  it('says nothing of its values in an error', () => {
    const error = new SearchLinkError('practitioner-invalid', 'practitioner');
    assert.equal(error.message, 'search link: practitioner-invalid');
    assert.equal(isSearchLinkError(new Error('other')), false);
  });
});
