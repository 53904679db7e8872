import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { after, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import {
  type EditorConduct,
  SAMPLE_BUNDLE,
  says,
  startEditor,
} from '../../testing/editor-fixtures.ts';
import type { AnswerState, EditorQuestion } from './asked.ts';
import { type AskedEditor, Asking } from './asking.ts';

const SETTINGS = { maxBytes: 100_000, certificates: new Map(), authorities: [] };
const never = new AbortController().signal;
const QUESTION: EditorQuestion = {
  flow: 'ps',
  identifiers: ['810999001000', '810999001018'],
  from: new Date('2026-11-23T08:00:00+01:00'),
  to: new Date('2026-11-25T08:00:00+01:00'),
};
const closing: (() => Promise<unknown> | void)[] = [];
after(async () => {
  for (const close of closing) await close();
});

/** An editor that answers so, and somebody who asks it. */
async function editorThat(
  answer: EditorConduct,
  changes: Partial<AskedEditor> = {},
  settings = SETTINGS,
) {
  const { server, endpoint, requests, close } = await startEditor(answer);
  const asking = new Asking(settings, { pauseMs: 1, longestPauseMs: 1 });
  const editor: AskedEditor = {
    id: 'agenda-exemple',
    endpoint,
    certificate: null,
    concurrency: 4,
    deadlineMs: 20_000,
    ...changes,
  };
  closing.push(async () => {
    await asking.close();
    close();
  });
  return {
    asking,
    server,
    requests,
    endpoint,
    ask: (signal = never, deadlineMs = editor.deadlineMs) =>
      asking.askEditor({ ...editor, deadlineMs }, QUESTION, signal),
  };
}

/** The end of the connection that carries the next request. */
async function endOfRequest(server: Server): Promise<void> {
  const [request] = (await once(server, 'request')) as [IncomingMessage];
  const { socket } = request;
  // Not `once` of node:events: a reset is an end, too.
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
}

test('an editor is asked as the guide has it, below its base', async () => {
  const seen: IncomingMessage[] = [];
  const { ask } = await editorThat((response, request) => {
    seen.push(request);
    says(SAMPLE_BUNDLE)(response, request);
  });
  const answer = await ask();
  assert.equal(answer.state, 'complete');
  assert.equal(answer.agenda?.slots.length, 1);
  assert.equal(answer.agenda.slots[0]?.editor, 'agenda-exemple');
  assert.equal(answer.reason, null);
  assert.equal(seen[0]?.headers.accept, 'application/json+fhir');
  const url = new URL(seen[0].url!, 'http://editor.example');
  assert.equal(url.pathname, '/fhir/Slot');
  assert.deepEqual(
    [...url.searchParams],
    [
      ['_include', 'Slot:schedule'],
      ['_include:iterate', 'Schedule:actor'],
      [
        'schedule.actor:Practitioner.identifier',
        'urn:oid:1.2.250.1.71.4.2.1|810999001000,urn:oid:1.2.250.1.71.4.2.1|810999001018',
      ],
      ['start', 'ge2026-11-23T08:00:00.000+01:00'],
      ['start', 'le2026-11-25T08:00:00.000+01:00'],
      ['status', 'free'],
    ],
  );
});

for (const [flow, path, includes] of [
  ['cpts', '/fhir/Slot', ['Slot:schedule', 'Slot:service-type-reference']],
  ['sos', '/fhir/Schedule', ['Schedule:actor:Location']],
] as const) {
  test(`the flow ${flow} asks for ${path}`, async () => {
    let seen = '';
    const { asking } = await editorThat(() => undefined);
    const { endpoint } = await editorThat((response, request) => {
      seen = request.url!;
      says('{"resourceType":"Bundle","type":"searchset","total":0}')(response, request);
    });
    const editor = {
      id: 'b',
      endpoint: `${endpoint}/`,
      certificate: null,
      concurrency: 1,
      deadlineMs: 20_000,
    };
    const answer = await asking.askEditor(
      editor,
      { ...QUESTION, flow, identifiers: ['383099900100012'] },
      never,
    );
    const url = new URL(seen, 'http://editor.example');
    assert.equal(url.pathname, path);
    assert.deepEqual(url.searchParams.getAll('_include'), includes);
    assert.deepEqual([answer.state, answer.agenda?.slots], ['complete', []]);
  });
}

for (const [name, answer] of [
  ['no content type', says(SAMPLE_BUNDLE)],
  ['the type of a text', says(SAMPLE_BUNDLE, { 'content-type': 'text/plain; charset=iso-8859-1' })],
  ['a byte order mark', says(`\uFEFF${SAMPLE_BUNDLE}`)],
  ['gzip', says(gzipSync(SAMPLE_BUNDLE), { 'content-encoding': 'gzip' })],
  ['deflate', says(deflateSync(SAMPLE_BUNDLE), { 'content-encoding': 'deflate' })],
  ['brotli', says(brotliCompressSync(SAMPLE_BUNDLE), { 'content-encoding': 'BR' })],
  [
    'pieces of one byte',
    (response: ServerResponse) => {
      for (const byte of Buffer.from(SAMPLE_BUNDLE)) response.write(Buffer.of(byte));
      response.end();
    },
  ],
] as const) {
  test(`an answer with ${name} is read`, async () => {
    const { ask } = await editorThat(answer);
    const { state, agenda } = await ask();
    assert.deepEqual([state, agenda?.slots.length], ['complete', 1]);
  });
}

const LARGE = ' '.repeat(SETTINGS.maxBytes + 1);
const slots = (...entries: object[]) =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'searchset',
    total: entries.length,
    entry: entries.map((resource) => ({ resource })),
  });

const FAULTS: [string, EditorConduct, AnswerState, RegExp][] = [
  ['a page', says('<!doctype html>'), 'failed', /no JSON: <!doctype html>/],
  ['nothing', says(''), 'failed', /no JSON/],
  ['half of it', says(SAMPLE_BUNDLE.slice(0, 300)), 'failed', /no JSON/],
  ['a number', says('7'), 'failed', /no Bundle/],
  ['null', says('null'), 'failed', /no Bundle/],
  ['another resource', says('{"resourceType":"Slot"}'), 'failed', /no Bundle: Slot/],
  [
    'an outcome with status 200',
    says('{"resourceType":"OperationOutcome","issue":[{"diagnostics":"base fermée"}]}'),
    'failed',
    /no Bundle: base fermée/,
  ],
  [
    'slots of which none can be read',
    says(slots({ resourceType: 'Slot', id: 'x', status: 'free' })),
    'failed',
    /could be understood/,
  ],
  [
    'a number of slots and none of them',
    says('{"resourceType":"Bundle","total":3}'),
    'failed',
    /tells of 3 and holds none/,
  ],
  [
    'more entries than anybody reads',
    says(`{"resourceType":"Bundle","entry":[${'0,'.repeat(20_000)}0]}`),
    'failed',
    /20001 entries/,
  ],
  [
    'a thousand lists in a list',
    says(
      `{"resourceType":"Bundle","entry":[{"resource":${'['.repeat(40_000)}${']'.repeat(40_000)}}]}`,
    ),
    'failed',
    /could be understood/,
  ],
  ['more than the settings allow', says(LARGE), 'failed', /larger/],
  [
    'what becomes more than the settings allow',
    says(gzipSync(LARGE), { 'content-encoding': 'gzip' }),
    'failed',
    /larger/,
  ],
  [
    'what becomes more, by brotli',
    says(brotliCompressSync(LARGE), { 'content-encoding': 'br' }),
    'failed',
    /larger/,
  ],
  ['broken gzip', says('no gzip', { 'content-encoding': 'gzip' }), 'failed', /compressed/],
  [
    'an encoding of its own',
    says(SAMPLE_BUNDLE, { 'content-encoding': 'zz' }),
    'failed',
    /compressed.*zz/,
  ],
  [
    'a redirect',
    (response) => response.writeHead(302, { location: 'http://192.0.2.1/' }).end(),
    'failed',
    /elsewhere.*302/,
  ],
  ['an error of its own', (response) => response.writeHead(503).end(), 'failed', /HTTP 503/],
  [
    'a refusal',
    (response) =>
      response
        .writeHead(403)
        .end('{"resourceType":"OperationOutcome","issue":[{"diagnostics":"certificat inconnu"}]}'),
    'refused',
    /HTTP 403, certificat inconnu/,
  ],
  [
    'a refusal without end',
    (response) => {
      response.writeHead(400, { 'content-encoding': 'gzip' });
      const more = () => {
        while (response.writable && response.write(LARGE));
        response.once('drain', more);
      };
      more();
    },
    'refused',
    /HTTP 400/,
  ],
  [
    'the end of its connection',
    (response) => response.socket!.destroy(),
    'failed',
    /ended the connection/,
  ],
  [
    'the end of its connection after half',
    (response) => {
      response.writeHead(200, { 'content-length': '9999' }).write(SAMPLE_BUNDLE.slice(0, 99));
      void setImmediate().then(() => response.socket!.resetAndDestroy());
    },
    'failed',
    /ended the connection/,
  ],
  ['no HTTP', (response) => response.socket!.end('220 ready\r\n\r\n'), 'failed', /no HTTP/],
  [
    'another protocol',
    (response) =>
      response.socket!.write(
        'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
      ),
    'failed',
    /no HTTP|ended/,
  ],
];

for (const [name, answer, state, reason] of FAULTS) {
  test(`an editor that answers ${name} is told as ${state}`, async () => {
    const { ask, requests } = await editorThat(answer);
    const told = await ask();
    assert.deepEqual([told.state, told.agenda], [state, null]);
    assert.match(told.reason!, reason);
    assert.equal(requests(), 1);
  });
}

test('an answer of empty objects only is not looked at', async () => {
  const issues = `${'{},'.repeat(160_000)}{}`;
  const outcome = `{"resource":{"resourceType":"OperationOutcome","id":"o","issue":[${issues}]}}`;
  const { ask } = await editorThat(
    says(`{"resourceType":"Bundle","entry":[${outcome}]}`),
    {},
    { ...SETTINGS, maxBytes: 4_000_000 },
  );
  const { state, reason } = await ask();
  assert.equal(state, 'failed');
  assert.match(reason!, /too many parts/);
});

test('slots that are busy are an answer, without slots', async () => {
  const busy = SAMPLE_BUNDLE.replaceAll('"status":"free"', '"status":"busy"');
  const { ask } = await editorThat(says(busy));
  const { state, agenda, findings } = await ask();
  assert.deepEqual([state, agenda?.slots.length], ['complete', 0]);
  assert.equal(findings['read-status'], 1);
});

for (const [name, answer] of [
  ['never answers', () => undefined],
  [
    'sends its answer byte by byte',
    (response: ServerResponse) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(timer));
    },
  ],
  [
    'only says that it is at work',
    (response: ServerResponse) => {
      const timer = setInterval(() => response.writeProcessing(), 20);
      response.once('close', () => clearInterval(timer));
    },
  ],
] as const) {
  test(`an editor that ${name} costs its deadline, and its connection ends`, async () => {
    const { ask, server, requests } = await editorThat(answer);
    const ended = endOfRequest(server);
    // Longer and longer, until the machine is fast enough for the question to arrive.
    for (let deadlineMs = 300; requests() === 0; deadlineMs *= 2) {
      const { state, reason } = await ask(never, deadlineMs);
      assert.equal(state, 'timeout');
      assert.match(reason!, /in time/);
    }
    await ended;
  });
}

test('a question that waits for a connection until nobody wants it is never sent', async () => {
  const held: ServerResponse[] = [];
  const { ask, server, requests } = await editorThat((response) => held.push(response), {
    concurrency: 1,
  });
  const first = ask();
  await once(server, 'request');
  const leaving = new AbortController();
  const second = ask(leaving.signal);
  const third = ask();
  leaving.abort(new Error('gone'));
  await assert.rejects(second, /gone/);
  const next = once(server, 'request');
  held[0]!.end(SAMPLE_BUNDLE);
  assert.equal((await first).state, 'complete');
  await next;
  held[1]!.end(SAMPLE_BUNDLE);
  assert.equal((await third).state, 'complete');
  assert.equal(requests(), 2);
});

test('an editor that does not listen is told', async () => {
  const { ask, server } = await editorThat(says(SAMPLE_BUNDLE));
  server.close();
  await once(server, 'close');
  const { state, reason } = await ask();
  assert.equal(state, 'failed');
  assert.match(reason!, /connected to: ECONNREFUSED/);
});

test('a name that nobody knows is told', async () => {
  const { ask } = await editorThat(says(SAMPLE_BUNDLE), { endpoint: 'http://editor.invalid/fhir' });
  const { state, reason } = await ask();
  assert.equal(state, 'failed');
  assert.match(reason!, /name is not known/);
});

test('who leaves ends the question at once; that is nobody’s fault', async () => {
  const { ask, asking, server } = await editorThat(() => undefined);
  const leaving = new AbortController();
  const ended = endOfRequest(server);
  const asked = ask(leaving.signal);
  await once(server, 'request');
  leaving.abort(new Error('gone'));
  await assert.rejects(asked, /gone/);
  await ended;
  await assert.rejects(ask(leaving.signal), /gone/);
  assert.equal(asking.circuitOf('agenda-exemple'), 'closed');
});

test('an editor that fails is left alone, and comes back by itself', async () => {
  let well = false;
  const { ask, asking, requests } = await editorThat((response, request) => {
    if (well) return says(SAMPLE_BUNDLE)(response, request);
    response.writeHead(500).end();
  });
  while ((await ask()).state !== 'circuit-open') await setImmediate();
  assert.ok(requests() >= 5, String(requests()));
  well = true;
  while ((await ask()).state !== 'complete') await setImmediate();
  assert.equal(asking.circuitOf('agenda-exemple'), 'closed');
});

test('while one question tries whether an editor is back, others do not wait for it', async () => {
  let answer: EditorConduct = (response) => response.writeHead(500).end();
  const { ask, asking } = await editorThat((response, request) => answer(response, request));
  while ((await ask()).state !== 'circuit-open') await setImmediate();
  const held: ServerResponse[] = [];
  answer = (response) => held.push(response);
  const leaving = new AbortController();
  const trials: Promise<unknown>[] = [];
  while (held.length === 0) {
    trials.push(ask(leaving.signal).catch((error: unknown) => String(error)));
    await setImmediate();
  }
  assert.equal(asking.circuitOf('agenda-exemple'), 'half-open');
  assert.equal((await ask()).state, 'circuit-open');
  leaving.abort(new Error('gone'));
  assert.ok((await Promise.all(trials)).includes('Error: gone'));
  answer = says(SAMPLE_BUNDLE);
  held[0]!.end(SAMPLE_BUNDLE);
  while ((await ask()).state !== 'complete') await setImmediate();
});

test('an editor that moves is asked at its new place; what it was asked is still answered', async () => {
  const held: ServerResponse[] = [];
  const old = await editorThat((response) => held.push(response));
  const moved = await editorThat(says(SAMPLE_BUNDLE));
  const editor = { id: 'm', certificate: null, concurrency: 1, deadlineMs: 20_000 };
  const { asking } = old;
  const first = asking.askEditor({ ...editor, endpoint: old.endpoint }, QUESTION, never);
  while (held.length === 0) await setImmediate();
  const next = await asking.askEditor({ ...editor, endpoint: moved.endpoint }, QUESTION, never);
  held[0]!.end(SAMPLE_BUNDLE);
  assert.deepEqual([next.state, (await first).state], ['complete', 'complete']);
});

test('questions refused say nothing about the next one', async () => {
  const { ask, asking, requests } = await editorThat((response) => response.writeHead(400).end());
  for (let times = 0; times < 30; times += 1) assert.equal((await ask()).state, 'refused');
  assert.deepEqual([requests(), asking.circuitOf('agenda-exemple')], [30, 'closed']);
});

test('one editor that does not answer costs the others nothing', async () => {
  const hanging = await editorThat(() => undefined);
  const asked = hanging.ask();
  const { ask } = await editorThat(says(SAMPLE_BUNDLE));
  assert.equal((await ask()).state, 'complete');
  await hanging.asking.close();
  assert.equal((await asked).state, 'failed');
});
