import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSearchLink } from './parse-search-link.ts';
import { PRACTITIONER_ERRORS } from './practitioner-error.ts';
import { DEFAULT_SPECIALTY, LONGEST_LINK_VALUE } from './search-link.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const parse = (query: string) => parseSearchLink(`/sas/recherche?${query}`);

describe('the address of a search link', () => {
  const addresses: [query: string, expected: unknown][] = [
    [
      'streetnumber=12+bis&streetname=rue+de+la+Mer&inseecode=76259&city=F%C3%A9camp',
      ['12', 'rue de la Mer', '76259', null, 'Fécamp'],
    ],
    ['city=F%C3%A9camp', [null, null, null, null, 'Fécamp']],
    ['inseecode=76259', [null, null, '76259', null, null]],
    ['inseecode=2a004', [null, null, '2A004', null, null]],
    ['inseecode=75115', [null, null, '75056', '75115', 'Paris']],
    ['inseecode=75101&city=Paris+1er', [null, null, '75056', '75101', 'Paris']],
    ['inseecode=75120', [null, null, '75056', '75120', 'Paris']],
    ['inseecode=75056&city=PARIS', [null, null, '75056', null, 'Paris']],
    ['inseecode=75121&city=Ailleurs', [null, null, '75121', null, 'Ailleurs']],
    ['inseecode=69381', [null, null, '69123', '69381', 'Lyon']],
    ['inseecode=69389', [null, null, '69123', '69389', 'Lyon']],
    ['inseecode=69390&city=X', [null, null, '69390', null, 'X']],
    ['inseecode=13201', [null, null, '13055', '13201', 'Marseille']],
    ['inseecode=13216', [null, null, '13055', '13216', 'Marseille']],
    ['inseecode=13217&city=X', [null, null, '13217', null, 'X']],
    ['inseecode=Le+Havre&city=Le+Havre', [null, null, null, null, 'Le Havre']],
    ['streetnumber=bis&city=X', [null, null, null, null, 'X']],
    ['streetnumber=12-14&streetname=quai+Sud&city=X', ['12', 'quai Sud', null, null, 'X']],
    ['streetnumber=n%C2%B07&streetname=quai&city=X', ['7', 'quai', null, null, 'X']],
    ['streetnumber=12&city=X', 'street-number-without-name'],
    ['streetnumber=12&streetname=+&city=X', 'street-number-without-name'],
    ['streetname=rue+de+la+Mer', 'address-missing'],
    ['inseecode=7625', 'address-missing'],
    ['', 'address-missing'],
  ];
  for (const [query, expected] of addresses)
    it(`reads ${query || 'nothing'}`, () => {
      const { address, addressFault } = parse(`origin=SAMU76&${query}`);
      const found =
        address === null
          ? addressFault
          : [
              address.streetNumber,
              address.streetName,
              address.inseeCode,
              address.arrondissement,
              address.city,
            ];
      assert.deepEqual(found, expected);
      assert.equal(address === null, addressFault !== null);
    });
});

describe('specialty and own doctor of a search link', () => {
  const specialties: [query: string, specialty: unknown, form: string][] = [
    ['', DEFAULT_SPECIALTY, 'notTransmitted'],
    ['specialty=', DEFAULT_SPECIALTY, 'notTransmitted'],
    ['specialty=p%C3%A9diatre', 'pédiatre', 'fullText'],
    [
      'specialty=urn:oid:1.2.250.1.213.2.28|SM40',
      { oid: '1.2.250.1.213.2.28', code: 'SM40' },
      'normed',
    ],
    ['specialty=urn%3Aoid%3A1.2%7CSM40', { oid: '1.2', code: 'SM40' }, 'normed'],
    ['specialty=urn:oid:1.2.250', 'urn:oid:1.2.250', 'fullText'],
    ['specialty=urn:oid:1x2|SM40', 'urn:oid:1x2|SM40', 'fullText'],
    ['specialty=SM40|', 'SM40|', 'fullText'],
  ];
  for (const [query, specialty, form] of specialties)
    it(`reads ${query || 'no specialty'}`, () => {
      const parsed = parse(`origin=S&city=X&${query}`);
      assert.deepEqual(parsed.specialty, specialty);
      assert.equal(parsed.specialtyForm, form);
    });

  const idnps = 'urn:oid:1.2.250.1.71.4.2.1';
  const doctors: [query: string, doctor: unknown, form: string, error: string | null][] = [
    [`practitioner=${idnps}|810999000018`, { rpps: '10999000018' }, 'normed', null],
    [
      `practitioner=${encodeURIComponent(`${idnps}|810999000018`)}`,
      { rpps: '10999000018' },
      'normed',
      null,
    ],
    ['practitioner=Dr+Martin', 'Dr Martin', 'fullText', null],
    ['practitioner=Dr+Fournier', 'Dr Fournier', 'fullText', null],
    ['practitioner=Droidin', 'Droidin', 'fullText', null],
    ['', null, 'notTransmitted', 'sas_pf_002'],
    ['practitioner=', null, 'notTransmitted', 'sas_pf_002'],
    ['practitioner=+', null, 'notTransmitted', 'sas_pf_002'],
    [`practitioner=${idnps}|10999000018`, null, 'normed', 'sas_pf_001'],
    [`practitioner=${idnps}|0769900018`, null, 'normed', 'sas_pf_001'],
    [`practitioner=${idnps}|81099900001A`, null, 'normed', 'sas_pf_001'],
    [`practitioner=${idnps}|8109990000181`, null, 'normed', 'sas_pf_001'],
    [`practitioner=${idnps}`, null, 'normed', 'sas_pf_001'],
    ['practitioner=urn:oid:1.2.250.1.71.4.2.2|810999000018', null, 'fullText', 'sas_pf_001'],
    ['practitioner=oid+1.2.3', null, 'fullText', 'sas_pf_001'],
    ['practitioner=urn', null, 'fullText', 'sas_pf_001'],
    ['practitioner=RPPS:10999000018', null, 'fullText', 'sas_pf_001'],
  ];
  for (const [query, doctor, form, error] of doctors)
    it(`reads ${query || 'no own doctor'}`, () => {
      const parsed = parse(`origin=S&city=X&${query}`);
      assert.deepEqual(parsed.practitioner, doctor);
      assert.equal(parsed.practitionerForm, form);
      assert.equal(parsed.practitionerError, error);
    });

  it('has words in both languages for both errors', () => {
    for (const text of Object.values(PRACTITIONER_ERRORS))
      assert.ok(text.fr !== '' && text.en !== '');
  });
});

describe('reading any search link', () => {
  it('is contextual by its origin alone', () => {
    assert.equal(parse('origin=S&city=X').origin, 'S');
    const manual = parse('origin=&text=dentiste&loc=Rouen');
    assert.equal(manual.origin, null);
    assert.equal(manual.practitionerError, null);
  });

  it('ignores unknown parameters, and takes the first of a repeated one', () => {
    const parsed = parse('origin=S&city=X&city=Y&__proto__=z&caseid=1&constructor=2');
    assert.deepEqual(parsed, parse('origin=S&city=X'));
  });

  it('reads an address, a path, a query and nonsense alike', () => {
    const query = 'origin=S&city=X';
    const whole = `https://sas.example/sas/recherche?${query}`;
    for (const url of [
      whole,
      new URL(whole).href,
      `?${query}`,
      `http://[bad?${query}`,
      `${whole}#y?z`,
    ])
      assert.equal(parseSearchLink(url).address?.city, 'X');
    assert.equal(parseSearchLink('').origin, null);
  });

  it('survives broken escapes and 8 kB', () => {
    const parsed = parse(`origin=S&city=%E9%&practitioner=${'M'.repeat(8192)}&streetnumber=%`);
    assert.notEqual(parsed.address, null);
    assert.equal((parsed.practitioner as string).length, LONGEST_LINK_VALUE);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseSearchLink(text);
        parse(text);
      }),
    );
  });
});
