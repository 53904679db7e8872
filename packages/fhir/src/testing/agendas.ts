import fc from 'fast-check';
import { formatInstant } from '../instants.ts';
import type { Agenda, BookingMode, DayOfWeek, Modality, Visibility } from '../model.ts';
import { timeZoneOf } from '../time-zones.ts';

// Ids that FHIR allows: the others come back in another form.
const id = fc.oneof(fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/), fc.uuid());
const words = fc
  .stringMatching(/^[A-Za-zÀ-ÿ0-9'’ -]{1,30}$/)
  .map((text) => text.trim().replace(/\s+/g, ' '))
  .filter((text) => text !== '');
const postalCode = fc.constantFrom('76600', '01000', '97400', '97500', '98714', '97133', '20000');
const phone = fc.integer({ min: 0, max: 9999 }).map((n) => `+3326191${String(n).padStart(4, '0')}`);
const mobile = fc
  .integer({ min: 0, max: 9999 })
  .map((n) => `+3363998${String(n).padStart(4, '0')}`);
const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));
const structure = fc.oneof(
  digits(7).map((end) => ({ finess: `76${end}` })),
  digits(9).map((end) => ({ siret: `90000${end}` })),
  digits(3).map((end) => ({ practiceId: `410999001000${end}` })),
);
const coordinate = (most: number) =>
  fc
    .double({ min: -most, max: most, noNaN: true, noDefaultInfinity: true })
    .map((value) => Math.round(value * 1e4) / 1e4 + 0);
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Takes out members that are undefined. */
function defined<Value extends object>(value: Value): any {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

const address = fc
  .record({
    line: words,
    city: words,
    postalCode,
    position: some(fc.tuple(coordinate(90), coordinate(180))),
  })
  .map(({ position, ...rest }) => ({
    ...rest,
    timeZone: timeZoneOf(rest.postalCode),
    ...(position && { lat: position[0], lon: position[1] }),
  }));

const practitioner = fc
  .record({ id, number: digits(6), family: words, given: words, phone: some(mobile) })
  .map(({ number, ...rest }) => defined({ ...rest, nationalId: `810999${number}` }));
const place = fc
  .tuple(fc.record({ id, name: some(words), structure, phone }), address)
  .map(([own, where]) => defined({ ...own, ...where }));
const community = fc
  .record({ id, end: digits(7), name: words, phone })
  .map(({ end, ...rest }) => defined({ ...rest, finess: `76${end}` }));

const DAYS: readonly DayOfWeek[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const hours = fc
  .record({ days: fc.subarray([...DAYS], { minLength: 1 }), opens: time, closes: time })
  .map((each) => ({ ...each }));
const site = fc
  .tuple(
    fc.record({
      id,
      name: words,
      phone: some(phone),
      openingHours: some(fc.array(hours, { minLength: 1, maxLength: 3 })),
    }),
    address,
  )
  .map(([own, where]) => defined({ ...own, ...where }));

const VISIBILITY: readonly Visibility[] = ['PUBLIC', 'PRO', 'SNP', 'CPTS'];
const MODALITIES: readonly Modality[] = ['AMB', 'HH', 'VR'];
const slot = fc.record({
  id,
  owner: fc.nat(),
  where: fc.nat(),
  ofSite: fc.boolean(),
  start: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }),
  minutes: fc.integer({ min: 1, max: 240 }),
  status: some(fc.constantFrom('free', 'busy')),
  visibility: fc.subarray([...VISIBILITY], { minLength: 1 }),
  modalities: some(fc.subarray([...MODALITIES], { minLength: 1 })),
  booking: some(fc.constantFrom<BookingMode>('ROUTINE', 'WALKIN')),
  reasons: some(fc.uniqueArray(words, { minLength: 1, maxLength: 3 })),
  specialties: some(
    fc.uniqueArray(fc.constantFrom('SM54', 'SM40', 'https://other.example/cs|X1'), {
      minLength: 1,
    }),
  ),
  url: fc.webUrl({ withQueryParameters: true }),
  capacity: some(fc.integer({ min: 1, max: 9 })),
  publicDisplay: some(fc.boolean()),
});

const unique = <Each extends { id: string }>(all: Each[]): Each[] => [
  ...new Map(all.map((each) => [each.id, each])).values(),
];

/** Agendas in the form of the readers, of all flows at once; every slot leads to what exists. */
export const agendas: fc.Arbitrary<Agenda> = fc
  .record({
    practitioners: fc.array(practitioner, { minLength: 1, maxLength: 4 }),
    places: fc.array(place, { minLength: 1, maxLength: 4 }),
    communities: fc.array(community, { minLength: 1, maxLength: 3 }),
    sites: fc.array(site, { minLength: 1, maxLength: 3 }),
    association: fc.record({ id, name: words, siret: digits(9).map((end) => `90000${end}`) }),
    slots: fc.array(slot, { maxLength: 8 }),
  })
  .map(({ association, ...parts }) => {
    const people = [
      ...new Map(unique(parts.practitioners).map((each) => [each.nationalId, each])).values(),
    ];
    const places = unique(parts.places);
    const sites = unique(parts.sites);
    const communities = unique(parts.communities);
    const slots = unique(parts.slots).map(({ owner, where, ofSite, start, minutes, ...rest }) => {
      const home = ofSite ? sites[where % sites.length] : places[where % places.length];
      const instant = (epochMs: number) => formatInstant(epochMs, home.timeZone);
      return defined({
        ...rest,
        ...(ofSite
          ? { site: home.id }
          : { practitioner: people[owner % people.length].id, place: home.id }),
        start: instant(start),
        end: instant(start + minutes * 60_000),
        ...(rest.visibility.includes('CPTS') && {
          communities: communities
            .slice(0, 1 + (where % communities.length))
            .map((each) => each.id),
        }),
      });
    });
    return {
      practitioners: people,
      places,
      communities,
      associations: [{ ...association, sites }],
      slots,
    };
  });
