import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isShipped, nameOf, readLock } from './lock.ts';
import { makeSbom } from './sbom.ts';

const sbom = await makeSbom();
const lock = await readLock();
const named = new Set(sbom.components.map((component) => component['bom-ref']));
const locked = Object.entries(lock).map(
  ([place, { version }]) => [place, `${nameOf(place)}@${version}`] as const,
);

test('the bill names every package that is shipped, with its version', () => {
  const missing = locked.filter(([place, ref]) => isShipped(lock, place) && !named.has(ref));
  assert.deepEqual(missing, []);
  for (const name of ['pg', 'lit', 'ajv', 'fastify'])
    assert.ok(
      [...named].some((ref) => ref.startsWith(`${name}@`)),
      name,
    );
});

test('it names nothing that serves development only', () => {
  const shippedRefs = new Set<string>(
    locked.filter(([place]) => isShipped(lock, place)).map(([, ref]) => ref),
  );
  const strange = [...named].filter((ref) => !shippedRefs.has(ref) && !ref.startsWith('@sas-kit/'));
  assert.deepEqual(strange, []);
});

test('it is CycloneDX, named after the project, and every arrow leads to a component', () => {
  assert.deepEqual([sbom.bomFormat, sbom.metadata.component.name], ['CycloneDX', 'sas-kit']);
  const refs = new Set([...named, sbom.metadata.component['bom-ref']]);
  for (const { ref, dependsOn } of sbom.dependencies)
    for (const each of [ref, ...dependsOn]) assert.ok(refs.has(each), each);
});
