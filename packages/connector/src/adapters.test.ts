/** The same requests through each adapter, with the real frameworks, give the same answers. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { MemoryRegulators } from './accounts/memory-store.ts';
import { createConnector } from './connector.ts';
import { expressHandler } from './express.ts';
import { fastifyPlugin } from './fastify.ts';
import type { Handler } from './handler.ts';
import { honoHandler } from './hono.ts';
import { nodeListener } from './node.ts';
import { careless, offer, slot } from './testing/agenda.ts';
import { ask, slotSearch } from './testing/client.ts';
import { listen } from './testing/serve.ts';

interface Mounted {
  /** Where the connector answers. */
  readonly base: string;
  readonly close: () => Promise<void>;
}

const MOUNTS: Record<string, (handle: Handler) => Promise<Mounted>> = {
  'node:http': async (handle) => {
    const { origin, close } = await listen(createServer(nodeListener(handle)));
    return { base: `${origin}/fhir`, close };
  },
  Express: async (handle) => {
    const app = express();
    app.use('/sas/fhir', expressHandler(handle));
    const { origin, close } = await listen(createServer(app));
    return { base: `${origin}/sas/fhir`, close };
  },
  'Express behind a body parser': async (handle) => {
    const app = express();
    app.use(express.json({ type: ['application/json', 'application/fhir+json'], limit: '10mb' }));
    app.use('/sas/fhir', expressHandler(handle));
    const { origin, close } = await listen(createServer(app));
    return { base: `${origin}/sas/fhir`, close };
  },
  Fastify: async (handle) => {
    const app = fastify({ routerOptions: { maxParamLength: 10_000 } });
    await app.register(fastifyPlugin(handle), { prefix: '/sas/fhir' });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    return { base: `${origin}/sas/fhir`, close: () => app.close() };
  },
  Hono: async (handle) => {
    const app = new Hono();
    app.all('/fhir/*', honoHandler(handle));
    const { origin, close } = await listen(
      createServer(nodeListener((request) => app.fetch(request))),
    );
    return { base: `${origin}/fhir`, close };
  },
};

const account = {
  resourceType: 'Practitioner',
  identifier: [{ system: 'urn:oid:1.2.250.1.213.3.6', value: 'x' }],
  active: true,
  name: [{ family: 'Évrard', given: ['Alix'] }],
  telecom: [{ system: 'email', value: 'a@b.fr' }],
};

for (const [name, mount] of Object.entries(MOUNTS)) {
  suite(name, () => {
    async function using(
      use: (base: string, regulators: MemoryRegulators) => Promise<void>,
    ): Promise<void> {
      const regulators = new MemoryRegulators();
      const connector = createConnector({
        agenda: careless(offer([slot({ id: 's' }), slot({ id: 't', place: 'place-2' })])),
        regulators,
        baseUrl: 'https://agenda.example/fhir',
      });
      const { base, close } = await mount(connector.handle);
      try {
        await use(base, regulators);
      } finally {
        await close();
      }
    }

    test('answers a search, its head, and that nothing changed', () =>
      using(async (base) => {
        const { status, headers, body } = await ask(base + slotSearch());
        assert.equal(status, 200);
        assert.equal(headers.get('content-type'), 'application/fhir+json; charset=utf-8');
        assert.equal(body.total, 2);
        assert.equal(body.link[0].url, `https://agenda.example/fhir${slotSearch()}`);
        const head = await ask(base + slotSearch(), { method: 'HEAD' });
        assert.deepEqual([head.status, head.body], [200, null]);
        assert.equal(head.headers.get('etag'), headers.get('etag'));
        const known = { 'If-None-Match': headers.get('etag') ?? '' };
        assert.equal((await ask(base + slotSearch(), { headers: known })).status, 304);
      }));

    test('makes and changes an account', () =>
      using(async (base, regulators) => {
        const headers = { 'Content-Type': 'application/fhir+json' };
        const body = JSON.stringify(account);
        const made = await ask(`${base}/Practitioner`, { method: 'POST', headers, body });
        assert.equal(made.status, 201);
        assert.match(
          made.headers.get('location') ?? '',
          /^https:\/\/agenda\.example\/fhir\/Practitioner\//,
        );
        const changed = await ask(`${base}/Practitioner?identifier=urn:oid:1.2.250.1.213.3.6%7Cx`, {
          method: 'PUT',
          headers,
          body: JSON.stringify({ ...account, active: false }),
        });
        assert.equal(changed.status, 200);
        assert.deepEqual(
          regulators.all.map(({ family, active }) => [family, active]),
          [['Évrard', false]],
        );
      }));

    test('refuses in the words of FHIR', () =>
      using(async (base) => {
        const headers = { 'Content-Type': 'application/fhir+json' };
        const wrong: [string, RequestInit, number][] = [
          ['/Slot', {}, 400],
          ['/Nothing', {}, 404],
          ['/Slot/5', {}, 404],
          ['/Slot', { method: 'DELETE' }, 405],
          ['/Practitioner', { method: 'POST', headers, body: '{}' }, 400],
          [
            '/Practitioner',
            { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: '<a/>' },
            415,
          ],
          [
            '/Practitioner',
            { method: 'POST', headers, body: JSON.stringify({ a: 'x'.repeat(3_000_000) }) },
            413,
          ],
          [`/Slot?x=${'a'.repeat(9_000)}`, {}, 414],
        ];
        for (const [path, init, expected] of wrong) {
          const { status, body, headers: told } = await ask(base + path, init);
          assert.equal(status, expected, `${init.method ?? 'GET'} ${path.slice(0, 40)}`);
          assert.equal(body.resourceType, 'OperationOutcome');
          if (status === 405) assert.equal(told.get('allow'), 'GET, HEAD');
        }
      }));

    test('answers several requests on one connection after a refused body', () =>
      using(async (base) => {
        const headers = { 'Content-Type': 'application/fhir+json' };
        for (let index = 0; index < 3; index += 1) {
          const body = JSON.stringify({ a: 'x'.repeat(500_000) });
          assert.equal(
            (await ask(`${base}/Practitioner`, { method: 'POST', headers, body })).status,
            413,
          );
          assert.equal((await ask(base + slotSearch())).status, 200);
        }
      }));
  });
}

suite('Express behind any parser of bodies', () => {
  const parsers = {
    json: express.json({ type: () => true }),
    text: express.text({ type: () => true }),
    raw: express.raw({ type: () => true }),
  };
  const bytes = Buffer.from(JSON.stringify(account));
  const bodies: [string, Record<string, string>, Buffer][] = [
    ['as it is', { 'Content-Type': 'application/fhir+json' }, bytes],
    ['without media type', {}, bytes],
    [
      'packed, since the parser unpacks it',
      { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
      gzipSync(bytes),
    ],
  ];
  for (const [parser, middleware] of Object.entries(parsers)) {
    for (const [how, headers, body] of bodies) {
      test(`${parser}: a body ${how} is read`, async () => {
        const connector = createConnector({
          agenda: {},
          regulators: new MemoryRegulators(),
          baseUrl: 'https://agenda.example/fhir',
        });
        const app = express();
        app.use(middleware);
        app.use('/fhir', expressHandler(connector.handle));
        const { origin, close } = await listen(createServer(app));
        const { status } = await ask(`${origin}/fhir/Practitioner`, {
          method: 'POST',
          headers,
          body,
        });
        await close();
        assert.equal(status, 201);
      });
    }
  }
});

test('a handler that throws answers 500 or closes, and the server lives', async () => {
  let broken = true;
  const { origin, close } = await listen(
    createServer(
      nodeListener(() => {
        if (broken) throw new Error('broken');
        return new Response('ok');
      }),
    ),
  );
  await assert.rejects(fetch(origin));
  broken = false;
  assert.equal(await (await fetch(origin)).text(), 'ok');
  await close();
});
