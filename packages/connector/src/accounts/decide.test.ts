import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Regulator } from '@sas-kit/fhir';
import type { RegulatorAccount } from './account.ts';
import { decideCreation, decideUpdate } from './decide.ts';

const ID = { kind: 'national', value: '3456780581/11242343' } as const;
const OTHER = { kind: 'technical', value: 'b6e39355-8a61-4556-b340-36f7b95fec6a' } as const;

const wanted = (changes: Partial<Regulator> = {}): Regulator => ({
  identifier: ID,
  active: true,
  family: 'Loridon',
  given: 'Sébastien',
  email: 'sebastien.loridon@test.com',
  ...changes,
});
const account = (id: string, changes: Partial<RegulatorAccount> = {}): RegulatorAccount => ({
  ...wanted(),
  id,
  ...changes,
});

suite('a creation', () => {
  test('makes an account with the id that was drawn', () => {
    assert.deepEqual(decideCreation(wanted(), [], 'new'), {
      kind: 'created',
      account: account('new'),
      released: [],
    });
  });

  test('is refused while an active account has the identifier', () => {
    assert.equal(decideCreation(wanted(), [account('a')], 'new').kind, 'duplicate');
    assert.equal(
      decideCreation(wanted({ active: false }), [account('a')], 'new').kind,
      'duplicate',
    );
  });

  test('takes the identifier from a disabled account', () => {
    const disabled = account('a', { active: false });
    assert.deepEqual(decideCreation(wanted(), [disabled], 'new'), {
      kind: 'created',
      account: account('new'),
      released: [{ ...disabled, identifier: null }],
    });
  });
});

suite('an update', () => {
  test('puts every value of the body in place, its id stays', () => {
    const body = wanted({ family: 'Autre', email: 'x@y.fr', active: false });
    const found = [account('a')];
    assert.deepEqual(decideUpdate(body, found, found, 'new'), {
      kind: 'updated',
      account: { ...body, id: 'a' },
      released: [],
    });
  });

  test('gives the account another identifier', () => {
    const body = wanted({ identifier: OTHER });
    assert.deepEqual(decideUpdate(body, [account('a')], [], 'new'), {
      kind: 'updated',
      account: { ...body, id: 'a' },
      released: [],
    });
  });

  test('is refused when an active account has the new identifier', () => {
    const holder = account('b', { identifier: OTHER });
    const body = wanted({ identifier: OTHER });
    assert.equal(decideUpdate(body, [account('a')], [holder], 'new').kind, 'duplicate');
    const own = account('b', { identifier: ID });
    assert.equal(decideUpdate(wanted(), [], [own], 'new').kind, 'duplicate');
  });

  test('takes the new identifier from a disabled account', () => {
    const disabled = account('b', { identifier: OTHER, active: false });
    const decision = decideUpdate(wanted({ identifier: OTHER }), [account('a')], [disabled], 'new');
    assert.ok(decision.kind === 'updated');
    assert.deepEqual(decision.released, [{ ...disabled, identifier: null }]);
  });

  test('of the unknown is a creation, of a disabled account too', () => {
    const decision = decideUpdate(wanted({ active: false }), [], [], 'new');
    assert.deepEqual(decision, {
      kind: 'created',
      account: account('new', { active: false }),
      released: [],
    });
  });

  test('twice the same leaves the same', () => {
    const first = decideUpdate(wanted(), [], [], 'new');
    assert.ok(first.kind === 'created');
    const stored = [first.account];
    const second = decideUpdate(wanted(), stored, stored, 'newer');
    assert.deepEqual(second, { kind: 'updated', account: first.account, released: [] });
  });

  test('prefers the active one of a store that holds several', () => {
    const old = account('old', { active: false });
    const both = [old, account('a')];
    const decision = decideUpdate(wanted(), both, both, 'new');
    assert.ok(decision.kind === 'updated');
    assert.equal(decision.account.id, 'a');
    assert.deepEqual(decision.released, [{ ...old, identifier: null }]);
    const two = [account('a'), account('b')];
    assert.equal(decideUpdate(wanted(), two, two, 'new').kind, 'several');
  });
});
