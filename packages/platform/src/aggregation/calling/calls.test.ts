import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditorAnswer, EditorQuestion } from '../asking/asked.ts';
import { Calls, type Wanted } from './calls.ts';
import type { Editor } from '../editors/editors.ts';
import type { AnswerToKeep } from '../keeping/keep-answers.ts';

/** A question that waits for its answer. */
interface Open {
  editor: string;
  question: EditorQuestion;
  signal: AbortSignal;
  answer(state?: EditorAnswer['state']): void;
}

const EMPTY = { practitioners: [], places: [], communities: [], associations: [], slots: [] };
const FROM = new Date('2026-11-23T08:00:00Z');
const TO = new Date('2026-11-25T08:00:00Z');

function editor(id: string, more: Partial<Editor> = {}): Editor {
  return {
    ...{ id, name: id, endpoint: 'https://vendor.example/fhir', flows: ['ps'] },
    ...{ environment: 'production', certificate: null, expectedCn: null, expectedOu: null },
    ...{ deadlineMs: 7_000, concurrency: 2, sendsAppointments: false, takesRegulators: false },
    ...{ booksInOneStep: false, enabled: true, notes: '', version: 1, createdAt: FROM },
    ...more,
  };
}

/** Calls whose answers the test gives; keeping them fails with `failure`, where there is one. */
function world(atOnce = 10, failure: Error | null = null) {
  const open: Open[] = [];
  const kept: AnswerToKeep[] = [];
  const lost: string[] = [];
  const calls = new Calls(
    (of, question, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        const answer = (state: EditorAnswer['state'] = 'complete') => {
          const agenda = state === 'complete' ? EMPTY : null;
          resolve({ state, ms: 5, agenda, reason: null, findings: {} });
        };
        open.push({ editor: of.id, question, signal, answer });
      }),
    async (answer) => {
      if (failure !== null) throw failure;
      kept.push(answer);
      return { slots: new Map(), findings: {} };
    },
    atOnce,
    (editorId, error) => lost.push(`${editorId}: ${(error as Error).message}`),
  );
  const join = (of: Editor, ids: readonly string[], more: Partial<Wanted> = {}) =>
    calls.join({ editor: of, kind: 'practitioner', nationalIds: ids, from: FROM, to: TO, ...more });
  const asked = () => open.map((each) => `${each.editor} ${each.question.identifiers.join()}`);
  return { calls, open, kept, lost, join, asked };
}

test('who asks the same at the same time shares the call', async () => {
  const { open, kept, join, asked } = world();
  const [first] = join(editor('a'), ['1', '2']);
  const [second] = join(editor('a'), ['2']);
  assert.deepEqual(asked(), ['a 1,2']);
  open[0]!.answer();
  assert.equal(await first!.done, await second!.done);
  assert.equal(kept.length, 1);
});

test('what was answered is asked again by who comes later', async () => {
  const { open, join, asked } = world();
  const [first] = join(editor('a'), ['1']);
  open[0]!.answer();
  await first!.done;
  join(editor('a'), ['1']);
  assert.deepEqual(asked(), ['a 1', 'a 1']);
});

test('a longer window is a question of its own', () => {
  const { join, asked } = world();
  join(editor('a'), ['1']);
  join(editor('a'), ['1'], { to: new Date('2026-11-26T08:00:00Z') });
  join(editor('a'), ['1']);
  assert.deepEqual(asked(), ['a 1', 'a 1']);
});

test('a call that waits for its turn takes more people along, up to 25', async () => {
  const { open, join, asked } = world();
  const of = editor('a', { concurrency: 1 });
  const [running] = join(of, ['1']);
  join(of, ['2']);
  join(of, ['3']);
  const many = Array.from({ length: 25 }, (_, index) => String(100 + index));
  join(of, many);
  assert.deepEqual(asked(), ['a 1']);
  open[0]!.answer();
  await running!.done;
  assert.equal(open.length, 2);
  assert.deepEqual(open[1]!.question.identifiers.slice(0, 3), ['2', '3', '100']);
  assert.equal(open[1]!.question.identifiers.length, 25);
});

test('so many run at once for one editor, and in all; the others wait', async () => {
  const { open, join, asked } = world(2);
  const of = editor('a', { concurrency: 1 });
  const first = join(of, ['1']);
  join(editor('b'), ['1']);
  join(editor('c'), ['1']);
  assert.deepEqual(asked(), ['a 1', 'b 1']);
  open[0]!.answer();
  await first[0]!.done;
  assert.deepEqual(asked(), ['a 1', 'b 1', 'c 1']);
});

test('a call that nobody waits for any more is given up; one that somebody waits for goes on', async () => {
  const { open, kept, join, calls } = world();
  const [first] = join(editor('a'), ['1']);
  const [second] = join(editor('a'), ['1']);
  first!.leave();
  first!.leave();
  assert.equal(open[0]!.signal.aborted, false);
  second!.leave();
  assert.equal(open[0]!.signal.aborted, true);
  assert.equal((await second!.done).state, 'timeout');
  assert.deepEqual([kept, calls.open], [[], 0]);
});

test('a call that its searchers have no more time for goes on, so that its end is known', async () => {
  const { open, kept, join, calls } = world();
  const of = editor('a', { concurrency: 1 });
  const [running] = join(of, ['1']);
  const [other] = join(of, ['1']);
  const [waiting] = join(of, ['2']);
  running!.letGo();
  other!.leave();
  waiting!.letGo();
  assert.equal((await waiting!.done).state, 'timeout');
  assert.deepEqual([open.length, open[0]!.signal.aborted, calls.open], [1, false, 1]);
  open[0]!.answer('timeout');
  assert.equal((await running!.done).state, 'timeout');
  assert.deepEqual([kept.map(({ state }) => state), open.length, calls.open], [['timeout'], 1, 0]);
});

test('who comes after a call was given up asks anew', async () => {
  const { open, join } = world();
  const [first] = join(editor('a'), ['1']);
  first!.leave();
  const [second] = join(editor('a'), ['1']);
  assert.equal(open.length, 2);
  open[1]!.answer();
  assert.equal((await second!.done).state, 'complete');
});

test('a call that is given up before its turn never starts', async () => {
  const { open, join } = world();
  const of = editor('a', { concurrency: 1 });
  const [running] = join(of, ['1']);
  const [waiting] = join(of, ['2']);
  waiting!.leave();
  open[0]!.answer();
  await running!.done;
  assert.equal(open.length, 1);
});

test('an editor of two flows is asked by both, and complete where both are', async () => {
  const { open, kept, join } = world();
  const of = editor('a', { flows: ['ps', 'cpts', 'sos'] });
  const [ticket] = join(of, ['1']);
  assert.deepEqual(
    open.map(({ question }) => question.flow),
    ['ps', 'cpts'],
  );
  open[0]!.answer();
  open[1]!.answer('failed');
  assert.equal((await ticket!.done).state, 'failed');
  assert.deepEqual(kept[0]!.agendas, []);
});

test('a stop gives up what runs and what waits, and what comes after it', async () => {
  const { open, join, calls } = world();
  const of = editor('a', { concurrency: 1 });
  const tickets = [...join(of, ['1']), ...join(of, ['2'])];
  await calls.close();
  tickets.push(...join(of, ['3']));
  for (const { done } of tickets) assert.equal((await done).state, 'timeout');
  assert.deepEqual([open.length, open[0]!.signal.aborted, calls.open], [1, true, 0]);
});

test('a stop gives up a call whose people a longer one asks about too', async () => {
  const { open, join, calls } = world();
  const later = new Date(TO.getTime() + 86_400_000);
  const tickets = [...join(editor('a'), ['1']), ...join(editor('a'), ['1'], { to: later })];
  const closed = calls.close();
  assert.deepEqual(
    open.map(({ signal }) => signal.aborted),
    [true, true],
  );
  await closed;
  for (const { done } of tickets) assert.equal((await done).state, 'timeout');
});

test('an answer that cannot be kept is told of; one that was given up is not', async () => {
  const { open, lost, join } = world(10, new Error('connection lost'));
  const [ticket] = join(editor('a'), ['1']);
  const [left] = join(editor('b'), ['2']);
  left!.leave();
  open[0]!.answer();
  assert.equal((await ticket!.done).state, 'timeout');
  await left!.done;
  assert.deepEqual(lost, ['a: connection lost']);
});
