import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { RawConnection } from '../testing/raw-connection.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { until } from '../testing/until.ts';

/** It waits long enough for this machine, however busy that is. */
let platform: TestPlatform;
/** It waits a second or two for a request. */
let hurried: TestPlatform;
/** It keeps a connection without a request for a second. */
let sparing: TestPlatform;
before(async () => {
  const SAS_SECRET_KEY = randomBytes(32).toString('base64');
  platform = await startTestPlatform({ SAS_SECRET_KEY, SAS_OPEN_REQUESTS: '3' });
  const shared = { ...platform.database, close: async () => undefined };
  const beside = (settings: Record<string, string>) =>
    startTestPlatform({ SAS_SECRET_KEY, ...settings }, shared);
  hurried = await beside({ SAS_HEADERS_TIMEOUT: '1', SAS_REQUEST_TIMEOUT: '2' });
  sparing = await beside({ SAS_IDLE_TIMEOUT: '1' });
});
after(async () => {
  await hurried.close();
  await sparing.close();
  await platform.close();
});

const open = (to = platform) => RawConnection.open(to.url);
const lines = (...each: string[]) => `${each.join('\r\n')}\r\n\r\n`;
const get = (path = '/healthz') => lines(`GET ${path} HTTP/1.1`, 'Host: sas.example');
const postTo = ({ credentials }: TestPlatform, ...headers: string[]) =>
  lines(
    'POST /v1/holds HTTP/1.1',
    'Host: sas.example',
    'Content-Type: application/json',
    `Authorization: Bearer ${credentials.tokens['regulator']}`,
    ...headers,
  );
/** The head of a POST; a test adds what is wrong with it. */
const post = (...headers: string[]) => postTo(platform, ...headers);
const CHUNKED = 'Transfer-Encoding: chunked';
/** What an attacker hopes will be taken for a request of somebody else. */
const SMUGGLED = get('/v1/schedules');

/** Where a request ends is not clear: it is refused, and nothing after it on the connection is read. */
const UNCLEAR: Record<string, () => string> = {
  'Content-Length and Transfer-Encoding': () => post('Content-Length: 5', CHUNKED) + '0\r\n\r\n',
  'Transfer-Encoding and Content-Length': () => post(CHUNKED, 'Content-Length: 5') + '0\r\n\r\n',
  'two lengths': () => post('Content-Length: 2', 'Content-Length: 40') + '{}',
  'the same length twice': () => post('Content-Length: 2', 'Content-Length: 2') + '{}',
  'a list of lengths': () => post('Content-Length: 2, 2') + '{}',
  'a signed length': () => post('Content-Length: +2') + '{}',
  'a negative length': () => post('Content-Length: -1'),
  'a hexadecimal length': () => post('Content-Length: 0x2') + '{}',
  'a length of twenty digits': () => post('Content-Length: 99999999999999999999') + '{}',
  'an unknown encoding': () => post('Transfer-Encoding: xchunked') + '0\r\n\r\n',
  'an encoding that does not end in chunked': () =>
    post('Transfer-Encoding: chunked, identity') + '0\r\n\r\n',
  'chunked twice': () => post(CHUNKED, CHUNKED) + '0\r\n\r\n',
  'chunked and another': () => post(CHUNKED, 'Transfer-Encoding: x') + '0\r\n\r\n',
  'a space before the colon': () => post('Transfer-Encoding : chunked') + '0\r\n\r\n',
  'a vertical tab before the value': () => post('Transfer-Encoding:\x0bchunked') + '0\r\n\r\n',
  'chunks in HTTP/1.0': () => post(CHUNKED).replace('HTTP/1.1', 'HTTP/1.0') + '0\r\n\r\n',
  'a folded line': () => post('X-Note: 1\r\n Transfer-Encoding: chunked') + '0\r\n\r\n',
  'a folded encoding': () => post('Transfer-Encoding:\r\n chunked') + '0\r\n\r\n',
  'bare line feeds': () => get().replaceAll('\r\n', '\n'),
  'one bare line feed': () => get().replace('Host: sas.example', 'Host: sas.example\nX-Note: 1'),
  'a bare carriage return': () => get().replace('Host: sas.example', 'Host: a\rX-Note: 1'),
  'a NUL in a header': () => get().replace('Host: sas.example', 'Host: a\r\nX-Note: a\0b'),
  'chunks that end in line feeds': () => post(CHUNKED) + '2\n{}\n0\n\n',
  'a chunk extension that ends in a line feed': () => post(CHUNKED) + '2;\n{}\r\n0\r\n\r\n',
  'a negative chunk': () => post(CHUNKED) + '-1\r\n{}\r\n0\r\n\r\n',
  'a chunk of seventeen digits': () => post(CHUNKED) + 'fffffffffffffffff\r\n{}\r\n0\r\n\r\n',
  'a chunk longer than it says': () => post(CHUNKED) + '2\r\n{}XX0\r\n\r\n',
  'a space before the method': () => ` ${get()}`,
  'HTTP/2 in the clear': () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a version that does not exist': () => get().replace('HTTP/1.1', 'HTTP/1.9'),
};
for (const [form, text] of Object.entries(UNCLEAR)) {
  test(`${form}: refused, and nothing behind it is answered`, async () => {
    const connection = await open();
    connection.send(text() + SMUGGLED);
    assert.deepEqual(await connection.untilClosed(), [{ status: 400, code: 'invalid-request' }]);
  });
}

test('20 kB of chunk extensions are refused', async () => {
  const connection = await open();
  connection.send(`${post(CHUNKED)}2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n${SMUGGLED}`);
  assert.deepEqual(await connection.untilClosed(), [{ status: 413, code: 'body-too-large' }]);
});

/** What is clear is answered, each request once and in its turn. */
const CLEAR: Record<string, [text: () => string, statuses: number[]]> = {
  'chunk extensions mean nothing': [() => post(CHUNKED) + '2;a=b\r\n{}\r\n0;c\r\n\r\n', [400]],
  'a trailer is not a header': [
    () => post(CHUNKED) + '2\r\n{}\r\n0\r\nAuthorization: Bearer x\r\n\r\n',
    [400],
  ],
  'the body of a GET is not a request': [
    () => get().replace('\r\n\r\n', `\r\nContent-Length: ${SMUGGLED.length}\r\n\r\n`) + SMUGGLED,
    [200],
  ],
  'a body that is announced is waited for': [
    () => post('Expect: 100-continue', 'Content-Length: 2') + '{}',
    [100, 400],
  ],
  'TRACE shows nobody their own headers': [() => get().replace('GET', 'TRACE'), [405]],
};
for (const [form, [text, statuses]] of Object.entries(CLEAR)) {
  test(form, async () => {
    const connection = await open();
    connection.send(text() + get());
    const answers = await connection.untilAnswers(statuses.length + 1);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [...statuses, 200],
    );
    connection.socket.destroy();
  });
}

test('one Host, no more and no less', async () => {
  const table: [string, number][] = [
    ['GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
    ['GET /healthz HTTP/1.1\r\n\r\n', 400],
    ['GET /healthz HTTP/1.0\r\n\r\n', 200],
  ];
  for (const [text, status] of table) {
    const connection = await open();
    connection.send(text);
    const [answer] = await connection.untilAnswers(1);
    assert.deepEqual(answer, { status, code: status === 400 ? 'invalid-request' : undefined });
    connection.socket.destroy();
  }
});

test('no tunnel and no other protocol', async () => {
  const tunnel = await open();
  tunnel.send(lines('CONNECT sas.example:443 HTTP/1.1', 'Host: sas.example') + SMUGGLED);
  assert.deepEqual(await tunnel.untilClosed(), []);
  const upgrade = await open();
  upgrade.send(get().replace('\r\n\r\n', '\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'));
  assert.deepEqual(await upgrade.untilAnswers(1), [{ status: 200, code: undefined }]);
  upgrade.socket.destroy();
});

const LATE = [{ status: 408, code: 'request-timeout' }];

test('who says nothing is cut off', async () => {
  assert.deepEqual(await (await open(hurried)).untilClosed(), LATE);
});

test('headers that drip are cut off, and others are served meanwhile', async () => {
  const slow = await Promise.all(Array.from({ length: 50 }, () => open(hurried)));
  const dripped = slow.map((connection) => {
    connection.send('GET /healthz HTTP/1.1\r\nHost: sas.example\r\n');
    return connection.drip('X-Slow: 1\r\n');
  });
  assert.equal((await hurried.call('GET', '/healthz')).status, 200);
  await Promise.all(dripped);
  for (const connection of slow) assert.deepEqual(connection.answers(), LATE);
});

test('a body that drips is cut off, and others are served meanwhile', async () => {
  const slow = await open(hurried);
  slow.send(postTo(hurried, 'Content-Length: 1000'));
  const dripped = slow.drip(' ');
  assert.equal((await hurried.call('GET', '/v1/specialties', { as: 'regulator' })).status, 200);
  await dripped;
  assert.deepEqual(slow.answers(), LATE);
});

test('a connection without a request is closed after its time', async () => {
  const idle = await open(sparing);
  idle.send(get());
  assert.deepEqual(await idle.untilClosed(), [{ status: 200, code: undefined }]);
});

test('a caller has so many requests open at once; others are not kept out', async () => {
  const search = (as: string) => platform.call('GET', '/v1/specialties', { as });
  const held = await Promise.all(Array.from({ length: 3 }, () => open()));
  for (const connection of held) connection.send(post('Content-Length: 2'));
  const answered = (status: number) =>
    until(async () => {
      const answer = await search('regulator');
      return answer.status === status && answer;
    });
  const { body, headers } = await answered(429);
  assert.equal(body.code, 'too-many-open-requests');
  assert.equal(headers.get('retry-after'), '1');
  assert.equal((await search('editor')).status, 200);
  held[0]!.send('{}');
  assert.equal((await held[0]!.untilAnswers(1))[0]!.code, 'missing-member');
  await answered(200);
  // A connection that breaks gives its place back, too.
  for (const connection of held) connection.socket.destroy();
  const answers = await Promise.all([answered(200), answered(200), answered(200)]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
});
