/** The platform and a practice's own program, a process of its own that can be killed alone. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Card, createSasClient, type SasClient, type Slot } from '@sas-kit/client';
import {
  createPlatform,
  type Identity,
  issueCredentials,
  type Platform,
  readConfig,
} from '@sas-kit/platform';

const fileOf = (name: string) =>
  fileURLToPath(new URL(`../vendor-agenda/${name}`, import.meta.url));
/** Lambreval, of the agenda's file. */
const WHO = '810999002016';
const territories = ['le-havre-fecamp'];
const IDENTITIES: Identity[] = [
  { subject: 'regulator', roles: ['regulator'], territories },
  { subject: 'arm', roles: ['call-taker'], territories },
  { subject: 'admin', roles: ['administrator'] },
  { subject: 'publisher', roles: ['editor'], editor: 'publisher' },
];

let folder: string;
let program: { child: ChildProcess; base: string };
let platform: Platform;
let regulator: SasClient;
let callTaker: SasClient;
let admin: SasClient;

/** Starts the practice's program; it goes on with what it has. */
async function startProgram() {
  const argv = ['--conditions=source', fileOf('main.ts'), '--agenda', fileOf('agenda.json')];
  const options = ['--port', '0', '--data', join(folder, 'practice'), '--book-in-one-step'];
  const child = spawn(process.execPath, [...argv, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const base = /^vendor-agenda ready on (\S+)$/.exec(line)?.[1];
    if (base !== undefined) return { child, base };
  }
  throw new Error('the program did not start');
}

async function kill(): Promise<void> {
  const exit = once(program.child, 'exit');
  program.child.kill('SIGKILL');
  await exit;
}

/** On another port, as the administrator then says. */
async function restart(): Promise<void> {
  program = await startProgram();
  await admin.editors.update('practice', { endpoint: program.base }, { ifMatch: '*' });
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sas-one-step-'));
  const { credentials, file } = issueCredentials(IDENTITIES, ['*']);
  const argv = ['--port', '0', '--data', join(folder, 'platform'), '--log-level', 'silent'];
  platform = await createPlatform({ config: readConfig(argv, {}), credentials });
  const baseUrl = await platform.listen();
  const clientOf = (role: string) => createSasClient({ baseUrl, token: file.tokens[role]! });
  [regulator, callTaker, admin] = ['regulator', 'call-taker', 'administrator'].map(clientOf) as [
    SasClient,
    SasClient,
    SasClient,
  ];
  program = await startProgram();
  await clientOf('editor').schedules.create({
    practitioner: { nationalId: WHO, family: 'LAMBREVAL', given: 'Perrine', specialties: ['SM54'] },
    location: {
      ...{ line: '14 quai des Voiliers', postcode: '76600', city: 'Le Havre', insee: '76351' },
      ...{ lat: 49.4893, lon: 0.1094 },
    },
  });
  await admin.editors.create({
    ...{ id: 'practice', name: 'Agenda', endpoint: program.base, environment: 'test' },
    ...{ flows: ['ps'], booksInOneStep: true, deadlineMs: 2_000 },
  });
  await admin.editors.replaceServed('practice', { practitioners: [WHO], structures: [] });
});
after(async () => {
  await platform.close();
  program.child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function bookable(): Promise<Slot[]> {
  const { items } = await regulator.availability.search({ insee: '76351', specialty: 'SM54' });
  return (items as Card[]).flatMap(({ slots }) =>
    slots.filter(({ source }) => source.bookableHere === true),
  );
}

/** What the practice reads of its bookings. */
async function practiceReads(reference: string): Promise<boolean> {
  const { origin } = new URL(program.base);
  const pages = Array.from({ length: 9 }, async (_, index) =>
    (await fetch(`${origin}/creneaux/lambreval-${index + 1}`)).text(),
  );
  return (await Promise.all(pages)).some((page) => page.includes(reference));
}

test(
  'held by one of two, booked, cancelled while the practice’s program is down, and then there',
  { timeout: 300_000 },
  async () => {
    const [slot, later] = (await bookable()) as [Slot, Slot];
    const slotId = slot.id;
    const [one, other] = await Promise.allSettled([
      regulator.holds.create({ slotId }),
      callTaker.holds.create({ slotId }),
    ]);
    const winner = one.status === 'fulfilled' ? regulator : callTaker;
    const held = (one.status === 'fulfilled' ? one : other) as PromiseFulfilledResult<{
      id: string;
    }>;
    const lost = (one.status === 'fulfilled' ? other : one) as PromiseRejectedResult;
    const { code, alternatives } = lost.reason as { code: string; alternatives: Slot[] };
    assert.equal(code, 'slot-taken');
    assert.ok(alternatives.some(({ id }) => id === later.id));
    const booking = { slotId, holdId: held.value.id };

    await kill();
    await assert.rejects(winner.appointments.book(booking), { code: 'not-bookable-here' });
    await restart();
    const { id, status, reference } = await winner.appointments.book(booking);
    assert.equal(status, 'booked');
    assert.ok(await practiceReads(reference));

    await kill();
    const asked = await winner.appointments.cancel(id);
    assert.deepEqual([asked.status, asked.cancellation], ['booked', 'asked']);
    await restart();
    assert.ok(await practiceReads(reference), 'nothing came of it yet');
    while ((await winner.appointments.get(id)).status !== 'cancelled') await wait(100);
    assert.equal(await practiceReads(reference), false);
  },
);

test(
  'moved to another slot: the practice has the new one alone',
  { timeout: 300_000 },
  async () => {
    const [slot, later] = (await bookable()) as [Slot, Slot];
    const former = await regulator.appointments.book({ slotId: slot.id });
    const moved = await regulator.appointments.reschedule(former.id, { slotId: later.id });
    assert.deepEqual([moved.status, moved.replaces], ['booked', former.id]);
    assert.equal((await regulator.appointments.get(former.id)).status, 'cancelled');
    assert.ok(await practiceReads(moved.reference));
    assert.equal(await practiceReads(former.reference), false);
  },
);
