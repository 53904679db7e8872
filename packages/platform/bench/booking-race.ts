/**
 * 200 clients, two per slot, book 100 slots at once: on PGlite, and on PostgreSQL with two server
 * processes. Exactly 100 are booked, the others are told 409 with the next free slots.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SLOTS = 100;
const CLIENTS_PER_SLOT = 2;
const RUNS = 3;
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

interface Server {
  url: string;
  token: Record<string, string>;
  stop(): Promise<void>;
}

async function startServer(folder: string, name: string, databaseUrl: string): Promise<Server> {
  const credentials = join(folder, `${name}.json`);
  const flags = ['--port', '0', '--data', join(folder, 'data'), '--credentials', credentials];
  const child = spawn(process.execPath, ['--conditions=source', main, ...flags], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SAS_RATE_TOKEN: '1000000',
      SAS_OPEN_REQUESTS: '1000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((done) => child.on('exit', done));
  const url = await new Promise<string>((done, fail) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^sas-platform ready on (\S+)$/m.exec(output);
      if (ready !== null) done(ready[1]!);
    });
    void exited.then(() => fail(new Error(`the server stopped: ${output}`)));
  });
  const { tokens } = JSON.parse(await readFile(credentials, 'utf8')) as {
    tokens: Record<string, string>;
  };
  return {
    url,
    token: tokens,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function call(server: Server, role: string, method: string, path: string, body?: unknown) {
  const response = await fetch(server.url + path, {
    method,
    headers: {
      authorization: `Bearer ${server.token[role]}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as any };
}

/** Publishes the slots of one practice, and some spare ones to propose instead. */
async function publish(server: Server, run: number): Promise<string[]> {
  const agenda = await call(server, 'administrator', 'POST', '/v1/schedules', {
    practitioner: {
      nationalId: `81099980${String(run).padStart(4, '0')}`,
      family: 'FICTIF',
      specialties: ['SM54'],
    },
    location: { line: `${run} rue du Banc`, postcode: '76600', city: 'Le Havre', insee: '76351' },
  });
  const start = Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 3_600_000;
  const slots = Array.from({ length: SLOTS + 20 }, (_, index) => ({
    ref: `race-${index}`,
    start: new Date(start + index * 600_000).toISOString(),
    end: new Date(start + (index + 1) * 600_000).toISOString(),
    modalities: ['AMB'],
    visibility: ['PRO'],
  }));
  const path = `/v1/schedules/${agenda.body.id}/slots`;
  const window = `?from=${slots[0]!.start}&to=${new Date(start + 86_400_000).toISOString()}`;
  await call(server, 'administrator', 'PUT', path + window, { slots });
  const listed: { id: string; ref: string }[] = [];
  for (let cursor = ''; ;) {
    const page = await call(server, 'administrator', 'GET', `${path}${window}&limit=100${cursor}`);
    listed.push(...page.body.items);
    if (page.body.next === null) break;
    cursor = `&cursor=${page.body.next}`;
  }
  return listed.slice(0, SLOTS).map(({ id }) => id);
}

interface Outcome {
  booked: number;
  taken: number;
  withAlternatives: number;
  other: number;
  stored: number;
  seconds: number;
}

async function race(servers: readonly Server[], run: number): Promise<Outcome> {
  const slots = await publish(servers[0]!, run);
  const started = performance.now();
  const answers = await Promise.all(
    Array.from({ length: SLOTS * CLIENTS_PER_SLOT }, (_, client) =>
      call(servers[client % servers.length]!, 'regulator', 'POST', '/v1/appointments', {
        slotId: slots[Math.floor(client / CLIENTS_PER_SLOT)],
      }),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  const taken = answers.filter(({ status, body }) => status === 409 && body.code === 'slot-taken');
  const booked = answers.filter(({ status }) => status === 201);
  let stored = 0;
  for (let cursor = ''; ;) {
    const page = await call(
      servers[0]!,
      'administrator',
      'GET',
      `/v1/appointments?status=booked&limit=100${cursor}`,
    );
    stored += page.body.items.filter((each: { slot: { id: string } }) =>
      slots.includes(each.slot.id),
    ).length;
    if (page.body.next === null) break;
    cursor = `&cursor=${page.body.next}`;
  }
  return {
    booked: booked.length,
    taken: taken.length,
    withAlternatives: taken.filter(({ body }) => body.alternatives.length > 0).length,
    other: answers.length - booked.length - taken.length,
    stored,
    seconds,
  };
}

async function bench(name: string, processes: number, databaseUrl: string) {
  const folder = await mkdtemp(join(tmpdir(), 'sas-race-'));
  const servers: Server[] = [];
  try {
    for (let index = 0; index < processes; index += 1) {
      servers.push(await startServer(folder, `server-${index}`, databaseUrl));
    }
    const rows = [];
    for (let run = 1; run <= RUNS; run += 1) {
      const outcome = await race(servers, run);
      const holds =
        outcome.booked === SLOTS &&
        outcome.taken === SLOTS &&
        outcome.withAlternatives === SLOTS &&
        outcome.stored === SLOTS &&
        outcome.other === 0;
      rows.push({
        store: name,
        run,
        '201': outcome.booked,
        '409 slot-taken': outcome.taken,
        'with alternatives': outcome.withAlternatives,
        other: outcome.other,
        stored: outcome.stored,
        seconds: outcome.seconds.toFixed(2),
        verdict: holds ? 'holds' : 'MISSED',
      });
      if (!holds) process.exitCode = 1;
    }
    return rows;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

const url = process.env['DATABASE_URL'];
if (url === undefined) throw new Error('DATABASE_URL is required');
console.log(
  `${SLOTS * CLIENTS_PER_SLOT} clients, ${CLIENTS_PER_SLOT} per slot, ${SLOTS} slots at once`,
);
const rows = [
  ...(await bench('PGlite, 1 process', 1, '')),
  ...(await bench('PostgreSQL, 2 processes', 2, url)),
];
console.table(rows);
