/** Answers made to cost: large, deep, all alike. Each is read and checked in time that grows with its size. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isClean } from './finding.ts';
import { lint } from './lint/lint.ts';
import { readBundle } from './read/bundle.ts';
import { copy } from './testing/mutate.ts';
import { SAMPLE_AGENDA, SAMPLE_OPTIONS } from './testing/sample-agenda.ts';
import { writeBundle } from './write/bundle.ts';

/** With so many of something, time that grows with its square is minutes. */
const MANY = 60_000;
/** Of processor time, s: what else the machine does is not counted, and a time-out would stop no loop. */
const MOST_SECONDS = 60;

const written = () => copy(writeBundle('ps', SAMPLE_AGENDA, SAMPLE_OPTIONS).resource);
const first = (bundle: any, type: string) =>
  bundle.entry.find(({ resource }: any) => resource.resourceType === type).resource;
const times = <Item>(make: (index: number) => Item): Item[] =>
  Array.from({ length: MANY }, (_, index) => make(index));

/** JSON so deep that a function that calls itself would end the stack. */
const deep = (open: string, close: string): unknown =>
  JSON.parse(open.repeat(100_000) + '1' + close.repeat(100_000));

/** Each with whether it is faulty besides; by default it is. */
const LARGE: [string, (bundle: any) => void, boolean?][] = [
  [
    'a role that contains a place for each reference of its own',
    (bundle) => {
      const role = first(bundle, 'PractitionerRole');
      const [place] = role.contained;
      role.contained.push(...times((index) => ({ ...place, id: `place-${index}` })));
      role.location.push(...times((index) => ({ reference: `#place-${index}` })));
    },
  ],
  [
    'a schedule of as many actors',
    (bundle) => {
      const schedule = first(bundle, 'Schedule');
      schedule.actor = times(() => schedule.actor[0]);
    },
  ],
  ['entries under one id', (bundle) => bundle.entry.push(...times(() => bundle.entry[0]))],
  [
    'roles at places under one id that say different things',
    (bundle) => {
      const role = first(bundle, 'PractitionerRole');
      bundle.entry.push(
        ...times((index) => {
          const [place] = role.contained;
          const contained = [{ ...place, name: `Cabinet ${index}` }];
          return { resource: { ...role, id: `role-${index}`, contained } };
        }),
      );
    },
    false,
  ],
  [
    'a slot of as many reasons, types and specialties',
    (bundle) => {
      const slot = first(bundle, 'Slot');
      slot.serviceType = times((index) => ({ text: `motif ${index}` }));
      slot.specialty = times((index) => ({ text: `spécialité ${index}` }));
      slot.meta.security = times(() => slot.meta.security[0]);
    },
    false,
  ],
  ['elements nested as lists', (bundle) => (first(bundle, 'Slot').serviceType = deep('[', ']'))],
  ['elements nested as objects', (bundle) => (first(bundle, 'Slot').meta = deep('{"a":', '}'))],
  [
    'references that go round in circles',
    (bundle) => {
      first(bundle, 'Schedule').actor = [{ reference: `Schedule/${first(bundle, 'Schedule').id}` }];
      first(bundle, 'PractitionerRole').practitioner.reference =
        `PractitionerRole/${first(bundle, 'PractitionerRole').id}`;
    },
  ],
  [
    'texts of a million characters',
    (bundle) => {
      const slot = first(bundle, 'Slot');
      slot.start = ' '.repeat(1_000_000);
      slot.comment = `http://${'&amp;'.repeat(200_000)}`;
      slot.schedule.reference = 'Aa/'.repeat(333_333);
    },
  ],
];

suite('an answer made to cost', () => {
  for (const [name, change, faulty = true] of LARGE) {
    test(`${name}: read and checked`, () => {
      const bundle = written();
      change(bundle);
      const before = process.cpuUsage();
      assert.ok(Array.isArray(readBundle(bundle).agenda.slots));
      assert.equal(isClean(lint(bundle, 'ps')), !faulty);
      const seconds = process.cpuUsage(before).user / 1e6;
      assert.ok(seconds < MOST_SECONDS, `${seconds} s`);
    });
  }

  test('nothing of it reaches a prototype', () => {
    const bundle = JSON.parse(
      JSON.stringify(written()).replaceAll('"id":"', '"__proto__":{"polluted":true},"id":"'),
    );
    readBundle(bundle);
    lint(bundle, 'ps');
    assert.equal('polluted' in {}, false);
  });
});

test('of two contained resources under one id the first counts', () => {
  const bundle = written();
  const role = first(bundle, 'PractitionerRole');
  role.contained.push({ ...role.contained[0], name: 'Autre' });
  const { agenda } = readBundle(bundle);
  assert.deepEqual(agenda.places, readBundle(written()).agenda.places);
});

test('a list of the agenda with holes is a shorter list', () => {
  const slots = [...SAMPLE_AGENDA.slots];
  const practitioners = [...(SAMPLE_AGENDA.practitioners ?? [])];
  practitioners.length += 2;
  slots.length += 2;
  const { resource } = writeBundle(
    'ps',
    { ...SAMPLE_AGENDA, slots, practitioners },
    SAMPLE_OPTIONS,
  );
  assert.deepEqual(resource, writeBundle('ps', SAMPLE_AGENDA, SAMPLE_OPTIONS).resource);
});
