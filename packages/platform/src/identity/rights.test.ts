import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { compileContract } from '../http/contract.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { ROLES } from './caller.ts';
import { RIGHTS, type Right, rolesOf, SLOTS } from './rights.ts';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

const operations = compileContract();
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Calls an operation on what does not exist, without what it needs: only the right is in question. */
const call = ({ method, path }: (typeof operations)[number], as?: string) =>
  platform.call(method, path.replaceAll(/\{\w+\}/g, NOBODY), {
    ...(as !== undefined && { as }),
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
  });

for (const role of ROLES) {
  test(`${role} may call what the table gives it, and nothing else`, async () => {
    for (const operation of operations) {
      const { status, body } = await call(operation, role);
      const held = operation.right === null || rolesOf(operation.right).includes(role);
      const refused = status === 403 && (body.code ?? body.issue?.[0].code) === 'forbidden';
      assert.equal(refused, !held, `${operation.id}: ${status} ${body.code}`);
      assert.notEqual(status, 401, operation.id);
      assert.ok(status < 500, operation.id);
    }
  });
}

test('nobody without credentials calls anything but what is open', async () => {
  for (const operation of operations) {
    const { status } = await call(operation);
    if (operation.right === null) assert.notEqual(status, 403, operation.id);
    else assert.equal(status, 401, operation.id);
  }
});

test('every right of the table is asked by an operation or by the code, and every role is in it', () => {
  const asked = new Set<string | null>(operations.map(({ right }) => right));
  /** Asked inside an operation, for a part of what it does. */
  const inside: Right[] = ['contact:read', 'appointment:book-at-editor', 'orientation:execute'];
  for (const right of Object.keys(RIGHTS))
    assert.ok(asked.has(right) || inside.includes(right as Right), right);
  const named = new Set(Object.values(RIGHTS).flatMap((holders) => Object.keys(holders)));
  assert.deepEqual([...named].sort(), [...ROLES].sort());
});

test('authority and payer see no slot; a public key sees displayed ones only', () => {
  assert.equal(SLOTS.authority, undefined);
  assert.equal(SLOTS.payer, undefined);
  assert.deepEqual(SLOTS.public, { PUBLIC: 'displayed' });
});
