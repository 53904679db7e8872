import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildSearchLink, practitionerText } from './build-search-link.ts';
import { parseSearchLink } from './parse-search-link.ts';
import { DEFAULT_SPECIALTY, linkText, streetNumberDigits, type LinkSearch } from './search-link.ts';
import { isSearchLinkError } from './search-link-error.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const base = 'https://sas.example';

describe('there and back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom('', ' ', 'urn', 'Dr Fournier', 'a:b', '12 bis', 'ß urn', 'a+b&c=d#e?f%20'),
  );
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const searches = fc.record({
    origin: text.filter((value) => linkText(value) !== ''),
    streetNumber: text,
    streetName: text,
    inseeCode: fc.oneof(
      fc.constantFrom('', '75115', '75056', '69385', '13208', '2A004', '76351'),
      digits(5),
    ),
    city: text,
    specialty: optional(
      fc.oneof(
        text.filter((value) => !/^\s*urn:oid:/.test(value)),
        fc.record(
          {
            oid: fc.stringMatching(/^\d{1,3}(\.\d{1,4}){1,8}$/),
            code: fc.stringMatching(/^[A-Za-z0-9]{1,12}$/),
          },
          { noNullPrototype: true },
        ),
      ),
    ),
    practitioner: optional(
      fc.oneof(text, fc.record({ rpps: digits(11) }, { noNullPrototype: true })),
    ),
  });
  const toSearch = (
    raw: typeof searches extends fc.Arbitrary<infer T> ? T : never,
  ): LinkSearch => ({
    origin: raw.origin,
    address: {
      streetNumber: raw.streetNumber,
      streetName: raw.streetName,
      inseeCode: raw.inseeCode,
      city: raw.city,
    },
    ...(raw.specialty === undefined ? {} : { specialty: raw.specialty }),
    ...(raw.practitioner === undefined ? {} : { practitioner: raw.practitioner }),
  });
  const usable = searches.map(toSearch).filter(({ address }) => {
    const number = streetNumberDigits(address.streetNumber ?? '');
    const hasCity = address.inseeCode !== '' || linkText(address.city ?? '') !== '';
    return hasCity && (number === '' || linkText(address.streetName ?? '') !== '');
  });

  it('reads back what was asked', () => {
    fc.assert(
      fc.property(usable, (search) => {
        const parsed = parseSearchLink(buildSearchLink(base, search));
        const { address } = parsed;
        assert.equal(parsed.origin, linkText(search.origin));
        assert.ok(address !== null);
        assert.equal(address.streetNumber ?? '', streetNumberDigits(search.address.streetNumber!));
        assert.equal(address.streetName ?? '', linkText(search.address.streetName!));
        assert.equal(address.arrondissement ?? address.inseeCode ?? '', search.address.inseeCode);
        if (!['Paris', 'Lyon', 'Marseille'].includes(address.city ?? ''))
          assert.equal(address.city ?? '', linkText(search.address.city!));
        const specialty =
          typeof search.specialty === 'object'
            ? search.specialty
            : linkText(search.specialty ?? '') || DEFAULT_SPECIALTY;
        assert.deepEqual(parsed.specialty, specialty);
        const doctor = search.practitioner ?? '';
        assert.deepEqual(
          parsed.practitioner ?? '',
          typeof doctor === 'string' ? practitionerText(doctor) : doctor,
        );
        assert.equal(parsed.practitionerError, parsed.practitioner === null ? 'sas_pf_002' : null);
      }),
      { numRuns: 1000 },
    );
  });

  it('writes the same link from what it read', () => {
    fc.assert(
      fc.property(usable, (search) => {
        const link = buildSearchLink(base, search);
        const { origin, address, specialty, practitioner } = parseSearchLink(link);
        assert.ok(address !== null);
        const again: LinkSearch = {
          origin: origin ?? '',
          address: {
            ...(address.streetNumber === null ? {} : { streetNumber: address.streetNumber }),
            ...(address.streetName === null ? {} : { streetName: address.streetName }),
            ...(address.inseeCode === null
              ? {}
              : { inseeCode: address.arrondissement ?? address.inseeCode }),
            ...(address.city === null ? {} : { city: address.city }),
          },
          specialty,
          ...(practitioner === null ? {} : { practitioner }),
        };
        assert.deepEqual(parseSearchLink(buildSearchLink(base, again)), {
          ...parseSearchLink(link),
          specialtyForm: parseSearchLink(buildSearchLink(base, again)).specialtyForm,
        });
      }),
    );
  });

  it('accepts nothing in a link that its own reader refuses', () => {
    fc.assert(
      fc.property(searches.map(toSearch), (search) => {
        let link: string;
        try {
          link = buildSearchLink(base, search);
        } catch (error) {
          assert.ok(isSearchLinkError(error));
          return;
        }
        const parsed = parseSearchLink(link);
        assert.equal(parsed.addressFault, null);
        assert.notEqual(parsed.practitionerError, 'sas_pf_001');
      }),
    );
  });
});
