import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAgenda } from '../testing/agenda-fixtures.ts';
import { runConformance } from '../testing/conformance.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const QUARTER = 900_000;
const CPTS = ['1760009010', '1760009028'];
const [ONE, TWO, BARE, NONE, MEMBER, MEMBERS] = [
  '810999900018',
  '810999900026',
  '810999900034',
  '810999900042',
  '810999900059',
  '810999900067',
] as const;
const OTHER = '810999900075';
const ADELI = '0769900018';
const SITES_CLOSED = '390000090200024';
const SITES = '390000090200016';
const HERE = { line: '12 rue des Galets', lat: 49.4938, lon: 0.1077, phone: '02 61 91 10 20' };
const THERE = { line: '3 rue du Phare', lat: 49.4992, lon: 0.1134, phone: '02 61 91 10 21' };
const commune = { postcode: '76600', city: 'Le Havre', insee: '76351' };

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform({
    SAS_SEARCH_PAGE: '/recherche',
    SAS_SEARCH_ORIGINS: 'SAMU76',
  });
  await publishEverything();
});
after(() => platform.close());

let hours = 3;
/** Start of a slot that is booked. */
let busy = '';

/** Opens an agenda and offers slots, each at a time of its own from three hours on. */
async function publish(
  agenda: Record<string, unknown>,
  slots: readonly Record<string, unknown>[],
): Promise<string> {
  const id = await openAgenda(platform, agenda);
  for (const slot of slots) {
    const start = Math.ceil(Date.now() / QUARTER) * QUARTER + hours * 4 * QUARTER;
    hours += 1;
    const { status, body } = await platform.call('POST', `/v1/schedules/${id}/slots`, {
      as: 'editor',
      body: {
        start: new Date(start).toISOString(),
        end: new Date(start + QUARTER).toISOString(),
        modalities: ['AMB'],
        visibility: ['PUBLIC'],
        publicDisplay: true,
        ...slot,
      },
    });
    assert.equal(status, 201, JSON.stringify(body));
  }
  return id;
}

const doctor = (nationalId: string, place: object, finess = '1760000001') => ({
  practitioner: { nationalId, family: 'AUBRY', given: 'Camille', specialties: ['SM54'] },
  structure: { kind: 'practice', name: 'Cabinet de démonstration', nationalId: finess },
  location: { ...commune, ...place },
});

async function publishEverything(): Promise<void> {
  for (const [index, nationalId] of CPTS.entries()) {
    await publish(
      {
        ...doctor(`81099990010${index}`, HERE),
        structure: { kind: 'cpts', name: `CPTS ${index}`, nationalId },
      },
      [],
    );
  }
  await publish(doctor(ONE, HERE), [{}, { visibility: ['PRO'] }, { booking: 'WALKIN' }]);
  await publish(doctor(TWO, HERE), [{}]);
  await publish(doctor(TWO, THERE, '1760000002'), [{}]);
  await publish(doctor(BARE, { ...THERE, phone: undefined, line: '5 rue du Phare' }), [{}, {}]);
  await publish(doctor(ADELI, HERE), [{}]);
  await publish(doctor(NONE, HERE), []);
  const [first, second] = CPTS;
  const of = (...communities: (string | undefined)[]) => ({ visibility: ['CPTS'], communities });
  await publish(doctor(MEMBER, HERE), [of(first)]);
  await publish(doctor(MEMBERS, HERE), [of(first), of(first, second)]);
  await publish(doctor(MEMBERS, THERE, '1760000002'), [of(second)]);
  for (const place of [HERE, THERE]) {
    const structure = { kind: 'sos', name: 'SOS Médecins (démonstration)', nationalId: SITES };
    await publish({ practitioner: undefined, structure, location: { ...commune, ...place } }, [
      { visibility: ['SNP'] },
    ]);
  }
  const structure = { kind: 'sos', name: 'SOS Médecins (fermé)', nationalId: SITES_CLOSED };
  await publish({ practitioner: undefined, structure, location: { ...commune, ...HERE } }, []);
  busy = await bookOne(BARE);
}

/** Books a free slot of a practitioner; answers its start. */
async function bookOne(nationalId: string): Promise<string> {
  const [slot] = await platform.database.query<{ id: string }>(
    `select s.id from slot s join schedule sch on sch.id = s.schedule_id
     join practitioner p on p.id = sch.practitioner_id where p.national_id = $1 order by s.starts_at limit 1`,
    [nationalId],
  );
  const booking = { as: 'regulator', body: { slotId: slot!.id } };
  const { status, body } = await platform.call('POST', '/v1/appointments', booking);
  assert.equal(status, 201, JSON.stringify(body));
  return body.slot.start as string;
}

const config = (authorization: string) => ({
  headers: { authorization },
  sso: { notApplicable: 'the page of a slot is the search of this platform (INT_L01)' },
  practitioners: {
    onePlace: {
      id: ONE,
      slotTypes: ['PUBLIC', 'PRO'],
      consultationTypes: ['AMB'],
      phone: '+33261911020',
      specialties: ['SM54'],
    },
    twoPlaces: { id: TWO },
    together: [ONE, TWO],
    noSlots: NONE,
    unknown: '810999909990',
    bare: BARE,
    adeli: ADELI,
    kept: { id: BARE, starts: [busy] },
  },
  cpts: {
    one: { id: MEMBER, slotTypes: ['CPTS'], consultationTypes: ['AMB'], specialties: ['SM54'] },
    several: { id: MEMBERS },
  },
  sos: {
    one: { siret: SITES, sites: 2, slotTypes: ['SNP'], consultationTypes: ['AMB'] },
    noSlots: SITES_CLOSED,
    unknown: '390000090200040',
  },
});

/** Everything but accounts, declarations and TLS, which a run over plain HTTP on one machine cannot see. */
const ASKED = [
  ...[
    'ps',
    'one-place',
    'two-places',
    'together',
    'window',
    'errors',
    'limits',
    'empty',
    'silence',
  ],
  ...['cpts', 'cpts-one', 'cpts-several', 'cpts-window', 'cpts-errors', 'cpts-limits'],
  ...[
    'sos',
    'sos-one',
    'sos-window',
    'sos-errors',
    'sos-limits',
    'metadata',
    'wire',
    'time',
    'sso',
  ],
];

test('sas-conformance finds nothing wrong with the platform as a vendor', async () => {
  const token = platform.credentials.tokens['dispatch-software']!;
  const only = ASKED.map((group) => `${group}/*`).join(',');
  const sent = config(`Bearer ${token}`);
  const checks = await runConformance(`${platform.url}/fhir`, sent, '--only', only);
  const others = checks.filter(({ status }) => status !== 'passed');
  // No account is kept, what is asked once needs no entity tag, and nobody is sent here by SAS.
  assert.deepEqual(
    others.map(({ id, status }) => `${id} ${status}`),
    ['metadata/accounts skipped', 'metadata/etag skipped', 'sso/with-origin skipped'],
  );
  assert.ok(checks.length > 300, `${checks.length}`);
});

/** `GET /fhir/Slot` as INT_R01 asks, for the next two days. */
function slotsOf(nationalId: string, as: string) {
  const iso = (ms: number) => encodeURIComponent(new Date(ms).toISOString());
  const query = [
    `schedule.actor:Practitioner.identifier=${encodeURIComponent(`urn:oid:1.2.250.1.71.4.2.1|${nationalId}`)}`,
    `start=ge${iso(Date.now())}`,
    `start=le${iso(Date.now() + 2 * 86_400_000)}`,
    'status=free',
    '_include=Slot:schedule',
    '_include:iterate=Schedule:actor',
  ];
  return platform.call('GET', `/fhir/Slot?${query.join('&')}`, { as });
}

const totalFor = async (nationalId: string, as: string) => {
  const { status, body } = await slotsOf(nationalId, as);
  assert.equal(status, 200, JSON.stringify(body));
  return body.total as number;
};

test('each program is told what it may know of: its own as an editor, all as dispatch software', async () => {
  assert.equal(await totalFor(ONE, 'dispatch-software'), 3);
  assert.equal(await totalFor(ONE, 'editor'), 3);
  await openAgenda(platform, { ...doctor(OTHER, THERE), publicDisplay: true }, 'administrator');
  assert.equal(await totalFor(OTHER, 'editor'), 0);
  for (const as of ['regulator', 'practitioner', 'public']) {
    const { status, body } = await slotsOf(ONE, as);
    assert.deepEqual([status, body.resourceType], [403, 'OperationOutcome'], as);
  }
});

test('agendas of a vendor that is asked itself are its own to answer for', async (t) => {
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ('vendor', 'Agenda', 'https://agenda.example/fhir')`,
  );
  t.after(() => platform.database.query(`delete from editor where id = 'vendor'`));
  assert.equal(await totalFor(ONE, 'dispatch-software'), 0);
});

test('what has been booked is not offered any more, and an answer is not sent twice', async () => {
  const { body, headers } = await slotsOf(TWO, 'dispatch-software');
  assert.equal(body.total, 2);
  const same = await platform.call(
    'GET',
    new URL(body.link[0].url).pathname + new URL(body.link[0].url).search,
    {
      as: 'dispatch-software',
      headers: { 'if-none-match': headers.get('etag')! },
    },
  );
  assert.equal(same.status, 304);
  await bookOne(TWO);
  assert.equal(await totalFor(TWO, 'dispatch-software'), 1);
});
