import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../identity/caller.ts';
import { accountFault } from './account-rules.ts';
import { type Grant, grantChanges, mayGrant } from './grants.ts';

const HERE = 'le-havre-fecamp';
const ELSEWHERE = 'isere';
const at = (role: Grant['role'], territory: string | null = HERE): Grant => ({ role, territory });

/** Roles, structures, the code of the fault. */
const ACCOUNTS: [Grant[], string[], string | null][] = [
  [[at('regulator')], [], null],
  [[at('regulator'), at('regulator', ELSEWHERE)], [], null],
  [[], [], null],
  [[at('administrator', null)], [], null],
  [[at('authority', null), at('payer', ELSEWHERE)], [], null],
  [[at('structure-manager')], ['1760000001'], null],
  [[at('territory-lead'), at('regulator')], [], null],
  [[at('regulator', null)], [], 'territory-required'],
  [[at('triage-nurse', null)], [], 'territory-required'],
  [[at('unscheduled-care-operator', null)], [], 'territory-required'],
  [[at('account-manager', null)], [], 'territory-required'],
  [[at('delegate', null)], [], 'territory-required'],
  [[at('administrator')], [], 'territory-not-allowed'],
  [[at('structure-manager')], [], 'structure-required'],
  [[at('territory-lead')], [], 'sole-role'],
  [[at('territory-lead'), at('territory-lead', ELSEWHERE)], [], 'sole-role'],
];
for (const [roles, structures, code] of ACCOUNTS) {
  const what =
    roles.map(({ role, territory }) => `${role} in ${territory}`).join(', ') || 'no role';
  test(`${what}, ${structures.length} structures: ${code ?? 'may be'}`, () => {
    assert.equal(accountFault(roles, structures)?.code ?? null, code);
  });
}

test('what is given and taken is the difference, and an order is none', () => {
  const [a, b, c] = [at('regulator'), at('call-taker'), at('call-taker', ELSEWHERE)];
  assert.deepEqual(grantChanges([a, b], [b, c]), { added: [c], removed: [a] });
  assert.deepEqual(grantChanges([a, b], [b, a]), { added: [], removed: [] });
});

const caller = (role: Caller['identity']['roles'][number]): Caller => ({
  kind: 'professional',
  scope: 'test',
  fromOrigin: false,
  identity: { subject: 'test', roles: [role], territoriesByRole: { [role]: [HERE] } },
});

test('an account manager grants the roles of its territory, an administrator all, nobody else any', () => {
  const granted = (role: Caller['identity']['roles'][number]) =>
    (
      [
        at('delegate'),
        at('regulator'),
        at('territory-lead'),
        at('account-manager'),
        at('authority'),
        at('administrator', null),
        at('regulator', ELSEWHERE),
      ] satisfies Grant[]
    )
      .filter((grant) => mayGrant(caller(role), grant))
      .map(({ role: name, territory }) => `${name} ${territory}`);
  assert.deepEqual(granted('account-manager'), [
    `delegate ${HERE}`,
    `regulator ${HERE}`,
    `territory-lead ${HERE}`,
  ]);
  assert.equal(granted('administrator').length, 7);
  for (const role of ['territory-lead', 'regulator', 'practitioner', 'editor'] as const) {
    assert.deepEqual(granted(role), [], role);
  }
});
