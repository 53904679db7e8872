import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { MemoryRegulators } from './accounts/memory-store.ts';
import type { AgendaSource } from './agenda.ts';
import { createConnector } from './connector.ts';
import type { ConnectorOptions } from './options.ts';
import { BELLANGER, careless, offer, siteSlot, slot } from './testing/agenda.ts';
import {
  ask,
  associationSearch,
  communitySearch,
  idsOf,
  resourcesOf,
  slotSearch,
} from './testing/client.ts';
import { serve, type Served } from './testing/serve.ts';
import { withConnector } from './testing/with-connector.ts';

const PS = 'http://sas.fr/fhir/StructureDefinition/';
const at = (hour: string): Partial<ReturnType<typeof slot>> => ({
  start: `2026-11-22T${hour}:00+01:00`,
  end: `2026-11-22T${hour}:10+01:00`,
});

const SLOTS = [
  slot({ id: 'late', ...at('15:00') }),
  slot({ id: 'early', ...at('09:00') }),
  slot({ id: 'elsewhere', place: 'place-2', ...at('10:00'), booking: 'WALKIN' }),
  slot({ id: 'members', visibility: ['CPTS'], communities: ['cpts-1'], ...at('11:00') }),
  slot({ id: 'shared', visibility: ['PUBLIC', 'CPTS'], communities: ['cpts-1'], ...at('12:00') }),
  slot({ id: 'other', practitioner: 'pr-2', place: 'place-2', ...at('13:00') }),
  slot({ id: 'busy', status: 'busy' }),
  slot({ id: 'kept', audience: 'own-patients' }),
  siteSlot({ id: 'pfg', visibility: ['PUBLIC', 'PRO', 'SNP'] }),
  siteSlot({ id: 'pfg-2', site: 'site-2', visibility: ['SNP'] }),
  siteSlot({ id: 'pro', visibility: ['PRO'] }),
];

let served: Served;
let base: string;
before(async () => {
  served = await serve((request) => connector.handle(request));
  base = `${served.origin}/fhir`;
});
after(() => served.close());

const options: ConnectorOptions = {
  agenda: careless(offer(SLOTS)),
  baseUrl: 'https://agenda.example/fhir',
};
const connector = createConnector(options);

suite('GET /Slot', () => {
  test('the search of practitioners answers their free slots, earliest first', async () => {
    const { status, headers, body } = await ask(base + slotSearch());
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/fhir+json; charset=utf-8');
    assert.deepEqual(idsOf(body, 'Slot'), ['early', 'elsewhere', 'shared', 'late']);
    assert.equal(body.total, 4);
    assert.deepEqual(body.meta.profile, [`${PS}BundleAgregateur`]);
    assert.equal(resourcesOf(body, 'Practitioner').length, 1);
    assert.equal(resourcesOf(body, 'PractitionerRole').length, 2);
    assert.equal(resourcesOf(body, 'Schedule').length, 2);
    assert.equal(resourcesOf(body, 'Organization').length, 0);
    assert.equal(resourcesOf(body, 'Practitioner')[0].identifier[0].value, '810999001000');
    for (const each of resourcesOf(body, 'Slot')) {
      assert.match(each.start, /^2026-11-22T\d\d:\d\d:00\.000\+01:00$/);
      assert.deepEqual(each.meta.profile, [`${PS}FrSlotAgregateur`]);
      assert.ok(each.comment.includes('?'));
      assert.equal(each.status, 'free');
      const codes = each.meta.security.map((coding: any) => coding.code);
      assert.ok(!codes.includes('CPTS'));
    }
  });

  test('the CPTS search answers its slots too, with the CPTS', async () => {
    const { body } = await ask(base + communitySearch());
    assert.deepEqual(idsOf(body, 'Slot'), ['early', 'elsewhere', 'members', 'shared', 'late']);
    assert.equal(resourcesOf(body, 'HealthcareService').length, 1);
    assert.equal(resourcesOf(body, 'Organization')[0].identifier[0].value, '1760009902');
    for (const each of resourcesOf(body, 'Slot')) {
      const types = JSON.stringify(each.serviceType).includes('"604"');
      const security = each.meta.security.map((coding: any) => coding.code);
      assert.equal(types, security.includes('CPTS'));
    }
  });

  test('several practitioners are answered together, each at their place', async () => {
    const { body } = await ask(base + slotSearch({ ids: ['10999001000', '810999001018'] }));
    assert.equal(resourcesOf(body, 'Practitioner').length, 2);
    assert.equal(resourcesOf(body, 'Slot').length, 5);
    const other = resourcesOf(body, 'Slot').find(({ id }) => id === 'other');
    const schedule = resourcesOf(body, 'Schedule').find(
      ({ id }) => other.schedule.reference === `Schedule/${id}`,
    );
    assert.equal(schedule.actor[0].reference, `Practitioner/${BELLANGER.id}`);
  });

  test('the self link is the request, under the public address', async () => {
    for (const search of [slotSearch(), communitySearch()]) {
      const { body } = await ask(base + search);
      assert.deepEqual(body.link, [
        { relation: 'self', url: `https://agenda.example/fhir${search}` },
      ]);
    }
  });

  test('full addresses are of the public address, search modes are given', async () => {
    const { body } = await ask(base + slotSearch());
    for (const { fullUrl, resource, search } of body.entry) {
      assert.equal(fullUrl, `https://agenda.example/fhir/${resource.resourceType}/${resource.id}`);
      assert.equal(search.mode, resource.resourceType === 'Slot' ? 'match' : 'include');
    }
  });

  test('both bounds belong to the window', async () => {
    const exact = '2026-11-22T09:00:00.000%2B01:00';
    const { body } = await ask(base + slotSearch({ from: exact, to: exact }));
    assert.deepEqual(idsOf(body, 'Slot'), ['early']);
  });

  test('nobody known, nothing free and an upside-down window are an empty Bundle', async () => {
    for (const search of [
      slotSearch({ ids: ['810999009999'] }),
      slotSearch({
        from: '2024-01-01T00:00:00.000%2B00:00',
        to: '2024-01-03T23:59:59.999%2B00:00',
      }),
      slotSearch({ from: '2026-11-24T00:00:00Z', to: '2026-11-22T00:00:00Z' }),
      communitySearch({ ids: ['xyz'] }),
      associationSearch({ ids: ['334173748400020'] }),
    ]) {
      const { status, body } = await ask(base + search);
      assert.equal(status, 200);
      assert.equal(body.total, 0);
      assert.equal('entry' in body, false);
      assert.equal(body.link[0].relation, 'self');
      assert.equal(body.meta.profile.length, 1);
    }
  });

  test('a slash at the end, another path before and no base path are understood', async () => {
    const search = slotSearch();
    for (const url of [`${base}/Slot/${search.slice('/Slot'.length)}`, served.origin + search]) {
      assert.equal((await ask(url)).body.total, 4, url);
    }
  });

  test('_count bounds the slots, total still counts all', async () => {
    const { body } = await ask(`${base}${slotSearch()}&_count=2`);
    assert.deepEqual(idsOf(body, 'Slot'), ['early', 'elsewhere']);
    assert.equal(body.total, 4);
    assert.equal((await ask(`${base}${slotSearch()}&_count=0`)).body.total, 4);
  });

  test('an answer holds at most so many slots, the earliest', async () => {
    const told: string[] = [];
    const onFinding: ConnectorOptions['onFinding'] = ({ rule }) => told.push(rule);
    await withConnector({ ...options, maxSlots: 3, onFinding }, async (other) => {
      const { body } = await ask(other + slotSearch());
      assert.deepEqual(idsOf(body, 'Slot'), ['early', 'elsewhere', 'shared']);
      assert.equal(body.total, 4);
    });
    assert.ok(told.includes('more-than-allowed'));
  });
});

test('what no flow can send is told, once', async () => {
  const told: string[] = [];
  const agenda = careless(offer([slot({ id: 's', visibility: [] }), slot({ id: 't' })]));
  const onFinding: ConnectorOptions['onFinding'] = ({ rule, place }) =>
    told.push(`${rule} ${place}`);
  await withConnector({ agenda, onFinding }, async (other) => {
    for (const search of [slotSearch(), communitySearch(), slotSearch()]) await ask(other + search);
  });
  const line = "agenda-slot-visibility slots.where(id='s').visibility";
  assert.deepEqual(
    told.filter((each) => each === line),
    [line],
  );
});

test('a slot without booking address gets the vendor’s, as it is now and with its “?”', async () => {
  let session = 0;
  const agendaUrl = () => `https://agenda.example/rdv/${(session += 1)}`;
  const agenda = careless(offer([slot({ id: 's', url: 'n/a' }), slot({ id: 't' })]));
  await withConnector({ agenda, agendaUrl }, async (other) => {
    for (const expected of ['https://agenda.example/rdv/1?', 'https://agenda.example/rdv/2?']) {
      const { body } = await ask(other + slotSearch());
      assert.deepEqual(
        resourcesOf(body, 'Slot').map(({ comment }) => comment),
        [expected, 'https://agenda.example/rdv?praticien=pr-1'],
      );
    }
  });
});

test('slots that cannot be written give their place to others', async () => {
  const bad = Array.from({ length: 250 }, (_, index) =>
    slot({ id: `bad-${index}`, end: '2026-11-22T08:00:00+01:00' }),
  );
  const agenda = careless(offer([...bad, slot({ id: 'good', ...at('15:00') })]));
  await withConnector({ agenda }, async (other) => {
    const { body } = await ask(`${other}${slotSearch()}&_count=1`);
    assert.deepEqual(idsOf(body, 'Slot'), ['good']);
    assert.equal(body.total, 1);
  });
});

suite('GET /Schedule', () => {
  test('the search of associations answers schedules with their slots and places', async () => {
    const { status, body } = await ask(base + associationSearch());
    assert.equal(status, 200);
    assert.deepEqual(idsOf(body, 'Slot').sort(), ['pfg', 'pfg-2']);
    assert.equal(body.total, 2);
    assert.equal(resourcesOf(body, 'Location').length, 2);
    assert.equal(resourcesOf(body, 'Organization').length, 1);
    for (const { resource, search } of body.entry) {
      assert.equal(search.mode, resource.resourceType === 'Schedule' ? 'match' : 'include');
    }
    const [pfg] = resourcesOf(body, 'Slot').filter(({ id }) => id === 'pfg');
    assert.deepEqual(
      pfg.meta.security.map((coding: any) => coding.code),
      ['PUBLIC', 'SNP'],
    );
    assert.equal(
      body.link[0].url,
      `https://agenda.example/fhir${associationSearch().replaceAll('+', '%2B')}`,
    );
  });

  test('a vendor without associations has no such search', async () => {
    const { slotsOf } = careless(offer(SLOTS));
    await withConnector({ agenda: { slotsOf } }, async (other) => {
      assert.equal((await ask(other + associationSearch())).status, 404);
      assert.equal((await ask(other + slotSearch())).status, 200);
    });
  });
});

suite('GET /metadata', () => {
  test('tells what this vendor answers', async () => {
    const { status, body } = await ask(`${base}/metadata`);
    assert.equal(status, 200);
    assert.equal(body.resourceType, 'CapabilityStatement');
    assert.equal(body.fhirVersion, '4.0.1');
    const types = body.rest[0].resource.map(({ type }: any) => type);
    assert.deepEqual(types, ['Slot', 'Schedule']);
  });

  test('accounts and booking are told where they are, with what can be done', async () => {
    const agenda: AgendaSource = { book: () => ({ outcome: 'taken' }) };
    await withConnector({ agenda, regulators: new MemoryRegulators() }, async (other) => {
      const { body } = await ask(`${other}/metadata`);
      const told = body.rest[0].resource.map(({ type, interaction }: any) => [
        type,
        interaction.map(({ code }: any) => code),
      ]);
      assert.deepEqual(told, [
        ['Practitioner', ['create', 'update']],
        ['Appointment', ['create']],
      ]);
      assert.equal(body.rest[0].resource[0].conditionalUpdate, true);
    });
  });
});

test('what the vendor is asked: whom in SAS form, both bounds', async () => {
  const asked: unknown[] = [];
  const agenda: AgendaSource = {
    slotsOf: ({ practitioners, from, to }) => {
      asked.push(practitioners, from.toISOString(), to.toISOString());
      return { slots: [] };
    },
    slotsOfAssociations: ({ sirets }) => {
      asked.push(sirets);
      return { slots: [] };
    },
  };
  await withConnector({ agenda }, async (other) => {
    await ask(other + slotSearch({ ids: ['10999001000', '0759012345'] }));
    await ask(other + associationSearch());
  });
  assert.deepEqual(asked, [
    ['810999001000', '0759012345'],
    '2026-11-22T07:00:00.000Z',
    '2026-11-24T22:59:59.000Z',
    ['90000090200016'],
  ]);
});

test('a base address that is none is refused at once', () => {
  for (const baseUrl of ['', 'agenda.example', 'ftp://agenda.example', 'https://a.example/?x=1']) {
    assert.throws(() => createConnector({ agenda: {}, baseUrl }), TypeError);
  }
  assert.throws(() => createConnector({ ...options, deadlineMs: 0 }), RangeError);
});
