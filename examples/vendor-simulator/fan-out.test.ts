/** The platform with three vendors, each a process of its own that can be killed alone. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createSasClient, type SasClient } from '@sas-kit/client';
import {
  createPlatform,
  type CredentialsFile,
  issueCredentials,
  type Platform,
  readConfig,
} from '@sas-kit/platform';
import { readOptions } from './options.ts';
import type { SimulatedPractitioner } from './practitioners.ts';
import { practitionersOf } from './simulator.ts';

const WORLD = ['--vendors', '3', '--practitioners', '300', '--free-rate', '1'];
const IDENTITIES = [
  { subject: 'regulator', roles: ['regulator' as const], territories: ['le-havre-fecamp'] },
  { subject: 'vendor', roles: ['editor' as const], editor: 'vendor' },
];
const main = fileURLToPath(new URL('main.ts', import.meta.url));

let data: string;
const processes = new Set<ChildProcess>();
let platform: Platform;
let credentials: CredentialsFile;
let regulator: SasClient;
let here: SimulatedPractitioner[];

/** A port that no system gives to whoever asks for any: while its vendor is dead nobody else takes it. */
async function keptPort(): Promise<number> {
  const port = randomInt(20_000, 30_000);
  const probe = createServer().listen(port, '127.0.0.1');
  const free = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  probe.close();
  return free ? port : keptPort();
}

/** Starts the n-th vendor of the world on a port, 0 for any; answers its base and its process. */
async function startVendor(number: number, port = 0, ...more: string[]) {
  // The option is the port of the first vendor; the others follow.
  const first = port === 0 ? 0 : port - number + 1;
  const options = ['--only', String(number), '--port', String(first), ...more];
  const argv = ['--conditions=source', main, ...WORLD, ...options];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.add(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const base = / : (http:\S+)$/.exec(line)?.[1];
    if (base !== undefined) return { child, base };
  }
  throw new Error('the vendor did not start');
}

async function kill(child: ChildProcess): Promise<void> {
  processes.delete(child);
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

const editorOf = ({ vendor }: SimulatedPractitioner) => `vendor-${vendor + 1}`;

before(async () => {
  data = await mkdtemp(join(tmpdir(), 'sas-fan-out-'));
  const issued = issueCredentials(IDENTITIES, ['*']);
  credentials = issued.file;
  platform = await createPlatform({
    config: readConfig(['--port', '0', '--data', join(data, 'data'), '--log-level', 'silent'], {
      SAS_RATE_TOKEN: '100000',
      SAS_VENDOR_STREAM_FRESH: '1',
    }),
    credentials: issued.credentials,
  });
  const baseUrl = await platform.listen();
  regulator = createSasClient({ baseUrl, token: credentials.tokens['regulator']! });
  const publisher = createSasClient({ baseUrl, token: credentials.tokens['editor']! });
  here = [...practitionersOf(readOptions(WORLD))].filter(({ insee }) => insee === '76351');
  for (const { practitioner, place, insee } of here) {
    const { nationalId, family, given } = practitioner;
    await publisher.schedules.create({
      practitioner: { nationalId, family: family!, given: given!, specialties: ['SM54'] },
      location: {
        ...{ line: place.line, postcode: place.postalCode, city: place.city, insee },
        ...{ lat: place.lat!, lon: place.lon! },
      },
    });
  }
});
after(async () => {
  await platform.close();
  for (const child of processes) child.kill('SIGKILL');
  await rm(data, { recursive: true, force: true });
});

const LIVELY = { timeout: 300_000 };

test(
  'a vendor killed in the middle of a search leaves an honest answer, and comes back by itself',
  LIVELY,
  async () => {
    const bases = new Map<string, string>();
    const port = await keptPort();
    const first = await startVendor(1);
    const victim = await startVendor(2, port, '--always', 'hang');
    const third = await startVendor(3);
    for (const [number, { base }] of [first, victim, third].entries()) {
      bases.set(`vendor-${number + 1}`, base);
    }
    for (const [id, base] of bases) await connect(id, base);
    const stream = regulator.availability.stream({ insee: '76351', specialty: 'SM54', limit: 100 });
    const states = new Map<string, string>();
    const cards = new Map<string, string>();
    const people = new Map<string, string>();
    let stage: 'asking' | 'killed' | 'open' | 'restarted' = 'asking';
    for await (const event of stream) {
      if (event.event === 'source') states.set(event.data.editor, event.data.state);
      if (event.event === 'card' && event.data.card !== null) {
        const { id, practitioner, state } = event.data.card;
        people.set(id, practitioner!.nationalId!);
        cards.set(practitioner!.nationalId!, state);
      }
      if (event.event === 'slot') cards.set(people.get(event.data.card)!, event.data.state);
      if (stage === 'asking' && states.get('vendor-2') === 'asking') {
        stage = 'killed';
        await kill(victim.child);
      }
      if (stage === 'killed' && event.event === 'done') {
        stage = 'open';
        assert.deepEqual(statesOf(cards), {
          ...{ 'vendor-1': ['free'], 'vendor-2': ['not-asked'], 'vendor-3': ['free'] },
        });
        assert.equal(states.get('vendor-2'), 'failed');
        assert.equal(states.get('vendor-1'), 'complete');
      }
      if (stage === 'open' && states.get('vendor-2') === 'circuit-open') {
        stage = 'restarted';
        await startVendor(2, port);
      }
      if (stage === 'restarted' && statesOf(cards)['vendor-2']?.join() === 'free') break;
    }
    assert.equal(stage, 'restarted');
  },
);

/** The states of the cards of each vendor's practitioners. */
function statesOf(cards: ReadonlyMap<string, string>): Record<string, string[]> {
  const states: Record<string, Set<string>> = {};
  for (const each of here) {
    const state = cards.get(each.practitioner.nationalId);
    if (state !== undefined) (states[editorOf(each)] ??= new Set()).add(state);
  }
  return Object.fromEntries(Object.entries(states).map(([id, each]) => [id, [...each].sort()]));
}

/** As an administrator does: the editor, and whom it serves. */
async function connect(id: string, base: string): Promise<void> {
  const served = here.filter((each) => editorOf(each) === id);
  await platform.database.query('insert into editor (id, name, endpoint) values ($1, $1, $2)', [
    id,
    base,
  ]);
  await platform.database.query(
    `insert into editor_serves (editor_id, kind, national_id)
     select $1, 'practitioner', unnest($2::text[])`,
    [id, served.map(({ practitioner }) => practitioner.nationalId)],
  );
}
