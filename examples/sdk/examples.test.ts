import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Demonstration, startDemonstration } from '../demonstration/demonstration.ts';
import { EmptyData, temporaryFolder } from '../demonstration/testing/folder.ts';
import { bookable, caller, cardsAround, visitor } from '../demonstration/testing/offers.ts';
import { RunningExample } from './testing/running.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HERE = 'examples/sdk';
const execute = promisify(execFile);

/** What the shell of whoever runs the tests may have set. */
const UNSET = { SAS_CREDENTIALS: undefined, SAS_KEY: undefined, SAS_TOKEN: undefined };

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an example as its reader does: from the root, with npm. */
async function run(name: string, environment: Record<string, string>): Promise<Ended> {
  try {
    const ended = await execute('npm', ['run', '--silent', 'example', `${HERE}/${name}.ts`], {
      cwd: root,
      env: { ...process.env, ...UNSET, ...environment },
    });
    return { code: 0, ...ended };
  } catch (error) {
    return error as Ended;
  }
}

/** What each example prints, line after line. */
const PRINTED: Record<string, RegExp[]> = {
  'publish-agenda': [
    /^opened the agenda « falaise »$/,
    /^added its hours: /,
    /^\d{4}-\d\d-\d\d: \d free slots$/,
  ],
  'keep-in-step': [
    /^empty: 0 created, 0 kept, 0 removed$/,
    /^three free slots: 3 created, 0 kept, 0 removed$/,
    /^the same again: 0 created, 3 kept, 0 removed$/,
    /^10:00 was taken by telephone, 15:00 is free: 1 created, 2 kept, 1 removed$/,
  ],
  'search-and-book': [
    /^\d+\.\d km {2}.+: \d+ free slots$/,
    /^held \d{4}-.+ until \d{4}-.+$/,
    /^booked [0-9A-Z]{4}, \d{4}-/,
    /^cancelled again$/,
  ],
  'dispatch-link': [
    /^\/sas\/recherche with origin, streetnumber, streetname, inseecode, specialty, practitioner$/,
    /^Dr Vaudrelle: /,
  ],
  'message-and-matching': [
    /^created: 2026-11-23T14:20:00\+01:00 with Dr Vaudrelle$/,
    /^A-101 \(\d+\): Le même régulateur\. /,
    /^proposed first: A-101; a person decides$/,
    /^answered by Ack to fr\.health\.test\.ptfsas$/,
  ],
};

/** Those that run until they are interrupted. */
const UNTIL_INTERRUPTED = ['receive-webhooks', 'watch-availability'];

/** What a second run of those that leave something behind prints otherwise. */
const AGAIN: Record<string, RegExp> = {
  'publish-agenda': /^found the agenda « falaise »$/,
  // None when the day ended in Greenwich since the first run.
  'keep-in-step': /^empty: 0 created, 0 kept, [03] removed$/,
};

suite('the examples', async () => {
  const folder = await temporaryFolder();
  const credentials = join(folder, 'credentials.json');
  let demonstration: Demonstration;
  let environment: Record<string, string>;

  before(async () => {
    const data = await new EmptyData(folder).copy();
    demonstration = await startDemonstration({
      argv: ['--port', '0', '--data', data, '--credentials', credentials],
    });
    environment = { SAS_URL: demonstration.address, SAS_CREDENTIALS: credentials };
  });
  after(() => demonstration.close());

  /** Runs an example; answers the lines that it printed. */
  async function linesOf(name: string): Promise<string[]> {
    const { code, stdout, stderr } = await run(name, environment);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    return stdout.trimEnd().split('\n');
  }

  /** Starts one that runs until it is interrupted. */
  const start = (t: TestContext, name: string) =>
    new RunningExample(t, `${HERE}/${name}.ts`, { ...process.env, ...environment }, root);

  for (const [name, patterns] of Object.entries(PRINTED)) {
    test(`${name} prints what it did`, async () => {
      let lines = await linesOf(name);
      for (const pattern of patterns) {
        const at = lines.findIndex((line) => pattern.test(line));
        assert.ok(at >= 0, `${String(pattern)} in ${JSON.stringify(lines)}`);
        lines = lines.slice(at + 1);
      }
    });
  }

  for (const [name, pattern] of Object.entries(AGAIN)) {
    test(`${name} may be run again`, async () => assert.match((await linesOf(name))[0]!, pattern));
  }

  test('receive-webhooks prints what happens to its agendas, and removes its endpoint', async (t) => {
    const example = start(t, 'receive-webhooks');
    await example.prints(/^webhook\.test$/);
    const editor = caller(demonstration, 'editor');
    assert.equal((await editor.webhooks.list()).items.length, 1);
    const regulator = caller(demonstration, 'regulator');
    const [slot] = bookable(await cardsAround(regulator));
    const { id, reference } = await regulator.appointments.book({ slotId: slot!.id });
    await example.prints(new RegExp(`^appointment\\.booked: ${reference} at `));
    await regulator.appointments.cancel(id);
    await example.prints(new RegExp(`^appointment\\.cancelled: ${reference} at `));
    assert.equal(await example.interrupt(), 0);
    await example.prints(/^the endpoint is removed$/);
    assert.deepEqual((await editor.webhooks.list()).items, []);
  });

  test('watch-availability prints how the list changes', async (t) => {
    const example = start(t, 'watch-availability');
    await example.prints(/^live: \d+ practices$/);
    const regulator = caller(demonstration, 'regulator');
    const { items } = await visitor(demonstration).availability.search({
      insee: '76351',
      specialty: 'SM54',
      slotsPerCard: 200,
    });
    const card = items.find((each) => each.practitioner && bookable([each]).length > 0)!;
    const { practitioner } = card;
    const slots = bookable([card]);
    // In the middle: the first may begin meanwhile, the last be outside the example's earlier window.
    const slot = slots[Math.floor(slots.length / 2)]!;
    /** Whether a line tells that this practice has fewer free slots, or more. */
    const tells = (change: 'fewer' | 'more') => (line: string) => {
      const [, who, was, is] = /^Dr (.+): (\d+) → (\d+) free slots$/.exec(line) ?? [];
      return who === practitioner!.family && Number(is) > Number(was) === (change === 'more');
    };
    const { id } = await regulator.appointments.book({ slotId: slot.id });
    await example.prints(tells('fewer'));
    await regulator.appointments.cancel(id);
    await example.prints(tells('more'));
    assert.equal(await example.interrupt(), 0);
    await example.prints(/^closed$/);
  });

  test('a key and a token of one’s own do as well', async () => {
    const { publishableKey, tokens } = demonstration.credentials;
    const { SAS_URL } = environment as { SAS_URL: string };
    const visitor = await run('search-and-book', { SAS_URL, SAS_KEY: publishableKey });
    assert.equal(visitor.code, 0, visitor.stderr);
    const editor = await run('keep-in-step', { SAS_URL, SAS_TOKEN: tokens['editor']! });
    assert.equal(editor.code, 0, editor.stderr);
  });

  test('without credentials they say what to set', async () => {
    const { code, stderr } = await run('search-and-book', {});
    assert.equal(code, 2);
    assert.match(stderr, /^Set SAS_CREDENTIALS \(npm start -- --credentials FILE\) or SAS_KEY\.$/m);
  });
});

test('each is one file below 60 lines, and every one is run here', async () => {
  const files = (await readdir(join(root, HERE))).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const names = files.map((file) => file.replace('.ts', '')).filter((name) => name !== 'settings');
  assert.deepEqual(names.sort(), [...Object.keys(PRINTED), ...UNTIL_INTERRUPTED].sort());
  for (const file of files) {
    const lines = (await readFile(join(root, HERE, file), 'utf8')).trimEnd().split('\n').length;
    assert.ok(lines < 60, `${file} has ${lines} lines`);
  }
});
