import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Flow } from './guide.ts';
import { formatInstant } from './instants.ts';
import type { Agenda, Slot } from './model.ts';
import { readBundle } from './read/bundle.ts';
import { agendas } from './testing/agendas.ts';
import { loadBaseValidator } from './testing/base-validator.ts';
import { SAMPLE_OPTIONS } from './testing/sample-agenda.ts';
import { timeZoneOf } from './time-zones.ts';
import { writeBundle } from './write/bundle.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const base = await loadBaseValidator();

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

/** The part of an agenda that a flow carries, in the form of the readers. */
function carried(agenda: Agenda, flow: Flow): Agenda {
  const slots = agenda.slots.filter(
    (slot) => (slot.site !== undefined) === (flow === 'sos') && slot.status !== 'busy',
  );
  const sent = flow === 'ps' ? ['PUBLIC', 'PRO', 'SNP'] : flow === 'sos' ? ['PUBLIC', 'SNP'] : null;
  const kept = slots
    .map((slot): Slot => {
      const { status: _status, capacity: _capacity, communities, publicDisplay, ...rest } = slot;
      const visibility = slot.visibility.filter((code) => sent?.includes(code) ?? true);
      return {
        ...rest,
        visibility,
        ...(publicDisplay === true && { publicDisplay }),
        ...(flow === 'cpts' && visibility.includes('CPTS') && { communities: communities! }),
      };
    })
    .filter(({ visibility }) => visibility.length > 0);
  const named = (list: keyof Slot) => new Set(kept.flatMap((slot) => slot[list] ?? []));
  const pick = <Each extends { id: string }>(all: readonly Each[] | undefined, list: keyof Slot) =>
    (all ?? []).filter(({ id }) => named(list).has(id)).sort(byId);
  const associations = (agenda.associations ?? []).map((association) => ({
    ...association,
    sites: pick(association.sites, 'site'),
  }));
  return {
    practitioners: pick(agenda.practitioners, 'practitioner'),
    places: pick(agenda.places, 'place'),
    communities: pick(agenda.communities, 'communities'),
    associations: associations.filter(({ sites }) => sites.length > 0).sort(byId),
    slots: [...kept].sort(byId),
  };
}

/** What was read, without what only readers add, in order. */
function plain(agenda: Agenda): Agenda {
  const strip = <Each extends { id: string }>(each: Each): Each => {
    const { system: _system, ...rest } = each as Each & { system?: string };
    return rest as unknown as Each;
  };
  return {
    practitioners: [...agenda.practitioners!].sort(byId),
    places: agenda.places!.map(strip).sort(byId),
    communities: [...agenda.communities!].sort(byId),
    associations: agenda
      .associations!.map((each) => ({ ...each, sites: each.sites.map(strip).sort(byId) }))
      .sort(byId),
    slots: [...agenda.slots].sort(byId),
  };
}

for (const flow of ['ps', 'cpts', 'sos'] as const) {
  test(`${flow}: what was written is read back, whatever the agenda`, () => {
    fc.assert(
      fc.property(agendas, fc.constantFrom('1.1', '1.2'), (agenda, guide) => {
        const { resource, leftOut } = writeBundle(flow, agenda, { ...SAMPLE_OPTIONS, guide });
        const wire: unknown = JSON.parse(JSON.stringify(resource));
        const read = readBundle(wire);
        assert.deepEqual(read.findings, []);
        assert.deepEqual(plain(read.agenda), carried(agenda, flow));
        assert.equal(leftOut.size, agenda.slots.length - read.agenda.slots.length);
        if (base !== null) assert.deepEqual(base(wire), []);
      }),
      { numRuns: 60 },
    );
  });
}

test('the generated agendas keep the time of their places', () => {
  const [agenda] = fc.sample(agendas, 1);
  for (const place of agenda!.places!) assert.equal(place.timeZone, timeZoneOf(place.postalCode));
  assert.equal(formatInstant(0, 'UTC'), '1970-01-01T00:00:00.000+00:00');
});
