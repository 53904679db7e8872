import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Logger } from './logger.ts';
import { hangUp, json, problem, type Reply } from './testing/server.ts';
import { failure, start } from './testing/start.ts';

type Line = [level: keyof Logger, message: string, facts: Readonly<Record<string, unknown>>];

/** A logger and what it was told. */
function writing() {
  const lines: Line[] = [];
  const write =
    (level: keyof Logger) => (message: string, facts: Readonly<Record<string, unknown>>) =>
      void lines.push([level, message, facts]);
  const logger: Logger = {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
  return { logger, lines, said: () => lines.map(([level, message]) => `${level} ${message}`) };
}

const page = { items: [], next: null };
const unavailable = problem(503, 'unavailable');

describe('a logger', () => {
  it('is told what becomes of a call', async (t) => {
    const { logger, lines } = writing();
    const { client } = await start(t, { logger }, unavailable, json(200, page));
    await client.places.search({ q: 'havre' });
    const answered = { durationMs: 0, requestId: 'req-1', status: 503 };
    assert.deepEqual(lines, [
      ['debug', 'GET /v1/places: sent', { attempt: 1 }],
      ['info', 'GET /v1/places: 503', { attempt: 1, ...answered }],
      ['warn', 'GET /v1/places: again in 150 ms', { attempt: 1, status: 503, waitMs: 150 }],
      ['debug', 'GET /v1/places: sent', { attempt: 2 }],
      ['info', 'GET /v1/places: 200', { attempt: 2, ...answered, requestId: null, status: 200 }],
    ]);
  });

  it('is told as an error what the platform did not answer, and not what it refused', async (t) => {
    const table: [Reply, string | undefined][] = [
      [hangUp, 'error POST /v1/holds: connection'],
      [unavailable, 'error POST /v1/holds: unavailable'],
      [json(200, []), undefined],
      [json(400, {}), 'error POST /v1/holds: invalid-response'],
      [problem(409, 'slot-taken'), undefined],
      [problem(422, 'outside-window'), undefined],
    ];
    for (const [reply, expected] of table) {
      const { logger, said } = writing();
      const { client } = await start(t, { logger, retries: 0 }, reply);
      await client.holds.create({ slotId: 's1' }).catch(() => undefined);
      assert.equal(
        said().find((line) => line.startsWith('error')),
        expected,
      );
    }
  });

  it('is told of a cancelled call without alarm', async (t) => {
    const { logger, said } = writing();
    const { client } = await start(t, { logger }, json(200, page));
    await failure(client.places.search({ q: 'x' }, { signal: AbortSignal.abort() }));
    assert.deepEqual(said(), ['debug GET /v1/places: aborted']);
  });

  it('is told no secret, id, parameter nor body', async (t) => {
    const { logger, lines } = writing();
    const secrets = ['tok-1', 'key-1', 'manage-1', 'hold-1', 'slot-1', 'Curie', '+336', 'havre'];
    const detail = secrets.join(' ');
    const { client } = await start(
      t,
      { logger, token: 'tok-1', retries: 1 },
      problem(422, 'contact-not-allowed', { detail, title: detail }),
      problem(503, 'unavailable', { detail }),
      hangUp,
    );
    const contact = { name: 'Curie', phone: '+33611223344' };
    await failure(
      client.appointments.book(
        { slotId: 'slot-1', holdId: 'hold-1', contact },
        { idempotencyKey: 'key-1' },
      ),
    );
    await failure(client.appointments.cancel('hold-1', { manageToken: 'manage-1' }));
    await failure(client.places.search({ q: 'havre' }));
    assert.ok(lines.length > 8);
    const told = JSON.stringify(lines);
    for (const secret of [...secrets, 'Bearer', '127.0.0.1']) {
      assert.ok(!told.includes(secret), secret);
    }
  });

  it('may have some levels only, and may throw, without harm', async (t) => {
    const logger = {
      info: () => {
        throw new Error('disk full');
      },
    };
    const { client } = await start(t, { logger }, unavailable, json(200, page));
    assert.deepEqual(await client.places.search({ q: 'havre' }), page);
  });

  it('hears of a call that a hook prevents', async (t) => {
    const { logger, said } = writing();
    const hooks = {
      beforeRequest: () => {
        throw new Error('no trace');
      },
    };
    const { client } = await start(t, { logger, hooks }, json(200, page));
    await failure(client.places.search({ q: 'havre' }));
    assert.equal(said().at(-1), 'error GET /v1/places: hook-failed');
  });
});

describe('a deprecated operation', () => {
  const old = { deprecation: '@1798761600', sunset: 'Thu, 01 Jul 2027 00:00:00 GMT' };

  it('is warned of once, however often it is called', async (t) => {
    const { logger, lines } = writing();
    const { client } = await start(t, { logger: { warn: logger.warn } }, json(200, page, old));
    await client.places.search({ q: 'havre' });
    await client.places.search({ q: 'rouen' });
    await client.specialties.search();
    const dates = { since: '2027-01-01', until: '2027-07-01' };
    const told = ' is deprecated since 2027-01-01, ends 2027-07-01';
    assert.deepEqual(lines, [
      ['warn', `GET /v1/places${told}`, { operation: 'GET /v1/places', ...dates }],
      ['warn', `GET /v1/specialties${told}`, { operation: 'GET /v1/specialties', ...dates }],
    ]);
  });

  it('is warned of without dates, and with nonsense in their place', async (t) => {
    for (const headers of [{ deprecation: 'true' }, { deprecation: '@x', sunset: 'soon' }]) {
      const { logger, said } = writing();
      const { client } = await start(
        t,
        { logger: { warn: logger.warn } },
        json(200, page, headers),
      );
      await client.places.search({ q: 'havre' });
      assert.deepEqual(said(), ['warn GET /v1/places is deprecated']);
    }
  });

  it('is told to the console where there is no logger, and to nobody if that is silent', async (t) => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    const silent = await start(t, { logger: {} }, json(200, page, old));
    await silent.client.places.search({ q: 'havre' });
    assert.equal(warn.mock.callCount(), 0);
    const { client } = await start(t, {}, json(200, page, old));
    await client.places.search({ q: 'havre' });
    assert.equal(warn.mock.callCount(), 1);
  });

  it('is known by the version that the client sends', async (t) => {
    const { client, received } = await start(t, {}, json(200, page));
    await client.places.search({ q: 'havre' });
    const file = new URL('../../platform/src/generated/platform.json', import.meta.url);
    const contract = JSON.parse(readFileSync(file, 'utf8')) as { info: { version: string } };
    assert.equal(received[0]?.headers['sas-api-version'], contract.info.version);
  });
});
