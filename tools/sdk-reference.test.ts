import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { doorsOf } from './doors.ts';
import { writeReference } from './sdk-reference.ts';

const folder = await mkdtemp(join(tmpdir(), 'sas-reference-'));
let written: string;
before(async () => {
  written = await writeReference(folder);
});
after(() => rm(folder, { recursive: true }));

const read = (path: string) => readFile(join(written, path), 'utf8');

test('every door of the client has its page, under the version of the package', async () => {
  const doors = (await doorsOf('client')).map(({ name }) =>
    name === '.' ? 'index' : name.slice('./'.length).replaceAll('/', '_'),
  );
  const pages = (await readdir(join(written, 'modules'))).map((page) => page.replace('.html', ''));
  assert.deepEqual(pages.sort(), doors.sort());
  assert.match(await readFile(join(folder, 'index.html'), 'utf8'), /<a href="\d+\.\d+\.\d+\/">/);
});

test('a method is told with its example, its errors and the names of its types', async () => {
  const page = (await read('interfaces/appointments.AppointmentsResource.html')).replaceAll(
    /<[^>]+>/g,
    '',
  );
  for (const word of ['Promise&lt;Appointment&gt;', 'Example', 'SlotTakenError'])
    assert.ok(page.includes(word), word);
});

test('no page loads anything from elsewhere', async () => {
  const pages = (await readdir(written, { recursive: true })).filter((name) =>
    name.endsWith('.html'),
  );
  assert.ok(pages.length > 100);
  for (const page of pages)
    assert.doesNotMatch(
      await read(page),
      /<(?:script|link|img|iframe)\b[^>]*(?:src|href)="http/,
      page,
    );
});
