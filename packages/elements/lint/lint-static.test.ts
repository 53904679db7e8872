import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lintStatic } from './lint-static.ts';

const now = Date.parse('2026-11-23T14:20:00+01:00');
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const found = (file: unknown) =>
  lintStatic(typeof file === 'string' ? file : JSON.stringify(file), now).findings.map(
    ({ level, pointer, code }) => `${level} ${pointer} ${code}`,
  );

const territory = {
  id: 'a',
  name: 'A',
  region: 'R',
  statuses: [{ status: 'pilot', from: '2021-01', source: 's' }],
  departments: ['76'],
  accessNumbers: [{ number: 'to-be-announced', label: 'l', source: 's' }],
};
const territories = (change: object = {}, file: object = { updated: '2026-11-01' }) => ({
  ...file,
  territories: [{ ...territory, ...change }],
});
const number = (change: object) => ({
  accessNumbers: [{ number: '15', label: 'l', source: 's', ...change }],
});
const item = { id: 'a', title: 'A', published: '2026-01-01', source: 's' };
const news = (...items: object[]) => ({ news: items.map((change) => ({ ...item, ...change })) });
const notice = { facility: 'U', access: 'open', source: 's', to: '2026-12-01T00:00:00Z' };
const notices = (...list: object[]) => ({
  notices: list.map((change) => ({ ...notice, ...change })),
});

const cases: [name: string, file: unknown, findings: string[]][] = [
  ['a good list of territories', territories(), []],
  ['no JSON', '{', ['error  not-json']],
  ['no list', {}, ['error  unknown-kind']],
  ['a list that is none', { territories: {} }, ['error  unknown-kind']],
  ['null', 'null', ['error  unknown-kind']],
  ['no day of checking', territories({}, {}), ['warning /updated unchecked']],
  ['an old list', territories({}, { updated: '2026-01-01' }), ['warning /updated old']],
  ['a list from the future', territories({}, { updated: '2027-01-01' }), ['error /updated future']],
  [
    'an unknown status',
    territories({ statuses: [{ status: 'closed', from: null, source: 's' }] }),
    ['error /territories/0/statuses/0/status schema'],
  ],
  [
    'a stage without source',
    territories({ statuses: [{ status: 'pilot', from: '2021' }] }),
    ['error /territories/0/statuses/0 schema'],
  ],
  [
    'stages in disorder',
    territories({
      statuses: [
        { status: 'operational', from: '2022', source: 's' },
        { status: 'pilot', from: '2021', source: 's' },
      ],
    }),
    ['error /territories/0/statuses status-order'],
  ],
  [
    'a territory that is nowhere',
    territories({ departments: [] }),
    ['warning /territories/0 nowhere'],
  ],
  [
    'no number',
    territories({ accessNumbers: [] }),
    ['warning /territories/0/accessNumbers no-number'],
  ],
  [
    'a number with letters',
    territories(number({ number: 'SAS' })),
    ['error /territories/0/accessNumbers/0/number schema'],
  ],
  [
    'a constant',
    territories(number({ number: '112' })),
    ['warning /territories/0/accessNumbers/0 constant'],
  ],
  [
    'an expired number',
    territories(number({ validUntil: '2026-10' })),
    ['warning /territories/0/accessNumbers/0 expired'],
  ],
  ['a number of this month', territories(number({ validUntil: '2026-11' })), []],
  [
    'a number that ends before it begins',
    territories(number({ validFrom: '2027', validUntil: '2026-12' })),
    ['error /territories/0/accessNumbers/0 period'],
  ],
  [
    'an address that is a script',
    territories({ contacts: [{ label: 'c', url: 'javascript:x' }] }),
    ['error /territories/0/contacts/0/url schema'],
  ],
  [
    'two of one id',
    { ...territories(), territories: [territory, territory] },
    ['error /territories/1/id duplicate-id'],
  ],

  ['good information', news({}), []],
  ['no date', news({ published: null }), ['warning /news/0/published undated']],
  ['a date to come', news({ published: '2027' }), ['warning /news/0/published future']],
  ['no source', news({ source: null }), ['warning /news/0/source no-source']],
  ['hyphens of a PDF', news({ title: 'le départe- ment' }), ['warning /news/0/title hyphenated']],
  ['a reprint', news({ summary: 'a'.repeat(601) }), ['warning /news/0/summary reprint']],
  ['a member that nobody knows', news({ comments: [] }), ['error /news/0 schema']],
  ['a link that is a script', news({ url: 'javascript:x' }), ['error /news/0/url schema']],
  [
    'what replaces nothing',
    news({ archived: true, supersededBy: '#b' }),
    ['error /news/0/supersededBy dangling'],
  ],
  [
    'what replaces itself',
    news({ archived: true, supersededBy: '#a' }),
    ['error /news/0/supersededBy dangling'],
  ],
  [
    'what is replaced and not archived',
    news({ supersededBy: '#b' }, { id: 'b' }),
    ['warning /news/0/archived superseded'],
  ],
  ['two items of one id', news({}, {}), ['error /news/1/id duplicate-id']],

  ['a good notice', notices({}), []],
  ['a notice without zone', notices({ to: '2026-12-01T00:00:00' }), ['error /notices/0/to schema']],
  ['a notice on no day', notices({ to: '2026-13-41T00:00:00Z' }), ['error /notices/0 no-instant']],
  ['an expired notice', notices({ to: '2026-11-01T00:00:00Z' }), ['warning /notices/0 expired']],
  ['a notice without end', notices({ to: null }), ['warning /notices/0/to open-ended']],
  [
    'a notice that ends before it begins',
    notices({ from: '2026-12-02T00:00:00Z' }),
    ['error /notices/0 period'],
  ],
  ['an unknown zone', notices({ timeZone: 'Mars/Olympus' }), ['error /notices/0/timeZone no-zone']],
  [
    'two that contradict each other',
    notices({}, { access: 'regulated' }),
    ['error /notices/1 contradiction'],
  ],
  [
    'two after each other',
    notices({}, { access: 'regulated', from: notice.to, to: '2027-01-01T00:00:00Z' }),
    [],
  ],
];

for (const [name, file, findings] of cases) {
  test(name, () => assert.deepEqual(found(file), findings));
}

test('the repository’s own territories can stand beside a page', () => {
  const text = readFileSync(here('../../../data/territories.json'), 'utf8');
  const { kind, findings } = lintStatic(text, now);
  assert.equal(kind, 'territories');
  assert.deepEqual(
    findings.filter(({ level }) => level === 'error'),
    [],
  );
});

interface Ended {
  code: number | string | undefined;
  stdout: string;
  stderr: string;
}

const run = (...words: string[]) =>
  new Promise<Ended>((done) => {
    execFile(process.execPath, [here('../bin/sas-static.js'), ...words], (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

test('the command says what is where, and ends as it found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sas-static-'));
  const file = async (name: string, content: unknown) => {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(content));
    return path;
  };
  try {
    const good = await file('good.json', news({}));
    const bad = await file('bad.json', news({ url: 'javascript:x' }));
    assert.deepEqual(await run('lint', good), {
      code: 0,
      stdout: `${good}: news, errors: 0, warnings: 0\n`,
      stderr: '',
    });
    const told = await run('lint', good, bad);
    assert.equal(told.code, 1);
    assert.match(told.stdout, /bad\.json\/news\/0\/url: error schema: must match pattern/);
    const json = await run('lint', '--json', bad);
    assert.equal((JSON.parse(json.stdout) as { findings: unknown[] }).findings.length, 1);
    assert.equal((await run('lint', join(folder, 'nothing.json'))).code, 2);
    assert.equal((await run('lint')).code, 2);
    assert.equal((await run('check', good)).code, 2);
    assert.match((await run('lint', '--fix', good)).stderr, /unknown option --fix/);
    assert.match((await run('--help')).stdout, /sas-static lint FILE/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
