/** Whatever a server does, a request ends: with the whole answer, or with the reason why there is none. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parseConfig } from '../read-config.ts';
import { Client } from './client.ts';
import { NoAnswer } from './exchange.ts';

const config = parseConfig({ limits: { deadlineMs: 30_000, maxBytes: 100_000 } });
const hurried = parseConfig({ limits: { deadlineMs: 100 } });

async function withServer(
  listener: RequestListener,
  use: (client: Client, base: string) => Promise<void>,
): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await use(new Client(base, config), base);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const reasonOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => {
      assert.ok(error instanceof NoAnswer);
      assert.notEqual(error.text.fr, error.text.en);
      return error.reason;
    },
  );

const BOMB = gzipSync(Buffer.alloc(50_000_000, 'x'));

const SERVERS: [string, string, RequestListener][] = [
  ['never answers', 'timeout', () => undefined],
  [
    'drips',
    'timeout',
    (_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
  ],
  [
    'sends 50 MB',
    'too-big',
    (_, response) => {
      const chunk = Buffer.alloc(1_000_000, 'x');
      for (let sent = 0; sent < 50; sent++) response.write(chunk);
      response.end();
    },
  ],
  [
    'sends 50 MB compressed to 50 kB',
    'too-big',
    (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(BOMB);
    },
  ],
  [
    'cuts the answer off',
    'broken',
    (_, response) => {
      response.setHeader('content-length', '1000');
      response.write('{"resourceType"');
      setImmediate(() => response.destroy());
    },
  ],
  ['hangs up', 'broken', (_, response) => response.destroy()],
  [
    'says gzip and sends none',
    'broken',
    (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end('{"resourceType":"Bundle"}');
    },
  ],
];

for (const [name, reason, listener] of SERVERS) {
  test(`a server that ${name}: ${reason}`, () =>
    withServer(listener, async (patient, base) => {
      const client = reason === 'timeout' ? new Client(base, hurried) : patient;
      assert.equal(await reasonOf(client.ask({ path: '/x' })), reason);
    }));
}

test('a server that speaks no HTTP: broken', async () => {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.end('220 mail.example ESMTP\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new Client(`http://127.0.0.1:${port}`, config);
  assert.equal(await reasonOf(client.ask({ path: '/x' })), 'broken');
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

test('nobody listens: unreachable', async () => {
  let closed = '';
  await withServer(
    () => undefined,
    async (_, base) => void (closed = base),
  );
  for (const base of [closed, 'http://nobody.invalid']) {
    assert.equal(await reasonOf(new Client(base, config).ask({ path: '/x' })), 'unreachable');
  }
});

test('what is no JSON, no UTF-8 or nested without end is an answer', () =>
  withServer(
    (request, response) => {
      const bodies: Record<string, string | Buffer> = {
        '/page': '<html>',
        '/latin': Buffer.from('"é"', 'latin1'),
        '/deep': '['.repeat(50_000),
        '/nothing': '',
      };
      response.end(bodies[request.url ?? '']);
    },
    async (client) => {
      assert.equal((await client.ask({ path: '/page' })).json, undefined);
      assert.equal((await client.ask({ path: '/latin' })).utf8, false);
      assert.equal((await client.ask({ path: '/deep' })).json, undefined);
      assert.equal((await client.ask({ path: '/nothing' })).text, '');
    },
  ));

test('the address is sent byte for byte', () =>
  withServer(
    (request, response) => response.end(request.url),
    async (client) => {
      const path = "/Slot?a=%zz&b=1+1&c=%7C|^'..&d=/../x%2f";
      assert.equal((await client.ask({ path })).text, path);
    },
  ));

test('a GET is sent once in a run, unless it must be fresh or has other headers', () => {
  let count = 0;
  return withServer(
    (_, response) => response.end(String((count += 1))),
    async (client) => {
      assert.equal((await client.ask({ path: '/x' })).text, '1');
      assert.equal((await client.ask({ path: '/x' })).text, '1');
      assert.equal((await client.ask({ path: '/x', fresh: true })).text, '2');
      assert.equal((await client.ask({ path: '/x', headers: { accept: '*/*' } })).text, '3');
      assert.equal((await client.ask({ path: '/x', method: 'POST', body: {} })).text, '4');
      assert.equal((await client.ask({ path: '/x', method: 'POST', body: {} })).text, '5');
    },
  );
});

test('after five requests in a row without answer no other is sent', () => {
  const sent: string[] = [];
  return withServer(
    ({ url }) => void sent.push(url!),
    async (_, base) => {
      const client = new Client(base, hurried);
      const reasons: string[] = [];
      for (let each = 0; each < 7; each++) {
        reasons.push(await reasonOf(client.ask({ path: `/${each}` })));
      }
      assert.deepEqual(reasons, [...Array<string>(5).fill('timeout'), 'given-up', 'given-up']);
      // One that was given up may come late, or not at all; the last two were never on their way.
      assert.equal(await reasonOf(new Client(base, hurried).ask({ path: '/last' })), 'timeout');
      assert.ok(!sent.includes('/5') && !sent.includes('/6'), sent.join());
    },
  );
});

test('redirects are followed only as far as asked', () =>
  withServer(
    (request, response) => {
      response.statusCode = 302;
      response.setHeader('location', `${request.url}x`);
      response.end();
    },
    async (client) => {
      assert.equal((await client.ask({ path: '/' })).request.url.at(-1), '/');
      assert.match((await client.ask({ path: '/', follow: 2 })).request.url, /\/xx$/);
    },
  ));

test('headers of the configuration go with every request, not with one that asks as nobody', async () => {
  const sent: (string | undefined)[] = [];
  await withServer(
    ({ headers }, response) => {
      sent.push(headers['x-gateway'] as string | undefined, headers.accept);
      response.end('{}');
    },
    async (_client, base) => {
      const configured = { 'X-Gateway': 'known', Accept: 'application/fhir+json' };
      const client = new Client(base, parseConfig({ headers: configured }));
      await client.ask({ path: '/Slot', fresh: true });
      await client.ask({ path: '/Slot', fresh: true, headers: { 'x-gateway': 'of-the-check' } });
      await client.ask({ path: '/Slot', fresh: true, identity: 'none' });
    },
  );
  const accept = 'application/fhir+json';
  assert.deepEqual(sent, [
    ...['known', accept],
    ...['of-the-check', accept],
    ...[undefined, 'application/json+fhir'],
  ]);
});

test('a redirect carries what one is known by to no other server', async () => {
  const known: Record<string, unknown>[] = [];
  const note: RequestListener = ({ url, headers }, response) => {
    const { authorization, cookie, accept } = headers;
    known.push({ url, authorization, cookie, accept });
    response.end('{}');
  };
  const headers = { authorization: 'Bearer secret' };
  const ask = { path: '/', headers: { cookie: 'session=secret' }, follow: 1 };
  await withServer(note, (_client, elsewhere) =>
    withServer(
      (request, response) => {
        const { url } = request;
        if (url === '/there') return note(request, response);
        response.statusCode = 307;
        response.setHeader('location', url === '/' ? `${elsewhere}/elsewhere` : '/there');
        response.end();
      },
      async (_other, base) => {
        const client = new Client(base, parseConfig({ headers }));
        await client.ask(ask);
        await client.ask({ ...ask, path: '/here' });
      },
    ),
  );
  const accept = 'application/json+fhir';
  assert.deepEqual(known, [
    { url: '/elsewhere', authorization: undefined, cookie: undefined, accept },
    { url: '/there', ...headers, cookie: 'session=secret', accept },
  ]);
});
