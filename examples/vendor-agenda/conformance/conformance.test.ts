import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { namedBy, runConformance } from '../testing/conformance.ts';
import { AGENDA, temporaryFolder } from '../testing/folder.ts';
import { runVendor, VendorProcess } from '../testing/process.ts';

const folder = await temporaryFolder();

/** What a run over plain HTTP on one machine cannot see, and what nobody declared. */
const NOT_HERE = /^(security|declared)\//;

test('sas-conformance finds nothing wrong in the three flows, twice on one server', async (t) => {
  const data = join(folder, 'data');
  const argv = ['--agenda', AGENDA, '--data', data, '--book-in-one-step'];
  const vendor = new VendorProcess([...argv, '--port', '0']);
  const base = await vendor.ready();
  const { stdout } = await runVendor([...argv, '--print-conformance-config']);
  const config = join(folder, 'conformance.json');
  await writeFile(config, stdout);
  for (const round of ['first', 'second']) {
    await t.test(`the ${round} run`, async () => {
      const run = await runConformance(base, config);
      assert.deepEqual(namedBy(run, 'failed'), [], run.told);
      assert.deepEqual(namedBy(run, 'warning'), [], run.told);
      assert.deepEqual(
        namedBy(run, 'skipped').filter((id) => !NOT_HERE.test(id)),
        [],
      );
      assert.ok(namedBy(run, 'passed').length > 400);
      assert.equal(run.code, 0);
    });
  }
});
