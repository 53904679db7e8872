import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isClean } from '../finding.ts';
import type { Flow } from '../guide.ts';
import { agendas } from '../testing/agendas.ts';
import { FORM_MUTATIONS } from '../testing/form-mutations.ts';
import { copy, places, wrongTypes } from '../testing/mutate.ts';
import { withOddValue } from '../testing/odd-values.ts';
import { SEARCH_MUTATIONS } from '../testing/mutations.ts';
import { SAMPLE_AGENDA, SAMPLE_OPTIONS } from '../testing/sample-agenda.ts';
import { officialExamples, SHARED, SHARED_ABSENT } from '../testing/shared.ts';
import { writeAppointment } from '../write/appointment.ts';
import { writeBundle } from '../write/bundle.ts';
import { writeRegulator } from '../write/regulator.ts';
import { lint } from './lint.ts';
import type { LintFlow } from './rule.ts';
import { RULES } from './rules.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const FLOWS: readonly Flow[] = ['ps', 'cpts', 'sos'];

const account = writeRegulator({
  identifier: { kind: 'national', value: '810999001000' },
  active: true,
  family: 'NORMAND',
  given: 'Alix',
  email: 'alix.normand@sas.example',
}).resource;
const appointment = writeAppointment({
  identifier: { system: 'https://agenda.example/rdv', value: 'b6e39355' },
  status: 'booked',
  start: '2026-11-23T09:20:00.000+01:00',
  end: '2026-11-23T09:40:00.000+01:00',
  practitioner: '810999001000',
  regulator: { kind: 'national', value: '3760009001/4242' },
}).resource;

function sound(flow: LintFlow): any {
  if (flow === 'accounts') return copy(account);
  if (flow === 'appointments') return copy(appointment);
  return copy(writeBundle(flow, SAMPLE_AGENDA, SAMPLE_OPTIONS).resource);
}

for (const flow of [...FLOWS, 'accounts', 'appointments'] as const) {
  test(`${flow}: what the writers write is clean`, () => {
    assert.deepEqual(lint(sound(flow), flow), []);
  });
}

test('what the writers write is clean, whatever the agenda and the guide', () => {
  fc.assert(
    fc.property(
      agendas,
      fc.constantFrom(...FLOWS),
      fc.constantFrom('1.1', '1.2'),
      (agenda, flow, guide) => {
        const { resource } = writeBundle(flow, agenda, { ...SAMPLE_OPTIONS, guide });
        const findings = lint(resource, flow, { guide });
        const tolerated = [
          'booking-missing',
          'slot-url-query',
          'practitioner-check-digit',
          'slot-repeated',
        ];
        assert.deepEqual(
          findings.filter(({ rule }) => !tolerated.includes(rule)),
          [],
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('the 41 official examples have no error', (t) => {
  if (SHARED === null) return t.skip(SHARED_ABSENT);
  const examples = officialExamples();
  assert.equal(examples.size, 41);
  for (const [name, example] of examples) {
    const flows: readonly LintFlow[] = /Appointment/.test(name)
      ? ['appointments']
      : /Regul/.test(name)
        ? ['accounts']
        : /CPTS/.test(name)
          ? ['cpts']
          : /SOS|^Location/.test(name)
            ? ['sos']
            : /^(?:Slot|Bundle)/.test(name)
              ? ['ps']
              : ['ps', 'cpts'];
    for (const flow of flows) {
      const findings = lint(example, flow);
      assert.ok(isClean(findings), `${name} ${JSON.stringify(findings, null, 1)}`);
    }
  }
});

const MUTATIONS = [...SEARCH_MUTATIONS, ...FORM_MUTATIONS];

for (const { rule, flow, name, change, options } of MUTATIONS) {
  test(`${rule} sees: ${name} (${flow})`, () => {
    const faulty = sound(flow);
    change(faulty);
    const found = lint(faulty, flow, options).filter((finding) => finding.rule === rule);
    assert.ok(found.length > 0);
    for (const { place, message, mend, source } of found) {
      assert.ok(place !== '' && message.fr !== message.en && mend !== undefined && source);
    }
  });
}

for (const flow of [...FLOWS, 'accounts', 'appointments'] as const) {
  test(`${flow}: every element of another type is an error`, () => {
    const missed: string[] = [];
    for (const [index, { container, key }] of places(sound(flow)).entries()) {
      for (const value of wrongTypes(container[key])) {
        const odd = sound(flow);
        const place = places(odd)[index]!;
        place.container[place.key] = value;
        if (isClean(lint(odd, flow))) missed.push(`${String(key)} = ${JSON.stringify(value)}`);
      }
    }
    assert.deepEqual(missed, []);
  });
}

test('every rule is shown to catch its fault', () => {
  const shown = new Set(MUTATIONS.map(({ rule }) => rule));
  assert.deepEqual(
    RULES.map(({ id }) => id).filter((id) => !shown.has(id)),
    [],
  );
  assert.deepEqual(
    [...shown].filter((id) => !RULES.some((rule) => rule.id === id)),
    [],
  );
});

test('every rule has its own name, both languages, a way to mend and a source', () => {
  assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length);
  for (const { id, message, mend, source, flows } of RULES) {
    assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    for (const text of [message.fr, message.en, mend.fr, mend.en, source]) assert.ok(text.trim());
    assert.ok(flows.length > 0);
  }
});

test('an empty answer is clean, one with an empty list is not', () => {
  for (const flow of FLOWS) {
    const { resource } = writeBundle(flow, { slots: [] }, SAMPLE_OPTIONS);
    assert.deepEqual(lint(resource, flow), []);
    const [finding] = lint({ ...resource, entry: [] }, flow);
    assert.equal(finding?.rule, 'empty-element');
  }
});

test('a resource alone is checked without its references', () => {
  const [entry] = sound('ps').entry;
  assert.deepEqual(lint(entry.resource, 'ps'), []);
  const places = lint({ ...entry.resource, status: 'busy' }, 'ps').map(({ place }) => place);
  assert.deepEqual(places, ['Slot.status']);
});

test('the findings of one fault repeated a thousand times are cut', () => {
  const faulty = sound('ps');
  faulty.entry.push(...Array.from({ length: 1000 }, () => ({ fullUrl: 'https://a.example/x' })));
  const findings = lint(faulty, 'ps').filter(({ rule }) => rule === 'bundle-entry-resource');
  assert.equal(findings.length, 51);
  assert.match(findings.at(-1)!.message.en, /950/);
});

test('anything may be checked, nothing throws', () => {
  for (const value of [null, undefined, 1, 'x', [], {}]) {
    for (const flow of FLOWS) assert.ok(!isClean(lint(value, flow)));
  }
  let deep: unknown = 'x';
  for (let level = 0; level < 20_000; level++) deep = { deep };
  lint({ ...sound('ps'), deep }, 'ps');
  for (const flow of [...FLOWS, 'accounts', 'appointments'] as const) {
    fc.assert(
      fc.property(
        withOddValue(() => sound(flow)),
        (odd) => void lint(odd, flow),
      ),
      { numRuns: 300 },
    );
  }
});
