import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Refusal } from '../http/refusal.ts';
import { readScheduleSearch, readSlotSearch } from './read-search.ts';

const OID = 'urn:oid:1.2.250.1.71.4.2.1%7C';
const ID = `schedule.actor:Practitioner.identifier=${OID}810999001000`;
const GE = 'start=ge2026-11-22T10:00:00.000%2B00:00';
const LE = 'start=le2026-11-24T10:00:00.000%2B00:00';
const FREE = 'status=free';
const INCLUDES = '_include=Slot:schedule&_include:iterate=Schedule:actor';
const CPTS = '_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization';
const query = (...parts: string[]): string => parts.join('&');

const SIRETS =
  'actor:Location.organization.identifier=urn:oid:1.2.250.1.71.4.2.2%7C390000090200016';
const HAS_GE = '_has:Slot:schedule:start=ge2026-11-22T10:00:00%2B01:00';
const HAS_LE = '_has:Slot:schedule:start=le2026-11-24T10:00:00%2B01:00';
const HAS_FREE = '_has:Slot:schedule:status=free';

const rpps = (index: number): string => `8109990${String(index).padStart(5, '0')}`;
const ids = (...values: string[]): string =>
  `schedule.actor:Practitioner.identifier=${values.join(',')}`;

suite('searches of practitioners', () => {
  test('the requests of the official kit are read and echoed', () => {
    const text = query(INCLUDES, ID, GE, LE, FREE);
    const search = readSlotSearch(text);
    assert.equal(search.flow, 'ps');
    assert.deepEqual(search.identifiers, ['810999001000']);
    assert.equal(search.from, Date.parse('2026-11-22T10:00:00Z'));
    assert.equal(search.to, Date.parse('2026-11-24T10:00:00Z'));
    assert.equal(search.self, text);
  });

  test('the include of service types makes it a CPTS search', () => {
    assert.equal(readSlotSearch(query(INCLUDES, CPTS, ID, GE, LE, FREE)).flow, 'cpts');
    assert.equal(
      readSlotSearch(query('_INCLUDE=Slot:service-type-reference', ID, GE, LE, FREE)).flow,
      'ps',
    );
    assert.equal(
      readSlotSearch(query('_include=slot:Service-Type-Reference', ID, GE, LE, FREE)).flow,
      'cpts',
    );
  });

  test('a bare + of an offset is a + and leaves as %2B', () => {
    const bare = query(ID, 'start=ge2026-11-22T10:00:00+01:00', LE, FREE);
    const search = readSlotSearch(bare);
    assert.equal(search.from, Date.parse('2026-11-22T09:00:00Z'));
    assert.equal(search.self, bare.replace('+01', '%2B01'));
  });

  test('dates without offset are Paris time', () => {
    const search = readSlotSearch(query(ID, 'start=ge2026-11-22T10:00:00.000', LE, FREE));
    assert.equal(search.from, Date.parse('2026-11-22T09:00:00Z'));
  });

  test('unknown parameters and includes are ignored and not echoed', () => {
    const strange = '_include=Slot:foo&foo=bar&_sort=start&&%zz=1&_format=xml&Status=busy';
    assert.equal(
      readSlotSearch(query(strange, ID, GE, LE, FREE, 'x')).self,
      query(ID, GE, LE, FREE),
    );
  });

  test('what is understood beside the guide is echoed', () => {
    for (const extra of ['_count=1000', '_format=json', '_format=application/fhir%2Bjson']) {
      assert.equal(
        readSlotSearch(query(ID, GE, LE, FREE, extra)).self,
        query(ID, GE, LE, FREE, extra),
      );
    }
    assert.equal(readSlotSearch(query(ID, GE, LE, FREE, '_count=40')).count, 40);
  });

  test('an upside-down window is no fault', () => {
    const search = readSlotSearch(
      query(ID, 'start=ge2026-11-24T10:00:00Z', 'start=le2026-11-22T10:00:00Z', FREE),
    );
    assert.ok(search.from > search.to);
  });

  const FORMS: [string, string[]][] = [
    ['810999001000', ['810999001000']],
    ['10999001000', ['810999001000']],
    [`${OID}10999001000`, ['810999001000']],
    ['1.2.250.1.71.4.2.1|810999001000', ['810999001000']],
    ['%7C810999001000', ['810999001000']],
    [`%20${OID}810999001000%20,%20,+${OID}810999001018,`, ['810999001000', '810999001018']],
    [`${OID}810999001000,10999001000`, ['810999001000']],
    [`${OID}0759012345`, ['0759012345']],
    [`${OID}02A1234567`, ['02A1234567']],
    ['urn:oid:1.2.3%7C810999001000', []],
    ['urn:oid:1.2.250.1.71.4.2.2%7C390000090200016', []],
    [`${OID}abc`, []],
    [`${OID}${'8'.repeat(300)}`, []],
    [`${OID}3620100057/70326SR`, []],
  ];
  for (const [value, expected] of FORMS) {
    test(`identifiers '${value.slice(0, 70)}' ask for ${expected.length}`, () => {
      assert.deepEqual(readSlotSearch(query(ids(value), GE, LE, FREE)).identifiers, expected);
    });
  }

  test('25 identifiers are read, repeated ones count once', () => {
    const many = Array.from({ length: 25 }, (_, index) => rpps(index));
    const search = readSlotSearch(query(ids(...many, many[0] ?? ''), GE, LE, FREE));
    assert.equal(search.identifiers.length, 25);
  });
});

const BAD: [string, string][] = [
  ['', 'nothing'],
  [query(GE, LE, FREE), 'no identifiers'],
  [query(ids(''), GE, LE, FREE), 'blank identifiers'],
  [query(ids('%20,%20'), GE, LE, FREE), 'only blanks'],
  [query(ids(OID), GE, LE, FREE), 'a system without value'],
  [query(ID, ID, GE, LE, FREE), 'identifiers given twice'],
  [query(ids('%zz'), GE, LE, FREE), 'a broken escape'],
  [query(ids('%FF'), GE, LE, FREE), 'no UTF-8'],
  [query(ids('8109%00'), GE, LE, FREE), 'a NUL'],
  [query(ids(...Array.from({ length: 26 }, (_, n) => rpps(n))), GE, LE, FREE), '26 identifiers'],
  [query(ids(...Array.from({ length: 26 }, (_, n) => `x${n}`)), GE, LE, FREE), '26 of nobody'],
  [query(ID, LE, FREE), 'no lower bound'],
  [query(ID, GE, FREE), 'no upper bound'],
  [query(ID, GE, GE, LE, FREE), 'two lower bounds'],
  [query(ID, GE, LE, LE, FREE), 'two upper bounds'],
  [query(ID, 'start=2026-11-22', LE, FREE), 'no prefix'],
  [query(ID, 'start=gt2026-11-22', LE, FREE), 'the prefix gt'],
  [query(ID, 'start=GE2026-11-22', LE, FREE), 'a prefix in capitals'],
  [query(ID, 'start=', GE, LE, FREE), 'a blank date beside'],
  [query(ID, 'start=ge', LE, FREE), 'a prefix alone'],
  [query(ID, 'start=ge2026-11-22,ge2026-11-23', LE, FREE), 'a list of dates'],
  [query(ID, 'start=ge2026-02-30', LE, FREE), 'a day that does not exist'],
  [query(ID, 'start=geyesterday', LE, FREE), 'a word for a date'],
  [query(ID, GE, LE), 'no status'],
  [query(ID, GE, LE, 'status='), 'a blank status'],
  [query(ID, GE, LE, 'status=busy'), 'status busy'],
  [query(ID, GE, LE, 'status=free,busy'), 'a list of statuses'],
  [query(ID, GE, LE, 'status=Free'), 'status in capitals'],
  [query(ID, GE, LE, 'status=free', 'status=busy'), 'two statuses'],
  [query(ID, GE, LE, FREE, '_count=-1'), 'a negative count'],
  [query(ID, GE, LE, FREE, '_count=all'), 'a count that is no number'],
];

suite('searches that cannot be run', () => {
  for (const [text, name] of BAD) {
    test(`${name}: 400 with the parameter at fault`, () => {
      assert.throws(
        () => readSlotSearch(text),
        (error) => error instanceof Refusal && error.status === 400 && error.issues.length > 0,
      );
    });
  }
});

suite('searches of associations', () => {
  test('the request of the guide is read and echoed', () => {
    const text = query(
      '_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization',
      HAS_GE,
      HAS_LE,
      HAS_FREE,
      SIRETS,
    );
    const search = readScheduleSearch(text);
    assert.equal(search.flow, 'sos');
    assert.deepEqual(search.identifiers, ['90000090200016']);
    assert.equal(search.from, Date.parse('2026-11-22T09:00:00Z'));
    assert.equal(search.self, text);
  });

  test('both spellings of the include are honoured', () => {
    for (const include of ['Location:Organization', 'Location:organization']) {
      const text = query(`_include:iterate=${include}`, HAS_GE, HAS_LE, HAS_FREE, SIRETS);
      assert.equal(readScheduleSearch(text).self, text);
    }
  });

  test('a SIRET is found with and without its prefix, nothing else is', () => {
    const name = 'actor:Location.organization.identifier';
    const forms: [string, string[]][] = [
      ['90000090200016', ['90000090200016']],
      ['390000090200016', ['90000090200016']],
      ['1760009001', []],
      ['urn:oid:1.2.250.1.71.4.2.1%7C390000090200016', []],
    ];
    for (const [value, expected] of forms) {
      const search = readScheduleSearch(query(HAS_GE, HAS_LE, HAS_FREE, `${name}=${value}`));
      assert.deepEqual(search.identifiers, expected, value);
    }
  });

  test('the parameters of the other search are not taken for ours', () => {
    assert.throws(() => readScheduleSearch(query(ID, GE, LE, FREE)), Refusal);
    assert.throws(() => readScheduleSearch(query(SIRETS, GE, LE, FREE)), Refusal);
    assert.throws(() => readSlotSearch(query(SIRETS, HAS_GE, HAS_LE, HAS_FREE)), Refusal);
  });
});
