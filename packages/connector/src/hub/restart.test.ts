import assert from 'node:assert/strict';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { noBroker, until, withHub } from '../testing/hub.ts';
import { shuffle } from '../testing/shuffle.ts';
import { FileHubStore, type HubState } from './index.ts';

const PID = process.env['SAS_TEST_BROKER_PID'];
const skip = noBroker || (PID ? false : 'only a broker of `npm test -- hub` may be killed');

const APPOINTMENTS = 125;

test('500 messages shuffled, the broker killed twice: each is taken once, in order', { skip }, () =>
  withHub(async (hub) => {
    const folder = await mkdtemp(join(tmpdir(), 'sas-hub-'));
    const store = await FileHubStore.open(join(folder, 'hub.jsonl'));
    const taken = new Map<string, string[]>();
    const states: HubState[] = [];
    let count = 0;
    await hub.consumer({
      store,
      onState: (state) => void states.push(state),
      onAppointment: ({ appointment: { appointmentId }, distributionID }) => {
        count += 1;
        taken.set(appointmentId, [...(taken.get(appointmentId) ?? []), distributionID]);
      },
    });
    const ids = Array.from({ length: APPOINTMENTS }, (_, index) => `rdv-${index}`);
    const changes = ['booked', 'pending', 'noshow', 'cancelled'] as const;
    // Four messages about each, in their order for each, the appointments mixed.
    const turns = new Map(ids.map((id) => [id, 0]));
    const messages = shuffle(changes.flatMap(() => ids)).map((appointmentId) => {
      const turn = turns.get(appointmentId)!;
      turns.set(appointmentId, turn + 1);
      return hub.write({
        appointmentId,
        status: changes[turn]!,
        method: turn === 0 ? 'CreateAppointment' : 'UpdateAppointment',
      });
    });
    const kill = async () => process.kill(Number(await readFile(PID!, 'utf8')), 'SIGKILL');
    for (const [index, message] of messages.entries()) {
      await hub.send(message);
      if (index % 5 === 0) await hub.send(message);
      if (index === 150) await kill();
      if (index === 300) {
        await until(() => states.filter(({ name }) => name === 'connected').length === 2);
        await kill();
      }
    }
    await until(() => count >= messages.length);
    const of = (id: string) =>
      messages
        .filter((message) => idOf(message) === id)
        .map(({ distributionID }) => distributionID);
    for (const id of ids) assert.deepEqual(taken.get(id), of(id), id);
    await until(() => {
      const done = hub.acknowledgements.filter(({ step }) => step === 'INTEGRE');
      return new Set(done.map(({ distributionID }) => distributionID)).size === messages.length;
    });
    await until(async () => (await store.unanswered()).length === 0);
    assert.equal(count, messages.length);
    assert.equal(await hub.waiting(), 0);
    const names = states.map(({ name }) => name);
    assert.deepEqual(names.slice(0, 4), ['connecting', 'connected', 'reconnecting', 'connected']);
    assert.deepEqual(await store.aside(), []);
    await store.close();
    await rm(folder, { recursive: true });
  }),
);

const idOf = (message: any): string =>
  message.content[0].jsonContent.embeddedJsonContent.message.appointment.appointmentId;
