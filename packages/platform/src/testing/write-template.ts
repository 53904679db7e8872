/**
 * `node write-template.ts FILE` writes an embedded database that has its schema and nothing in it. Test
 * files that find it in `SAS_TEST_TEMPLATE` open a copy, and need not make one each.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { openDatabase } from '../database/connection.ts';

const directory = await mkdtemp(join(tmpdir(), 'sas-template-'));
try {
  await (await openDatabase({ directory })).close();
  const lite = await PGlite.create({
    dataDir: join(directory, 'pglite'),
    extensions: { btree_gist },
  });
  // A copy begins as after a crash; the timer that tells how far its recovery is would keep a process alive.
  await lite.exec('alter system set log_startup_progress_interval = 0');
  const tar = await lite.dumpDataDir('none');
  await lite.close();
  await writeFile(process.argv[2]!, new Uint8Array(await tar.arrayBuffer()));
} finally {
  await rm(directory, { recursive: true, force: true });
}
