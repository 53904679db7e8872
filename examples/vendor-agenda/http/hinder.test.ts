import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, associationSearch, slotSearch } from '../testing/fhir.ts';
import { NOW, startVendor } from '../testing/vendor.ts';

const ID = '810999002016';
const SIRET = '390000020000114';

async function statuses(base: string, count: number): Promise<number[]> {
  const answers: number[] = [];
  for (let each = 0; each < count; each += 1) {
    answers.push((await ask(slotSearch(base, [ID], NOW))).status);
  }
  return answers;
}

test('an agenda that always fails answers an OperationOutcome with a reason', async () => {
  const told: string[] = [];
  const { base } = await startVendor(['--fail-rate', '1'], { say: (line) => told.push(line) });
  for (const url of [slotSearch(base, [ID], NOW), associationSearch(base, [SIRET], NOW)]) {
    const { status, body } = await ask(url);
    assert.equal(status, 503);
    assert.equal(body.resourceType, 'OperationOutcome');
    assert.ok(body.issue[0].details.text.length > 0);
    assert.doesNotMatch(JSON.stringify(body), /database/);
  }
  assert.ok(told.some((line) => line.includes('the database of the practice does not answer')));
  assert.equal((await ask(`${base}/metadata`)).status, 200);
});

test('a rate fails about so often, at the same searches for the same seed', async () => {
  const runs: number[][] = [];
  for (const seed of ['1', '1', '2']) {
    const { base } = await startVendor(['--fail-rate', '0.4', '--seed', seed]);
    runs.push(await statuses(base, 60));
  }
  const [first, again, other] = runs as [number[], number[], number[]];
  assert.deepEqual(first, again);
  assert.notDeepEqual(first, other);
  const failed = first.filter((status) => status === 503).length;
  assert.ok(failed > 12 && failed < 36, `${failed} of 60`);
});

test('a search is delayed, nothing else is needed for it to be right', async () => {
  const { base } = await startVendor(['--delay-ms', '300']);
  const started = performance.now();
  const { status, body } = await ask(slotSearch(base, [ID], NOW));
  assert.ok(performance.now() - started >= 299);
  assert.equal(status, 200);
  assert.equal(body.total, 5);
});

test('a delay longer than the connector waits for an agenda is still an answer', async () => {
  const { base } = await startVendor(['--delay-ms', '5200']);
  assert.equal((await ask(associationSearch(base, [SIRET], NOW))).status, 200);
});
