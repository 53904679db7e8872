import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { MemoryHubStore } from '@sas-kit/connector/hub';
import { hubQueues, type ReceivedMessage } from '@sas-kit/fhir/hub';
import * as amqp from 'amqplib';
import { slotAt } from '../testing/agenda-fixtures.ts';
import { startWithTokens } from '../testing/platform-process.ts';
import { noBroker, type TestHub, withHub } from '../testing/test-hub.ts';
import { until } from '../testing/until.ts';

const { AMQP_URL, SAS_TEST_DATABASE_URL, SAS_TEST_HUB_URL } = process.env;
const skip = noBroker || (SAS_TEST_DATABASE_URL ? false : 'runs on PostgreSQL only');

/** So many are made, and more until the process was killed while it sent. */
const BOOKINGS = 200;
const MOST_BOOKINGS = 500;
/** Bookings that are made one beside the other. */
const AT_ONCE = 8;
/** What a process that was killed had begun is another's once its lease is over, half a minute later. */
const PATIENCE_MS = 120_000;
const MINUTE_MS = 60_000;
const SETTINGS = {
  SAS_SECRET_KEY: randomBytes(32).toString('base64'),
  SAS_BOOKING_WINDOW_HOURS: '72',
  SAS_RATE_TOKEN: '100000',
  SAS_LOG_LEVEL: 'error',
};

type Told = Extract<ReceivedMessage, { useCase: 'appointment' }>;
type Running = Awaited<ReturnType<typeof startWithTokens>>;

/** What becomes of a booking, in turn, of those that each process makes. */
const FATES = [[], ['cancel'], ['reschedule'], ['reschedule', 'cancel']] as const;
const fateOf = (index: number) => FATES[(index >> 1) % FATES.length]!;

/** Slots of two minutes from in two hours on, in their order: one for each booking, one to move it to. */
async function openSlots({ platform }: TestHub): Promise<string[]> {
  const { body } = await platform.call('GET', '/v1/schedules', { as: 'practitioner' });
  const agenda = body.items[0].id as string;
  const from = (await platform.database.now()).getTime() + 120 * MINUTE_MS;
  const at = (index: number) => new Date(from + 2 * MINUTE_MS * index).toISOString();
  const items = Array.from({ length: 2 * MOST_BOOKINGS }, (_, index) => ({
    ref: `slot-${index}`,
    ...slotAt(at(index), {}, 2),
  }));
  const window = new URLSearchParams({ from: at(0), to: at(items.length) });
  const path = `/v1/schedules/${agenda}/slots?${window.toString()}`;
  const pushed = await platform.call('PUT', path, { as: 'editor', body: { slots: items } });
  assert.equal(pushed.body.created, items.length, JSON.stringify(pushed.body));
  const rows = await platform.database.query<{ id: string }>(
    'select id from slot where schedule_id = $1 order by starts_at',
    [agenda],
  );
  return rows.map(({ id }) => id);
}

/** Two processes behind one address, as a load balancer would have them. */
class Pair {
  readonly #settings: Record<string, string>;
  readonly #running: Running[];

  private constructor(settings: Record<string, string>, running: Running[]) {
    this.#settings = settings;
    this.#running = running;
  }

  static async start(settings: Record<string, string>): Promise<Pair> {
    return new Pair(settings, [await startWithTokens(settings), await startWithTokens(settings)]);
  }

  get first(): Running {
    return this.#running[0]!;
  }

  async replaceFirst(): Promise<void> {
    this.#running[0] = await startWithTokens(this.#settings);
  }

  /** Calls one of them; the other where it does not answer, under the same key. */
  async call(which: number, path: string, body?: object): Promise<any> {
    const key = crypto.randomUUID();
    const ask = ({ url, tokens }: Running) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens['regulator']}`,
          'idempotency-key': key,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
    const [here, there] = [this.#running[which % 2]!, this.#running[(which + 1) % 2]!];
    return until(async () => {
      const answer = await ask(here).catch(() => ask(there));
      const json: any = await answer.json();
      // The database has not noticed yet that the process has gone.
      if (json.code === 'idempotency-key-in-use') return false;
      assert.ok(answer.ok, `${path}: ${JSON.stringify(json)}`);
      return json;
    });
  }

  async stop(): Promise<void> {
    for (const { child, exited } of this.#running) {
      child.kill('SIGKILL');
      await exited;
    }
  }
}

/**
 * Kills a process that has begun to send: what it has taken stays taken while it is frozen for a second, what
 * the other one has taken does not.
 */
async function killWhileItSends({ platform }: TestHub, { child, exited }: Running): Promise<void> {
  const taken = async () => {
    const rows = await platform.database.query<{ id: string }>(
      `select t.id from outbox o join transmission t on t.id = (o.payload ->> 'transmission')::uuid
       where o.kind = 'hub' and o.state = 'waiting' and o.leased_until > sas_now() and t.state = 'sent'`,
    );
    return rows.map(({ id }) => id);
  };
  await until(async () => {
    if ((await taken()).length === 0) return false;
    child.kill('SIGSTOP');
    const held = await taken();
    await new Promise((done) => setTimeout(done, 1_000));
    const still = await taken();
    if (held.some((id) => still.includes(id))) return true;
    child.kill('SIGCONT');
    return false;
  });
  child.kill('SIGKILL');
  await exited;
}

/** The database of the test's own platform, for processes. */
async function databaseUrl({ platform }: TestHub): Promise<string> {
  const rows = await platform.database.query<{ name: string }>('select current_database() as name');
  const url = new URL(SAS_TEST_DATABASE_URL!);
  url.pathname = rows[0]!.name;
  return url.href;
}

test(
  'one of two processes is killed while it sends, and started again: all arrives in order, each answer counts once',
  { skip },
  () =>
    withHub(
      async (hub) => {
        const arrived: string[] = [];
        const messages: Told[] = [];
        const store = new MemoryHubStore();
        const keep = store.keep.bind(store);
        store.keep = (message, answers) => {
          arrived.push(message.id);
          return keep(message, answers);
        };
        const onAppointment = (message: Told) => void messages.push(message);
        await hub.dispatchSoftware({ store, onAppointment });
        const slots = await openSlots(hub);
        const pair = await Pair.start({
          ...SETTINGS,
          DATABASE_URL: await databaseUrl(hub),
          SAS_HUB_URL: SAS_TEST_HUB_URL ?? AMQP_URL!,
          SAS_HUB_CLIENT_ID: hub.platformId,
        });
        const booked: string[] = [];
        let next = 0;
        let killed = false;
        /** Books by one process, and changes by the other. */
        const work = async () => {
          while (next < BOOKINGS || (!killed && next < MOST_BOOKINGS)) {
            const index = next++;
            const { id } = await pair.call(index, '/v1/appointments', { slotId: slots[index] });
            booked[index] = id;
            for (const act of fateOf(index)) {
              const to =
                act === 'reschedule' ? { slotId: slots[MOST_BOOKINGS + index] } : undefined;
              await pair.call(index + 1, `/v1/appointments/${id}/${act}`, to);
            }
          }
        };
        const killAndReplace = async () => {
          await until(() => next > BOOKINGS / 4);
          await killWhileItSends(hub, pair.first);
          killed = true;
          await pair.replaceFirst();
        };
        try {
          await Promise.all([killAndReplace(), ...Array.from({ length: AT_ONCE }, work)]);
          await until(() => isAllDone(hub), PATIENCE_MS);
          await checkMessages(hub, booked, messages, arrived);
          await checkAnswers(hub, messages.length);
        } finally {
          await pair.stop();
        }
      },
      // The platform of the test itself reaches no Hub.
      { settings: { ...SETTINGS, SAS_HUB_URL: '' } },
    ),
);

/** Every message is where it belongs, every answer to it is in, and nothing waits to be sent. */
async function isAllDone({ platform }: TestHub): Promise<boolean> {
  const rows = await platform.database.query(
    `select 1 where exists (select from transmission
         where (state, step) is distinct from ('acknowledged', 'INTEGRE'))
       or exists (select from outbox where kind = 'hub' and state = 'waiting')
       or (select count(*) from hub_received) < 2 * (select count(*) from transmission)`,
  );
  return rows.length === 0;
}

/** Each booking is one, and of each all its messages came, first in their order, and were taken once. */
async function checkMessages(
  { platform }: TestHub,
  booked: readonly string[],
  messages: readonly Told[],
  arrived: readonly string[],
): Promise<void> {
  const made = await platform.database.query<{ id: string; appointment: string }>(
    'select id, appointment_id as appointment from transmission order by number',
  );
  const rows = await platform.database.query('select 1 from appointment');
  assert.equal(rows.length, booked.length);
  const firsts = [...new Set(arrived)];
  for (const [index, id] of booked.entries()) {
    const about = messages.filter(({ appointment }) => appointment.appointmentId === id);
    const expected = fateOf(index).map((act) => (act === 'cancel' ? 'cancelled' : 'booked'));
    assert.deepEqual(
      about.map(({ appointment }) => appointment.status),
      ['booked', ...expected],
    );
    // As they came out of the queue, too, before anybody puts them in order.
    const mine = made.filter(({ appointment }) => appointment === id).map((each) => each.id);
    const came = firsts.map((each) => each.slice(-36)).filter((each) => mine.includes(each));
    assert.deepEqual(came, mine);
  }
}

/** Two of each message, RECU and INTEGRE, by whichever process; none is left, and nobody else listens. */
async function checkAnswers(hub: TestHub, messages: number): Promise<void> {
  const rows = await hub.platform.database.query('select 1 from hub_received');
  assert.equal(rows.length, 2 * messages);
  const broker = await amqp.connect(AMQP_URL!);
  const channel = await broker.createChannel();
  const { messageCount, consumerCount } = await channel.checkQueue(hubQueues(hub.platformId).ack);
  await broker.close();
  assert.deepEqual([messageCount, consumerCount], [0, 2]);
}
