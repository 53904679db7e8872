/** The platform and a practice's own program, a process of its own that can be killed alone. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type Card, createSasClient, type SasClient, type Slot } from '@sas-kit/client';
import {
  createPlatform,
  type Identity,
  issueCredentials,
  type Platform,
  readConfig,
} from '@sas-kit/platform';
import { PracticeProgram } from './testing/practice-program.ts';

const territories = ['le-havre-fecamp'];
const IDENTITIES: Identity[] = [
  { subject: 'regulator', roles: ['regulator'], territories },
  { subject: 'arm', roles: ['call-taker'], territories },
  { subject: 'admin', roles: ['administrator'] },
  { subject: 'publisher', roles: ['editor'], editor: 'publisher' },
];

let folder: string;
let program: PracticeProgram;
let platform: Platform;
let regulator: SasClient;
let callTaker: SasClient;
let admin: SasClient;

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
  program = new PracticeProgram(folder);
  await program.start();
  await program.connect(clientOf('editor'), admin);
});
after(async () => {
  await platform.close();
  await program.kill();
  await rm(folder, { recursive: true, force: true });
});

async function bookable(): Promise<Slot[]> {
  const { items } = await regulator.availability.search({ insee: '76351', specialty: 'SM54' });
  return (items as Card[]).flatMap(({ slots }) =>
    slots.filter(({ source }) => source.bookableHere === true),
  );
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

    await program.kill();
    await assert.rejects(winner.appointments.book(booking), { code: 'not-bookable-here' });
    await program.restart(admin);
    const { id, status, reference } = await winner.appointments.book(booking);
    assert.equal(status, 'booked');
    assert.ok(await program.reads(reference));

    await program.kill();
    const asked = await winner.appointments.cancel(id);
    assert.deepEqual([asked.status, asked.cancellation], ['booked', 'asked']);
    await program.restart(admin);
    assert.ok(await program.reads(reference), 'nothing came of it yet');
    while ((await winner.appointments.get(id)).status !== 'cancelled') await wait(100);
    assert.equal(await program.reads(reference), false);
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
    assert.ok(await program.reads(moved.reference));
    assert.equal(await program.reads(former.reference), false);
  },
);
