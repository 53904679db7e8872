/** The command beside a vendor's program in Python: no JavaScript on the vendor's side. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { appointment } from '../testing/appointment.ts';
import { ask, associationSearch, idsOf, resourcesOf, slotSearch } from '../testing/client.ts';
import { startPlatform, type Platform } from '../testing/platform.ts';
import { unlessInstalled } from '../testing/programs.ts';
import { listen } from '../testing/serve.ts';
import { parseConfig } from './config.ts';
import { startSidecar } from './sidecar.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const skip = unlessInstalled('python3', '--version');
const folder = mkdtempSync(join(tmpdir(), 'sas-connector-sidecar-'));
const programs: ChildProcess[] = [];
let platform: Platform;
let base = '';
let door = '';

/** Starts a program and waits for a line of it. */
function start(command: string, args: readonly string[], line: RegExp): Promise<RegExpExecArray[]> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  programs.push(child);
  let text = '';
  const found: RegExpExecArray[] = [];
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code}: ${text}`)));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      found.splice(0, found.length, ...text.matchAll(new RegExp(line, 'gm')));
      if (/ready on/.test(text)) resolve(found);
    });
  });
}

before(async () => {
  platform = await startPlatform();
  if (skip !== false) return;
  const args = [path('../../examples/vendor.py'), '--port', '0', '--secret', 'a secret'];
  const [vendor] = await start('python3', args, /on (http\S+)$/);
  const file = join(folder, 'config.json');
  writeFileSync(
    file,
    JSON.stringify({
      baseUrl: 'https://agenda.example/fhir',
      vendor: { url: vendor?.[1], secret: 'a secret', associations: true, regulators: true },
      appointments: { platformUrl: platform.url, queue: 'queue.jsonl', port: 0 },
    }),
  );
  const [doorLine, ready] = await start(
    process.execPath,
    ['--conditions=source', path('./main.ts'), '--config', file, '--port', '0'],
    /on (http\S+)$/,
  );
  door = doorLine?.[1] ?? '';
  base = ready?.[1] ?? '';
});
after(async () => {
  await Promise.all(
    programs.map(
      (child) =>
        new Promise((resolve) => {
          child.removeAllListeners('exit').on('exit', resolve);
          child.kill();
        }),
    ),
  );
  await platform.close();
  rmSync(folder, { recursive: true });
});

const soon = (): { from: string; to: string } => ({
  from: new Date().toISOString(),
  to: new Date(Date.now() + 72 * 3_600_000).toISOString(),
});

suite('a vendor in Python', { skip }, () => {
  test('answers practitioners who consent', async () => {
    const ids = ['810999001000', '810999001018'];
    const { status, body } = await ask(base + slotSearch({ ids, ...soon() }));
    assert.equal(status, 200);
    assert.equal(body.total, 7);
    assert.deepEqual(
      resourcesOf(body, 'Practitioner').map(({ name }) => name[0].family),
      ['AUBRY'],
    );
    const [role] = resourcesOf(body, 'PractitionerRole');
    assert.equal(role.contained[0].address.postalCode, '76600');
    assert.equal(role.organization.identifier.value, '1760009001');
    assert.equal(role.telecom[0].value, '+33261911020');
  });

  test('answers associations', async () => {
    const { body } = await ask(base + associationSearch(soon()));
    assert.equal(body.total, 1);
    assert.equal(idsOf(body, 'Slot').length, 7);
    assert.equal(resourcesOf(body, 'Organization')[0].identifier[0].value, '390000090200016');
  });

  test('keeps accounts', async () => {
    const account = (value: string, active = true): RequestInit => ({
      headers: { 'Content-Type': 'application/fhir+json' },
      body: JSON.stringify({
        resourceType: 'Practitioner',
        identifier: [{ system: 'urn:oid:1.2.250.1.213.3.6', value }],
        active,
        name: [{ family: 'Évrard', given: ['Alix'] }],
        telecom: [{ system: 'email', value: 'alix@test.com' }],
      }),
    });
    const put = (value: string, init: RequestInit) =>
      ask(`${base}/Practitioner?identifier=urn:oid:1.2.250.1.213.3.6%7C${value}`, {
        ...init,
        method: 'PUT',
      });
    const post = (init: RequestInit) => ask(`${base}/Practitioner`, { ...init, method: 'POST' });
    assert.equal((await post(account('x'))).status, 201);
    assert.equal((await post(account('x'))).status, 422);
    assert.equal((await put('x', account('x', false))).status, 200);
    assert.equal((await post(account('x'))).status, 201);
    assert.equal((await put('y', account('y'))).status, 201);
    assert.equal((await put('y', account('x'))).status, 422);
  });

  test('tells about appointments, with its secret only', async () => {
    const body = JSON.stringify({ kind: 'created', appointment: appointment('a') });
    const post = (secret: string, text: string) =>
      ask(door, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secret}` },
        body: text,
      });
    assert.equal((await post('another', body)).status, 401);
    for (const wrong of [
      '{}',
      '[]',
      'x',
      '{"kind":"created"}',
      '{"kind":"deleted","appointment":{}}',
    ]) {
      assert.equal((await post('a secret', wrong)).status, 400, wrong);
    }
    const refused = await post('a secret', '{"kind":"created","appointment":{}}');
    assert.equal(refused.status, 422);
    assert.match(refused.body.error, /identifier: .*; status: .*; start: .*; practitioner: /);
    assert.equal(platform.requests.length, 0);
    assert.equal((await post('a secret', body)).status, 202);
    while (platform.appointments.size === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(platform.requests[0]?.method, 'POST');
  });
});

suite('any vendor', () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  formats.default(validate);
  const schema = JSON.parse(readFileSync(path('../../schema/sidecar-calls.schema.json'), 'utf8'));
  validate.addSchema(schema);

  /** A program that answers as it is told, and what it was asked. */
  async function using(
    reply: (message: any) => unknown,
    use: (base: string, asked: any[], log: any[]) => Promise<void>,
    deadlineMs = 60_000,
  ): Promise<void> {
    const asked: any[] = [];
    const log: any[] = [];
    const program = await listen(
      createServer((incoming, response) => {
        let text = '';
        incoming.on('data', (chunk) => (text += chunk));
        incoming.on('end', () => {
          const message = JSON.parse(text);
          asked.push(message);
          const answer = reply(message);
          if (typeof answer === 'number') response.writeHead(answer).end('{}');
          else if (answer === 'never') return;
          else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
        });
      }),
    );
    const config = parseConfig(
      {
        baseUrl: 'https://agenda.example/fhir',
        port: 0,
        deadlineMs,
        vendor: { url: program.origin, associations: true, regulators: true },
      },
      folder,
    );
    const sidecar = await startSidecar(config, (line) => log.push(line));
    try {
      await use(sidecar.url, asked, log);
    } finally {
      await sidecar.close();
      await program.close();
    }
  }

  test('is asked what the schema says', () =>
    using(
      ({ call, find }) =>
        call !== 'regulators' ? { slots: [] } : find ? { accounts: [] } : { result: 'saved' },
      async (url, asked) => {
        await ask(url + slotSearch());
        await ask(url + associationSearch());
        await ask(`${url}/Practitioner`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            resourceType: 'Practitioner',
            identifier: [{ system: 'urn:oid:1.2.250.1.213.3.6', value: 'x' }],
            active: true,
            name: [{ family: 'A', given: ['B'] }],
            telecom: [{ system: 'email', value: 'a@b.fr' }],
          }),
        });
        assert.deepEqual(
          asked.map(({ call }) => call),
          ['slots', 'associations', 'regulators', 'regulators'],
        );
        for (const message of asked) {
          assert.equal(validate.validate(schema.$id, message), true, validate.errorsText());
        }
      },
    ));

  test('that fails, is slow or talks nonsense is a 503 with a reason', async () => {
    for (const answer of [500, 404, 'never', 'no JSON', '"text"', '[1,2', null]) {
      await using(
        () => answer,
        async (url, _asked, log) => {
          const { status, body } = await ask(url + slotSearch());
          assert.equal(status, 503, String(answer));
          assert.equal(body.resourceType, 'OperationOutcome');
          assert.ok(log.length > 0);
        },
        answer === 'never' ? 200 : undefined,
      );
    }
  });

  test('is not asked for an address of 20 kB, which is a 414 with a reason', () =>
    using(
      () => ({ slots: [] }),
      async (url, asked) => {
        const { status, body } = await ask(`${url}${slotSearch()}&x=${'a'.repeat(20_000)}`);
        assert.equal(status, 414);
        assert.equal(body.resourceType, 'OperationOutcome');
        assert.deepEqual(asked, []);
      },
    ));

  test('that is not there is named in the log, with the reason', async () => {
    const gone = await listen(createServer());
    await gone.close();
    const config = parseConfig(
      { baseUrl: 'https://agenda.example/fhir', port: 0, vendor: { url: gone.origin } },
      folder,
    );
    const log: any[] = [];
    const sidecar = await startSidecar(config, (line) => log.push(line));
    try {
      assert.equal((await ask(sidecar.url + slotSearch())).status, 503);
      const [{ message }] = log;
      assert.ok(message.includes(gone.origin), message);
      assert.match(message, /ECONNREFUSED/);
    } finally {
      await sidecar.close();
    }
  });

  test('in Python answers what the schema says', { skip }, async () => {
    const [line] = await start(
      'python3',
      [path('../../examples/vendor.py'), '--port', '0', '--secret', 's'],
      /on (http\S+)$/,
    );
    const call = (message: object) =>
      ask(line?.[1] ?? '', {
        method: 'POST',
        headers: { Authorization: 'Bearer s' },
        body: JSON.stringify(message),
      });
    const check = (name: string, value: unknown): void => {
      const valid = validate.validate(`${schema.$id}#/$defs/${name}`, value);
      assert.equal(valid, true, validate.errorsText());
    };
    const window = soon();
    const slots = await call({ call: 'slots', practitioners: ['810999001000'], ...window });
    assert.ok(slots.body.slots.length > 0);
    check('offer', slots.body);
    check(
      'offer',
      (await call({ call: 'associations', sirets: ['90000090200016'], ...window })).body,
    );
    const identifier = { kind: 'technical', value: 'x' };
    const account = {
      id: crypto.randomUUID(),
      identifier,
      active: true,
      family: 'A',
      given: 'B',
      email: 'a@b.fr',
    };
    check('saveAnswer', (await call({ call: 'regulators', save: [account] })).body);
    const found = await call({ call: 'regulators', find: identifier });
    check('findAnswer', found.body);
    assert.deepEqual(found.body.accounts, [account]);
  });
});

suite('the command', () => {
  const run = (...args: string[]): Promise<{ code: number | null; err: string; out: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--conditions=source', path('./main.ts'), ...args]);
      let err = '';
      let out = '';
      child.stderr.on('data', (chunk) => (err += chunk));
      child.stdout.on('data', (chunk) => (out += chunk));
      child.on('close', (code) => resolve({ code, err, out }));
    });

  test('says what is wrong in one line and ends with 2', async () => {
    const file = join(folder, 'wrong.json');
    writeFileSync(file, '{"baseUrl":"https://a.example","vendor":{"url":"http://x"},"prot":1}');
    for (const [args, message] of [
      [[], /--config/],
      [['--config', join(folder, 'nowhere.json')], /nowhere\.json/],
      [['--config', file], /prot: unknown member/],
      [['--config', file, '--port', 'x'], /--port/],
      [['--nonsense'], /nonsense/],
    ] as const) {
      const { code, err } = await run(...args);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.equal(err.trim().split('\n').length, 1, err);
    }
  });

  test('helps and tells its version', async () => {
    assert.match((await run('--help')).out, /--config FILE/);
    assert.match((await run('--version')).out, /^\d+\.\d+\.\d+\n$/);
  });
});

test('a sender that never ends does not keep it from stopping', async () => {
  const vendor = { url: 'http://127.0.0.1:1/', regulators: true };
  const config = parseConfig({ baseUrl: 'https://agenda.example/fhir', port: 0, vendor }, folder);
  const sidecar = await startSidecar(config, () => undefined);
  const { port } = new URL(sidecar.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  const ended = new Promise((resolve) => socket.on('close', resolve));
  const lines = ['POST /fhir/Practitioner HTTP/1.1', 'Host: x', 'Content-Length: 9'];
  socket.write([...lines, 'Expect: 100-continue', '', 'half'].join('\r\n'));
  // The request is being read: the interim answer says so.
  await new Promise((resolve) => socket.once('data', resolve));
  await sidecar.close(1);
  await ended;
});
