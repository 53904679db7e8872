import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { FileHubStore, MemoryHubStore } from './index.ts';
import { parseStoreLine, StoreState } from './store-state.ts';
import type { AsideMessage, DueAnswer, HubStore, KeptMessage } from './store.ts';

const folder = await mkdtemp(join(tmpdir(), 'sas-hub-store-'));
after(() => rm(folder, { recursive: true }));
let files = 0;
const newPath = (): string => join(folder, `${(files += 1)}.jsonl`);

const kept = (id: string): KeptMessage => ({
  id,
  queue: 'message',
  text: `text of ${id}`,
  fingerprint: `print of ${id}`,
  receivedAt: '2026-11-22T08:00:00.000Z',
});
const due = (about: string, step: 'RECU' | 'INTEGRE' = 'RECU'): DueAnswer => ({
  id: `${step} ${about}`,
  recipient: 'fr.health.ptfsas',
  about,
  exercise: false,
  content: { step },
});
const odd: AsideMessage = {
  id: 'sha',
  queue: 'info',
  reason: 'not JSON',
  contentType: null,
  body: 'eA==',
  size: 1,
  receivedAt: '2026-11-22T08:00:00.000Z',
};
const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

/** Opens a store that may be left and opened again. */
type Open = () => Promise<{ store: HubStore; again: () => Promise<HubStore> }>;
const stores: [string, Open][] = [
  [
    'in memory',
    async () => {
      const store = new MemoryHubStore();
      return { store, again: async () => store };
    },
  ],
  [
    'in a file',
    async () => {
      const path = newPath();
      const store = await FileHubStore.open(path);
      const again = async (): Promise<HubStore> => {
        await store.close();
        return FileHubStore.open(path);
      };
      return { store, again };
    },
  ],
];

for (const [name, open] of stores)
  suite(`a store ${name}`, () => {
    test('keeps messages and what is due for them, in their order, also afterwards', async () => {
      const { store, again } = await open();
      for (const id of ['a', 'b', 'c']) assert.equal(await store.keep(kept(id), [due(id)]), null);
      await store.answered('RECU b');
      const later = await again();
      assert.deepEqual(await later.unhandled(), ['a', 'b', 'c'].map(kept));
      assert.deepEqual(await later.unanswered(), [due('a'), due('c')]);
    });

    test('knows a message that it has, before and after it was handled, and does not store it twice', async () => {
      const { store, again } = await open();
      await store.keep(kept('a'), [due('a')]);
      const waiting = { fingerprint: 'print of a', answers: [] };
      assert.deepEqual(await store.keep(kept('a'), [due('a')]), waiting);
      await store.answered('RECU a');
      await store.handled('a', [due('a', 'INTEGRE')]);
      await store.answered('INTEGRE a');
      const later = await again();
      const known = await later.keep(kept('a'), [due('a')]);
      assert.deepEqual(known?.answers, [due('a', 'INTEGRE')]);
      assert.equal(known?.fingerprint, 'print of a');
      assert.deepEqual([await later.unhandled(), await later.unanswered()], [[], []]);
    });

    test('has an answer due once more', async () => {
      const { store, again } = await open();
      await store.answer(due('a'));
      await store.answered('RECU a');
      await store.answer(due('a'));
      await store.answer(due('a'));
      assert.deepEqual(await (await again()).unanswered(), [due('a')]);
    });

    test('keeps what cannot be used until somebody has looked at it', async () => {
      const { store, again } = await open();
      await store.setAside(odd, [due('x')]);
      await store.setAside({ ...odd, reason: 'again' }, [due('y')]);
      const later = await again();
      assert.deepEqual(await later.aside(), [odd]);
      assert.deepEqual(ids(await later.unanswered()), ['RECU x']);
      await later.forget('sha');
      assert.deepEqual(await later.aside(), []);
    });

    test('takes what nobody knows of as nothing', async () => {
      const { store } = await open();
      await store.handled('unknown', [due('unknown')]);
      await store.answered('unknown');
      await store.forget('unknown');
      assert.deepEqual(await store.unanswered(), []);
    });

    test('has one winner where a message comes many times at once', async () => {
      const { store } = await open();
      const results = await Promise.all(
        Array.from({ length: 20 }, () => store.keep(kept('a'), [due('a')])),
      );
      assert.equal(results.filter((known) => known === null).length, 1);
    });
  });

suite('the file of a store', () => {
  test('is readable by its owner only and has one record for a message', async () => {
    const path = newPath();
    const store = await FileHubStore.open(path);
    for (let turn = 0; turn < 3; turn += 1) await store.keep(kept('a'), [due('a')]);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.equal((await readFile(path, 'utf8')).split('\n').length, 2);
    await store.close();
  });

  test('does not keep the text of what was handled once it is opened again', async () => {
    const path = newPath();
    const store = await FileHubStore.open(path);
    await store.keep(kept('a'), []);
    await store.handled('a', []);
    await store.close();
    await (await FileHubStore.open(path)).close();
    assert.doesNotMatch(await readFile(path, 'utf8'), /text of a/);
  });

  test('cut by a crash, or with lines of others, loses nothing else', async () => {
    const path = newPath();
    const store = await FileHubStore.open(path);
    await store.keep(kept('a'), [due('a')]);
    await store.close();
    const text = await readFile(path, 'utf8');
    const others = ['7', 'null', '{}', '{"keep":{"id":"x"},"answers":[]}', '{"answer":{"id":"x"}}'];
    await writeFile(path, `${others.join('\n')}\n${text}`);
    await appendFile(path, '{"keep":{"id":"b","queue":"mess');
    const later = await FileHubStore.open(path);
    assert.deepEqual(await later.unhandled(), [kept('a')]);
    await later.keep(kept('b'), []);
    await later.close();
    assert.deepEqual(ids(await (await FileHubStore.open(path)).unhandled()), ['a', 'b']);
  });

  test('is written anew with what matters, and forgets ids after a month', async () => {
    const state = new StoreState();
    const day = 86_400_000;
    const handled = (id: string, at: number) => ({
      handled: { ...kept(id), at, answers: [due(id)] },
    });
    state.apply(handled('old', 0));
    state.apply(handled('recent', 20 * day));
    state.apply({ answered: 'RECU recent' });
    state.apply({ keep: kept('a'), answers: [due('a')] });
    state.apply({ aside: odd, answers: [] });
    state.apply(handled('now', 31 * day));
    const copy = new StoreState();
    for (const line of state.remaining()) {
      const parsed = parseStoreLine(JSON.stringify(line));
      assert.deepEqual(parsed, line);
      copy.apply(line);
    }
    assert.equal(copy.known('old'), null);
    assert.deepEqual(copy.known('recent')?.answers, [due('recent')]);
    assert.deepEqual(ids([...copy.unanswered.values()]).sort(), ['RECU a', 'RECU now', 'RECU old']);
    assert.deepEqual([...copy.unhandled.keys()], ['a']);
    assert.deepEqual([...copy.aside.values()], [odd]);
  });
});
