import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readCommand } from './command-line.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sas-command-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Runs the command on an embedded database; answers what it prints and how it ends. */
function sasPlatform(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const command = ['--conditions=source', main, ...args, '--data', join(folder, 'data')];
  const env = { ...process.env, DATABASE_URL: '' };
  return new Promise((done) => {
    execFile(process.execPath, command, { env }, (failed, out, error) => {
      done({ code: failed === null ? 0 : Number(failed.code), out, error });
    });
  });
}

test('a command is told from settings, and keeps its own flags', () => {
  const table: [string[], ReturnType<typeof readCommand>][] = [
    [['--port', '0'], null],
    [[], null],
    [
      ['export', '--subject', 'account:1', '--data', 'x'],
      { command: { name: 'export', person: { subject: 'account:1' } }, settings: ['--data', 'x'] },
    ],
    [
      ['erase', '--data=x', '--manage-token=-T', '--reference', '4K7P'],
      {
        command: { name: 'erase', person: { reference: '4K7P', manageToken: '-T' } },
        settings: ['--data=x'],
      },
    ],
    [['verify-audit'], { command: { name: 'verify-audit', anchor: undefined }, settings: [] }],
    [
      ['verify-audit', '--anchor', `3:${'a'.repeat(64)}`],
      {
        command: { name: 'verify-audit', anchor: { number: 3, hash: 'a'.repeat(64) } },
        settings: [],
      },
    ],
  ];
  for (const [argv, expected] of table)
    assert.deepEqual(readCommand(argv), expected, argv.join(' '));
});

test('a command without what it needs says so', () => {
  for (const argv of [
    ['export'],
    ['erase', '--reference', '4K7P'],
    ['export', '--subject', 'x', '--reference', '4K7P', '--manage-token', 'T'],
    ['export', '--subject'],
  ])
    assert.throws(() => readCommand(argv), /takes --subject, or --reference with --manage-token/);
  for (const anchor of ['3', '0:aa', `1:${'g'.repeat(64)}`])
    assert.throws(() => readCommand(['verify-audit', '--anchor', anchor]), /--anchor must be/);
});

test('the command exports, erases and verifies on the database of the settings', async () => {
  const told = await sasPlatform('export', '--subject', 'account:nobody');
  assert.equal(told.code, 0, told.error);
  assert.deepEqual((JSON.parse(told.out) as { account: unknown[] }).account, []);
  const gone = await sasPlatform('erase', '--subject', 'account:nobody');
  assert.equal((JSON.parse(gone.out) as { erased: { account: number } }).erased.account, 0);
  const verdict = await sasPlatform('verify-audit');
  assert.equal(verdict.code, 0, verdict.error);
  const { intact, unsealed } = JSON.parse(verdict.out) as { intact: boolean; unsealed: number };
  assert.deepEqual([intact, unsealed], [true, 2]); // the two commands above
});

test('a check that fails and a person whom nobody knows end with 1 and one line', async () => {
  const anchored = await sasPlatform('verify-audit', '--anchor', `1:${'a'.repeat(64)}`);
  assert.deepEqual(
    [anchored.code, JSON.parse(anchored.out).broken],
    [1, { number: 1, fault: 'missing' }],
  );
  const unknown = await sasPlatform('export', '--reference', '4K7P', '--manage-token', 'none');
  assert.deepEqual(
    [unknown.code, unknown.error.trim()],
    [1, 'No appointment has this reference and this manage token.'],
  );
});
