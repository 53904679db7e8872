import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../identity/caller.ts';
import { accountFault, holderFault } from './account-rules.ts';
import { type Grant, grantChanges, mayGrant } from './grants.ts';

const HERE = 'le-havre-fecamp';
const ELSEWHERE = 'isere';
const at = (role: Grant['role'], territory: string | null = HERE): Grant => ({
  ...{ role, territory, holder: null },
});
const leadOf = (holder: Grant['holder'], territory: string | null = HERE): Grant => ({
  ...{ role: 'territory-lead', territory, holder },
});

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
  [[leadOf('hospital'), leadOf('ambulatory', ELSEWHERE), at('regulator')], [], null],
  [[leadOf('hospital'), leadOf('ambulatory'), at('regulator')], [], 'invalid-value'],
  [[at('territory-lead'), leadOf('ambulatory'), at('regulator')], [], 'invalid-value'],
  [[{ ...at('regulator'), holder: 'hospital' }], [], 'invalid-value'],
];
for (const [roles, structures, code] of ACCOUNTS) {
  const what =
    roles
      .map(
        ({ role, territory, holder }) => `${role} in ${territory}${holder ? ` of ${holder}` : ''}`,
      )
      .join(', ') || 'no role';
  test(`${what}, ${structures.length} structures: ${code ?? 'may be'}`, () => {
    const fault = holderFault(roles) ?? accountFault(roles, structures);
    assert.equal(fault?.code ?? null, code);
  });
}

test('what is given and taken is the difference, and an order is none', () => {
  const [a, b, c] = [at('regulator'), at('call-taker'), at('call-taker', ELSEWHERE)];
  assert.deepEqual(grantChanges([a, b], [b, c]), { added: [c], removed: [a] });
  assert.deepEqual(grantChanges([a, b], [b, a]), { added: [], removed: [] });
  const [hospital, ambulatory] = [leadOf('hospital'), leadOf('ambulatory')];
  const changed = { added: [ambulatory], removed: [hospital] };
  assert.deepEqual(grantChanges([a, hospital], [a, ambulatory]), changed);
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
