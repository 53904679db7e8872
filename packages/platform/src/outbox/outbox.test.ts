import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Registry } from 'prom-client';
import { openDatabase } from '../database/connection.ts';
import type { Database } from '../database/database.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { type OutboxKind, type OutboxRow, UndeliverableError } from './kind.ts';
import { outboxMetrics } from './outbox-metrics.ts';
import { Outbox } from './outbox.ts';
import { MAX_ATTEMPTS } from './retry-plan.ts';
import { enqueue, hasten, readStates } from './rows.ts';

let database: Database;
before(async () => {
  database = await openDatabase(await freshDatabase());
});
after(() => database.close());
beforeEach(() => database.query('delete from outbox'));

const log = { error: () => undefined };

/** Runs workers of one kind while `work` does. */
async function delivering(
  deliver: OutboxKind['deliver'],
  work: (outbox: Outbox) => Promise<void>,
  kind: Partial<OutboxKind> = {},
): Promise<void> {
  const outbox = new Outbox(
    database,
    { test: { perLane: 4, leaseSeconds: 30, deliver, ...kind } },
    log,
  );
  outbox.start();
  try {
    await work(outbox);
  } finally {
    await outbox.stop();
  }
}

const add = (lane: string, payload: unknown, subject?: string) =>
  enqueue(database, { kind: 'test', lane, payload, ...(subject !== undefined && { subject }) });

const left = async (): Promise<number> => {
  const rows = await database.query<{ count: number }>(
    `select count(*)::int as count from outbox where state = 'waiting'`,
  );
  return rows[0]!.count;
};
const drained = async (): Promise<void> => void (await until(async () => (await left()) === 0));

test('a row that is written with a change that fails is never delivered', async () => {
  const seen: unknown[] = [];
  await delivering(
    async ({ payload }) => void seen.push(payload),
    async () => {
      const failing = database.transaction(async (sql) => {
        await enqueue(sql, { kind: 'test', lane: 'a', payload: 'lost' });
        throw new Error('the change fails');
      });
      await assert.rejects(failing, /the change fails/);
      await add('a', 'kept');
      await drained();
    },
  );
  assert.deepEqual(seen, ['kept']);
});

test('rows of one subject come in their order, also when the first fails', async () => {
  const seen: unknown[] = [];
  const deliver = async ({ payload, attempt }: OutboxRow) => {
    seen.push(`${String(payload)}${attempt}`);
    if (payload === 'first' && attempt === 1) throw new Error('not yet');
  };
  await delivering(deliver, async () => {
    const first = await add('a', 'first', 's');
    await add('a', 'second', 's');
    await add('a', 'other', 't');
    await until(() => seen.includes('other1'));
    await until(async () => (await readStates(database, [first])).get(first)!.dueAt!.getTime() > 0);
    assert.equal(seen.includes('second1'), false);
    await until(async () => {
      await hasten(database, first);
      return seen.includes('first2');
    });
    await drained();
  });
  const order = seen.filter((each) => each !== 'other1');
  assert.deepEqual(order, ['first1', 'first2', 'second1']);
});

test('a lane that hangs holds up no other, and takes no more than its share', async () => {
  const hanging: OutboxRow[] = [];
  const seen: unknown[] = [];
  const deliver = async (row: OutboxRow, signal: AbortSignal) => {
    if (row.lane === 'fast') return void seen.push(row.payload);
    hanging.push(row);
    await new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('stop'))));
  };
  await delivering(deliver, async () => {
    for (let count = 0; count < 10; count += 1) await add('slow', count);
    for (let count = 0; count < 10; count += 1) await add('fast', count);
    await until(() => seen.length === 10 && hanging.length === 4);
  });
  // The platform stopped: what hung is free again, as if it had never been tried.
  const rows = await database.query<{ attempts: number; leased: boolean }>(
    `select attempts, leased_until is not null as leased from outbox where lane = 'slow'`,
  );
  assert.deepEqual(
    rows,
    Array.from({ length: 10 }, () => ({ attempts: 0, leased: false })),
  );
});

test('what no repetition helps, and what has failed for three days, is given up', async () => {
  const deliver = async ({ payload }: OutboxRow) => {
    throw payload === 'never' ? new UndeliverableError('never') : new Error('again');
  };
  await delivering(deliver, async () => {
    const never = await add('a', 'never');
    const again = await add('a', 'again');
    const state = async (id: number) => (await readStates(database, [id])).get(id)!.state;
    await until(async () => (await state(never)) === 'dead');
    await database.query('update outbox set attempts = $2 where id = $1', [
      again,
      MAX_ATTEMPTS - 1,
    ]);
    await until(async () => {
      await hasten(database, again);
      return (await state(again)) === 'dead';
    });
  });
});

test('a kind with a longest wait is tried at that pace, however often it has failed', async () => {
  const id = await add('a', 'again');
  await database.query('update outbox set attempts = $2 where id = $1', [id, MAX_ATTEMPTS + 5]);
  const seconds = async () => {
    const rows = await database.query<{ wait: number | null }>(
      `select extract(epoch from due_at - sas_now())::float8 as wait from outbox
       where id = $1 and state = 'waiting' and attempts > $2 and leased_until is null`,
      [id, MAX_ATTEMPTS + 5],
    );
    return rows[0]?.wait ?? 0;
  };
  const failing = () => Promise.reject(new Error('again'));
  await delivering(failing, () => until(async () => (await seconds()) > 60).then(() => undefined), {
    longestWaitSeconds: 600,
  });
  assert.ok((await seconds()) <= 600 * 1.2);
});

test('a row of a process that died is delivered by another once its lease has run out', async () => {
  const id = await add('a', 'left behind');
  await database.query(
    `update outbox set attempts = 1, leased_until = sas_now() + interval '30 seconds' where id = $1`,
    [id],
  );
  const seen: OutboxRow[] = [];
  await delivering(
    async (row) => void seen.push(row),
    async () => {
      const other = await add('a', 'free');
      await until(() => seen.length === 1);
      assert.equal(seen[0]!.id, other);
      await database.query(`update outbox set leased_until = sas_now() where id = $1`, [id]);
      await drained();
    },
  );
  assert.deepEqual([seen[1]!.id, seen[1]!.attempt], [id, 2]);
});

test('what waits, its age and what was given up are in the metrics', async () => {
  const registry = new Registry();
  const refresh = outboxMetrics(registry, database);
  await add('a', 'waiting');
  await database.query(`update outbox set due_at = sas_now() - interval '90 seconds'`);
  const dead = await add('a', 'dead');
  await database.query(`update outbox set state = 'dead', ended_at = sas_now() where id = $1`, [
    dead,
  ]);
  await refresh();
  const value = async (name: string) => {
    const { values } = await registry.getSingleMetric(name)!.get();
    return values.map((each) => [each.labels['kind'], each.value >= 90 && each.value < 3_600]);
  };
  assert.deepEqual(await value('sas_outbox_lag_seconds'), [['test', true]]);
  assert.match(await registry.metrics(), /sas_outbox_waiting\{kind="test"\} 1/);
  assert.match(await registry.metrics(), /sas_outbox_dead\{kind="test"\} 1/);
});

test('a thousand rows are delivered once each by three workers, a few at a time', async () => {
  const times = new Map<number, number>();
  let [inside, most] = [0, 0];
  const deliver = async ({ id }: OutboxRow) => {
    inside += 1;
    most = Math.max(most, inside);
    times.set(id, (times.get(id) ?? 0) + 1);
    await new Promise((done) => setImmediate(done));
    inside -= 1;
  };
  await database.query(
    `insert into outbox (kind, lane, subject, payload)
     select 'test', 'lane' || i % 2, 's' || i % 100, to_jsonb(repeat('x', 20000))
     from generate_series(1, 1000) i`,
  );
  await delivering(deliver, () => delivering(deliver, () => delivering(deliver, () => drained())));
  assert.equal(times.size, 1_000);
  assert.deepEqual(new Set(times.values()), new Set([1]));
  assert.ok(most <= 3 * 2 * 4, `${most} at once`);
});
