import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecordVersions } from './record-versions.ts';

const place = { id: 'p', line: '1 rue', structure: { finess: '1' }, list: ['a', 'b'], lat: 1.5 };

test('the same record, or one that reads alike, has the same version', () => {
  const versions = new RecordVersions(10);
  const first = versions.of('place', place);
  assert.equal(versions.of('place', place), first);
  assert.equal(versions.of('place', structuredClone(place)), first);
  assert.equal(versions.of('place', { ...place, phone: undefined } as typeof place), first);
});

test('any change, in place too, gives another', () => {
  const changes: ((record: any) => void)[] = [
    (record) => (record.line = '2 rue'),
    (record) => (record.structure.finess = '2'),
    (record) => (record.structure.siret = '2'),
    (record) => (record.structure = null),
    (record) => record.list.push('c'),
    (record) => record.list.reverse(),
    (record) => record.list.pop(),
    (record) => (record.list = { 0: 'a', 1: 'b' }),
    (record) => (record.lat = 1.6),
    (record) => (record.phone = ''),
    (record) => delete record.line,
  ];
  for (const change of changes) {
    const versions = new RecordVersions(10);
    const record = structuredClone(place);
    const first = versions.of('place', record);
    change(record);
    assert.notEqual(versions.of('place', record), first, String(change));
  }
});

test('records of two kinds, or two ids, never share one', () => {
  const versions = new RecordVersions(10);
  const all = [
    versions.of('place', place),
    versions.of('community', place),
    versions.of('place', { ...place, id: 'q' }),
  ];
  assert.equal(new Set(all).size, 3);
});

test('a record that was forgotten gets a new one', () => {
  const versions = new RecordVersions(1);
  const first = versions.of('place', place);
  versions.of('place', { ...place, id: 'q' });
  assert.notEqual(versions.of('place', place), first);
});
