/** Every check comes to a verdict, whatever the server does. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Check, Skip, Stop } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { fault } from './fault.ts';
import { parseConfig } from './read-config.ts';
import { runChecks } from './runner.ts';
import { NOW } from './testing/agenda.ts';
import { SOUND_CONFIG } from './testing/config.ts';
import { startAnswering } from './testing/server.ts';

/** Those that ask the searches: the ones that an answer of any shape reaches. */
const SEARCHES = CHECKS.filter(
  ({ id }) => !/^(?:security|declared|accounts|metadata|sso)\//.test(id),
);
const patient = parseConfig(SOUND_CONFIG);
const hurried = parseConfig({ ...SOUND_CONFIG, limits: { deadlineMs: 100 } });
const never = (): Promise<Response> => new Promise(() => undefined);

async function run(answer: () => Response | Promise<Response>) {
  const { base, close } = await startAnswering(answer);
  const config = answer === never ? hurried : patient;
  try {
    return await runChecks({ base, config, checks: SEARCHES, clock: () => NOW });
  } finally {
    await close();
  }
}

const deep = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
const bundle = (entry: unknown): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'searchset', total: 1, entry });

const ANSWERS: [string, () => Response | Promise<Response>][] = [
  ['never comes', never],
  ['is a page', () => new Response('<!doctype html><title>404</title>')],
  ['is empty', () => new Response('')],
  ['is null', () => Response.json(null)],
  ['is a list', () => Response.json([])],
  ['is nested without end', () => new Response(`{"resourceType":"Bundle","x":${deep(20_000)}}`)],
  ['is a Bundle whose entry is no list', () => new Response(bundle({ resource: 7 }))],
  ['is a Bundle of nothing', () => new Response(bundle([null, 1, 'x', {}, { resource: [] }]))],
  [
    'is a Bundle of empty resources',
    () =>
      new Response(
        bundle(
          ['Slot', 'Schedule', 'Practitioner', 'PractitionerRole', 'Location', 'Organization'].map(
            (resourceType) => ({ resource: { resourceType } }),
          ),
        ),
      ),
  ],
  [
    'is a Bundle of resources whose elements have other types',
    () =>
      new Response(
        bundle([
          {
            resource: {
              resourceType: 'Slot',
              id: 1,
              meta: [],
              schedule: 'Schedule/1',
              start: { x: 1 },
              serviceType: 'AMB',
              specialty: [null, 'x', [[]]],
            },
          },
          { resource: { resourceType: 'Practitioner', identifier: 'x', name: 'y', telecom: 1 } },
          { resource: { resourceType: 'HealthcareService', providedBy: 1 } },
        ]),
      ),
  ],
  ['is 500', () => new Response('at Object.<anonymous> (/srv/app.js:1:1)', { status: 500 })],
  ['redirects for ever', () => new Response('', { status: 302, headers: { location: '/fhir' } })],
];

suite('an answer that', () => {
  for (const [name, answer] of ANSWERS) {
    test(`${name} is a finding, not a crash`, async () => {
      const verdicts = await run(answer);
      assert.equal(verdicts.length, SEARCHES.length);
      assert.ok(verdicts.filter(({ status }) => status === 'failed').length >= 5);
      for (const { findings } of verdicts) {
        for (const { place, message, rule } of findings) {
          assert.ok(place && message.fr && message.en);
          assert.notEqual(rule, 'check-defect', message.en);
        }
      }
    });
  }
});

test('what makes an answer unusable is told once for each request', async () => {
  const verdicts = await run(() => new Response('', { status: 404 }));
  const failed = verdicts.filter(({ findings }) =>
    findings.some(({ place }) => place === 'status'),
  );
  const told = failed.map(({ findings }) => findings[0]?.exchange);
  assert.equal(new Set(told).size, told.length);
  const skipped = verdicts.filter(({ reason }) => reason?.en.includes('told already'));
  assert.ok(skipped.length > failed.length);
});

test('what is not sent any more is skipped', async () => {
  const verdicts = await run(never);
  const failed = verdicts.filter(({ status }) => status === 'failed');
  assert.equal(failed.length, 5);
  assert.ok(verdicts.some(({ reason }) => reason?.en.startsWith('request not sent')));
});

const title = { fr: 'un titre', en: 'a title' };
const check = (run: Check['run'], needs: Check['needs'] = []): Check => ({
  id: 'group/name',
  title,
  source: 'source',
  mend: { fr: 'corriger', en: 'mend' },
  needs,
  run,
});

async function verdictOf(one: Check) {
  const options = { base: 'http://127.0.0.1:9/', config: parseConfig({}), checks: [one] };
  const [verdict] = await runChecks(options);
  return verdict!;
}

suite('a check that', () => {
  test('finds nothing has passed', async () => {
    const { status, findings } = await verdictOf(check(async () => []));
    assert.deepEqual([status, findings], ['passed', []]);
  });

  for (const [severity, status] of [
    ['error', 'failed'],
    ['warning', 'warning'],
    ['information', 'passed'],
  ] as const) {
    test(`finds something of severity ${severity}: ${status}`, async () => {
      const verdict = await verdictOf(check(async () => [fault('x', 'a', 'b', { severity })]));
      assert.equal(verdict.status, status);
      const [finding] = verdict.findings;
      assert.deepEqual(
        [finding?.rule, finding?.source, finding?.mend?.en, finding?.severity],
        ['group/name', 'source', 'mend', severity],
      );
    });
  }

  test('needs what the configuration does not give is skipped with the reason', async () => {
    const fixture = { path: 'practitioners.bare', of: () => undefined };
    const { status, reason } = await verdictOf(check(() => assert.fail('it was run'), [fixture]));
    assert.equal(status, 'skipped');
    assert.match(reason!.fr, /practitioners\.bare/);
  });

  test('stops or skips half-way says so', async () => {
    const stopped = await verdictOf(check(() => Promise.reject(new Stop(fault('x', 'a', 'b')))));
    assert.deepEqual([stopped.status, stopped.findings[0]?.message.en], ['failed', 'b']);
    const skipped = await verdictOf(check(() => Promise.reject(new Skip(title))));
    assert.deepEqual([skipped.status, skipped.reason], ['skipped', title]);
  });

  test('gets no answer has failed', async () => {
    const { status, findings } = await verdictOf(
      check(async (scene) => {
        await scene.ask({ path: '/x' });
        return [];
      }),
    );
    assert.deepEqual([status, findings[0]?.rule], ['failed', 'no-answer-unreachable']);
  });

  test('is itself broken fails as a defect of ours, and the run goes on', async () => {
    const { status, findings } = await verdictOf(
      check(() => Promise.reject(new TypeError('defect'))),
    );
    assert.deepEqual([status, findings[0]?.rule], ['failed', 'check-defect']);
  });
});
