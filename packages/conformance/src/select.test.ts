import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECKS } from './checks/index.ts';
import { GROUPS } from './groups.ts';
import { groupOf } from './check.ts';
import { selectChecks } from './select.ts';

const ids = (...patterns: string[]): string[] =>
  selectChecks(CHECKS, patterns).selected.map(({ id }) => id);

test('checks are chosen by id, glob, group and official number, in their own order', () => {
  assert.deepEqual(ids('window/no-offset', 'one-place/name'), [
    'one-place/name',
    'window/no-offset',
  ]);
  assert.ok(ids('window/*').length >= 10);
  assert.deepEqual(ids('window'), ids('window/*'));
  assert.ok(ids('*errors/no-status').length === 3);
  assert.deepEqual(ids('4.3.07'), [
    'one-place/self-link',
    'ps/bundle-self-link',
    'ps/bundle-self-link-plus',
    'cpts-one/self-link',
    'cpts/bundle-self-link',
    'cpts/bundle-self-link-plus',
    'sos/bundle-self-link',
    'sos/bundle-self-link-plus',
  ]);
  assert.ok(ids('4.4.0?').length >= 4);
});

test('patterns that name no check are told', () => {
  const { selected, unknown } = selectChecks(CHECKS, ['window', 'widow', 'ps.status', '(']);
  assert.ok(selected.length >= 10);
  assert.deepEqual(unknown, ['widow', 'ps.status', '(']);
});

test('every group has a name', () => {
  for (const check of CHECKS) assert.ok(GROUPS[groupOf(check)], check.id);
});
