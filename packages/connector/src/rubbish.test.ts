/** Whatever is sent: never a 5xx, never a stack trace, nothing stored, the next request is answered. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, suite, test } from 'node:test';
import { MemoryRegulators } from './accounts/memory-store.ts';
import { createConnector } from './connector.ts';
import { careless, offer, slot } from './testing/agenda.ts';
import { ask, slotSearch } from './testing/client.ts';
import { serve, type Served } from './testing/serve.ts';

const regulators = new MemoryRegulators();
const errors: unknown[] = [];
const connector = createConnector({
  agenda: careless(offer([slot({ id: 's' })])),
  regulators,
  baseUrl: 'https://agenda.example/fhir',
  onError: (error) => errors.push(error),
});
let served: Served;
before(async () => {
  served = await serve((request) => connector.handle(request));
});
after(() => served.close());

/** Sends bytes as they are. @returns everything that comes back until the server is silent. */
function raw(text: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(served.origin).port), '127.0.0.1');
    let received = '';
    socket.setTimeout(2_000, () => socket.end());
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(received));
    socket.on('error', (error) => (received === '' ? reject(error) : resolve(received)));
    socket.write(text);
  });
}

const head = (line: string, ...headers: string[]): string =>
  `${[`${line} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;
const status = (answer: string): number => Number(answer.split(' ')[1]);

async function stillAnswers(): Promise<void> {
  const { status: found, body } = await ask(`${served.origin}/fhir${slotSearch()}`);
  assert.equal(found, 200);
  assert.equal(body.total, 1);
}

function checkRefusal(answer: string, name: string): void {
  const code = status(answer);
  assert.ok(code >= 400 && code < 500, `${name}: ${answer.slice(0, 200)}`);
  assert.doesNotMatch(answer, /at .*\.(?:ts|js):\d|node:internal|TypeError|SyntaxError/, name);
  if (answer.includes('application/fhir+json')) {
    assert.match(answer, /"resourceType":"OperationOutcome"/, name);
    assert.match(answer, /"text":"[^"]+"/, name);
  }
}

const LINES = [
  'GET /fhir/Slot',
  'GET /fhir/Slot?',
  'GET /fhir/Slot?&&&=&=',
  'GET /fhir/Slot?%',
  'GET /fhir/Slot?start=%',
  `GET /fhir/Slot?${'a=b&'.repeat(1_000)}`,
  `GET /fhir/Slot?${'%00'.repeat(1_000)}`,
  `GET /fhir/Slot?schedule.actor:Practitioner.identifier=${'8,'.repeat(2_000)}`,
  'GET /fhir/Slot?__proto__=1&constructor=2&toString=3',
  'GET /fhir/Schedule?_has:Slot:schedule:start=ge%F0%28%8C%28',
  'GET //',
  'GET //fhir//Slot',
  'GET /fhir/../../etc/passwd',
  'GET /fhir/%2e%2e/%2e%2e/etc/passwd',
  'GET /fhir/Slot%00',
  'GET /%',
  'GET http://other.example/fhir/Nothing',
  'GET *',
  'OPTIONS *',
  'TRACE /fhir/Slot',
  'PATCH /fhir/Slot',
  'DELETE /fhir/Slot',
  'PROPFIND /fhir/Slot',
  'POST /fhir/metadata',
  'PUT /fhir/Practitioner',
];

suite('lines that are no request of ours', () => {
  for (const line of LINES) {
    test(`${line.slice(0, 70)} is refused`, async () => {
      checkRefusal(await raw(head(line, 'Content-Length: 0')), line);
    });
  }

  test('an address of 9 kB is 414, of 100 kB refused by the parser', async () => {
    const long = await raw(head(`GET /fhir/Slot?x=${'a'.repeat(9_000)}`));
    assert.equal(status(long), 414);
    checkRefusal(long, '9 kB');
    checkRefusal(await raw(head(`GET /fhir/Slot?x=${'a'.repeat(100_000)}`)), '100 kB');
  });

  test('an address of 8 kB is read', async () => {
    const answer = await raw(head(`GET /fhir${slotSearch()}&x=${'a'.repeat(7_500)}`));
    assert.equal(status(answer), 200);
  });

  test('too many headers are refused', async () => {
    checkRefusal(await raw(head(`GET /fhir/metadata`, `X: ${'a'.repeat(40_000)}`)), 'headers');
  });

  test('strange values of headers that are read change nothing', async () => {
    const strange = [
      'If-None-Match: ,,"*"',
      'Accept-Encoding: gzip;q=abc, ;;',
      'Accept-Language: \u00e9\u00e8',
      'Accept: /',
      'Content-Type: ///',
      'Content-Encoding: x',
    ];
    for (const header of strange) {
      assert.equal(status(await raw(head('GET /fhir/metadata', header))), 200, header);
    }
  });

  after(stillAnswers);
});

const JSON_TYPE = 'Content-Type: application/fhir+json';
const valid = {
  resourceType: 'Practitioner',
  identifier: [{ system: 'urn:oid:1.2.250.1.213.3.6', value: 'x' }],
  active: true,
  name: [{ family: 'A', given: ['B'] }],
  telecom: [{ system: 'email', value: 'a@b.fr' }],
};
const with_ = (changes: object): string => JSON.stringify({ ...valid, ...changes });

const BODIES: [string, string | Buffer][] = [
  ['nothing', ''],
  ['no JSON', 'Practitioner'],
  ['half of it', JSON.stringify(valid).slice(0, -3)],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '1e999'],
  ['another resource', with_({ resourceType: 'Patient' })],
  ['a Bundle', JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry: [] })],
  ['no type', with_({ resourceType: undefined })],
  ['a type that is a list', with_({ resourceType: ['Practitioner'] })],
  ['no UTF-8', Buffer.from(JSON.stringify(valid).replace('"A"', '"\u00e9"'), 'latin1')],
  ['identifier: a text', with_({ identifier: 'x' })],
  ['identifier: lists in lists', with_({ identifier: [[[]]] })],
  ['identifier: null', with_({ identifier: [null] })],
  ['identifier: another system', with_({ identifier: [{ system: 'urn:oid:1.2', value: 'x' }] })],
  [
    'identifier: an object for a value',
    with_({ identifier: [{ system: 'urn:oid:1.2.250.1.213.3.6', value: {} }] }),
  ],
  ['active: a text', with_({ active: 'true' })],
  ['active: 1', with_({ active: 1 })],
  ['name: a text', with_({ name: 'A' })],
  ['name: numbers', with_({ name: [{ family: {}, given: [[]] }] })],
  ['name: blank', with_({ name: [{ family: '  ', given: ['\t'] }] })],
  ['name: 100 kB', with_({ name: [{ family: 'A'.repeat(60_000), given: ['B'] }] })],
  ['telecom: a phone', with_({ telecom: [{ system: 'phone', value: '+33600000000' }] })],
  ['telecom: spaces', with_({ telecom: [{ system: 'email', value: 'a b@c.fr' }] })],
  ['a NUL', with_({ name: [{ family: 'A\u0000', given: ['B'] }] })],
  ['__proto__', JSON.stringify(valid).replace('{', '{"__proto__":{"active":true},')],
  ['constructor', with_({ constructor: { prototype: { active: true } } })],
  ['deep nesting', `{"resourceType":"Practitioner","a":${'['.repeat(20_000)}`],
  [
    'deep objects',
    `{"resourceType":"Practitioner","a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  ],
];

suite('bodies that are no account', () => {
  for (const [name, body] of BODIES) {
    for (const line of [
      'POST /fhir/Practitioner',
      'PUT /fhir/Practitioner?identifier=urn:oid:1.2.250.1.213.3.6%7Cx',
    ]) {
      test(`${line.split(' ')[0]} ${name} is refused and not stored`, async () => {
        const bytes = Buffer.from(body);
        const length = `Content-Length: ${bytes.byteLength}`;
        checkRefusal(
          await raw(Buffer.concat([Buffer.from(head(line, JSON_TYPE, length)), bytes])),
          name,
        );
        assert.equal(regulators.all.length, 0);
      });
    }
  }

  test('5 MB are 413, announced or not, and the sender learns it', async () => {
    const big = `{"resourceType":"Practitioner","a":"${'x'.repeat(5_000_000)}"}`;
    const url = `${served.origin}/fhir/Practitioner`;
    const headers = { 'Content-Type': 'application/fhir+json' };
    const announced = await ask(url, { method: 'POST', headers, body: big });
    assert.equal(announced.status, 413);
    assert.equal(announced.body.issue[0].code, 'too-long');
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < big.length; at += 100_000) {
          controller.enqueue(new TextEncoder().encode(big.slice(at, at + 100_000)));
        }
        controller.close();
      },
    });
    const init = { method: 'POST', headers, body: pieces, duplex: 'half' } as RequestInit;
    assert.equal((await ask(url, init)).status, 413);
    assert.equal(regulators.all.length, 0);
  });

  test('a sender that stops half-way stores nothing', async () => {
    const half = JSON.stringify(valid).slice(0, 40);
    const socket = connect(Number(new URL(served.origin).port), '127.0.0.1');
    const start = head('POST /fhir/Practitioner', JSON_TYPE, 'Content-Length: 4000');
    await new Promise((resolve) => socket.write(start + half, resolve));
    socket.destroy();
    await stillAnswers();
    assert.equal(regulators.all.length, 0);
  });

  after(stillAnswers);
});

test('no rubbish was taken for an error of ours', () => {
  assert.deepEqual(errors, []);
});
