import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { AGENDA, agendaFile, temporaryFolder } from '../testing/folder.ts';
import { NOW } from '../testing/vendor.ts';
import { AgendaFileError, readAgendaFile } from './read.ts';

const folder = await temporaryFolder();
const example = JSON.parse(await readFile(AGENDA, 'utf8'));

test('the example fits, without a notice', async () => {
  const { agenda, notices } = await readAgendaFile(AGENDA, NOW);
  assert.equal(agenda.practitioners.length, 9);
  assert.deepEqual(notices, []);
});

const WRONG: readonly (readonly [string, unknown, RegExp])[] = [
  ['no JSON', '{ "practitioners": [', /it is no JSON: /],
  ['an empty file', '', /it is no JSON: /],
  ['a list', [], /the file must be object/],
  ['a missing list', { practitioners: [], places: [] }, /slots is missing/],
  ['an unknown member', { ...example, staff: [] }, /staff is unknown/],
  [
    'a practitioner without number',
    change('practitioners', 0, { nationalId: undefined }),
    /practitioners\[0\]\.nationalId is missing/,
  ],
  ['a number for a text', change('places', 1, { city: 3 }), /places\[1\]\.city must be string/],
  ['a short slot', change('slots', 2, { minutes: 4 }), /slots\[2\]\.minutes must be >= 5/],
  [
    'an unknown type',
    change('slots', 3, { visibility: ['ALL'] }),
    /slots\[3\]\.visibility\[0\] must be one of PUBLIC, PRO, SNP, CPTS/,
  ],
  [
    'an unknown member of a slot',
    change('slots', 3, { colour: 'red' }),
    /slots\[3\]\.colour is unknown/,
  ],
  [
    'two ways to start',
    change('slots', 1, { start: '2026-11-23T09:20' }),
    /slots\[1\] must have either startsIn or start/,
  ],
  ['no start', change('slots', 1, { startsIn: undefined }), /slots\[1\] must have either/],
  [
    'a start that is none',
    change('slots', 1, { startsIn: 'soon' }),
    /slots\[1\] startsIn is no ISO 8601 duration: soon/,
  ],
  ['one id twice', change('slots', 1, { id: example.slots[0].id }), /slots\[1\]\.id is used twice/],
  ['no capacity', change('slots', 1, { capacity: 0 }), /slots\[1\]\.capacity must be >= 1/],
];

function change(list: string, index: number, changes: object): unknown {
  const records = example[list].map((record: object, each: number) =>
    each === index ? { ...record, ...changes } : record,
  );
  return { ...example, [list]: records };
}

for (const [name, content, message] of WRONG) {
  test(`${name} is refused with its place`, async () => {
    const path = await agendaFile(folder, content);
    await assert.rejects(readAgendaFile(path, NOW), (error: Error) => {
      assert.ok(error instanceof AgendaFileError);
      assert.ok(error.message.startsWith(`Agenda file ${path}`));
      assert.match(error.message, message);
      return true;
    });
  });
}

test('a file that is not there, or is a folder, is named', async () => {
  await assert.rejects(
    readAgendaFile(`${folder}/none.json`, NOW),
    /none\.json: there is no such file/,
  );
  await assert.rejects(readAgendaFile(folder, NOW), /cannot be read \(EISDIR\)/);
});

test('of many faults the first ten are told', async () => {
  const slots = example.slots.map((slot: object) => ({ ...slot, minutes: 1 }));
  const path = await agendaFile(folder, { ...example, slots });
  await assert.rejects(readAgendaFile(path, NOW), (error: Error) => {
    assert.equal(error.message.split('\n').length, 12);
    assert.match(error.message, /and 23 more$/);
    return true;
  });
});

test('what names nobody of the file is loaded with a notice', async () => {
  const content = {
    ...example,
    slots: [
      { ...example.slots[0], practitioner: 'nobody', place: 'nowhere', communities: ['none'] },
      { ...example.slots[1], practitioner: undefined, place: undefined, site: 'none' },
    ],
  };
  const { notices } = await readAgendaFile(await agendaFile(folder, content), NOW);
  assert.deepEqual(
    notices.map(({ place }) => place),
    ['slots[0].practitioner', 'slots[0].place', 'slots[0].communities', 'slots[1].site'],
  );
});

test('a byte order mark is no fault', async () => {
  const text = `\uFEFF${await readFile(AGENDA, 'utf8')}`;
  await readAgendaFile(await agendaFile(folder, text), NOW);
});
