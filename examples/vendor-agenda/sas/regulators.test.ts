import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRegulator, regulator, updateRegulator } from '../testing/fhir.ts';
import { startVendor } from '../testing/vendor.ts';

const { base, store } = await startVendor();
const stored = (value: string) => store.accounts.all().filter((each) => each.value === value);

test('an account is made once, whatever id the body carries', async () => {
  const made = await createRegulator(
    base,
    regulator('3760009001/10', { id: 'example-regulator-1' }),
  );
  assert.equal(made.status, 201);
  const [account] = stored('3760009001/10');
  assert.equal(made.headers.get('location'), `${base}/Practitioner/${account?.id}`);
  assert.equal(account?.email, 'regulatrice@example.org');
  const twice = await createRegulator(base, regulator('3760009001/10'));
  assert.equal(twice.status, 422);
  assert.equal(twice.body.resourceType, 'OperationOutcome');
  assert.equal(stored('3760009001/10').length, 1);
});

test('an update changes it, makes the unknown one, and disables', async () => {
  const made = await updateRegulator(base, '3760009001/11', regulator('3760009001/11'));
  assert.equal(made.status, 201);
  const named = regulator('3760009001/11', { name: [{ family: 'Autre', given: ['Nom'] }] });
  assert.equal((await updateRegulator(base, '3760009001/11', named)).status, 200);
  assert.equal(stored('3760009001/11')[0]?.family, 'Autre');
  const off = regulator('3760009001/11', { active: false });
  assert.equal((await updateRegulator(base, '3760009001/11', off)).status, 200);
  assert.equal(stored('3760009001/11')[0]?.active, false);
});

test('what a disabled account had goes to the new one', async () => {
  const off = regulator('3760009001/12', { active: false });
  await createRegulator(base, off);
  assert.equal((await createRegulator(base, regulator('3760009001/12'))).status, 201);
  assert.deepEqual(
    stored('3760009001/12').map(({ active }) => active),
    [true],
  );
  assert.equal(store.accounts.all().filter(({ value }) => value === null).length, 1);
});

test('twenty at once make one account', async () => {
  const asked = Array.from({ length: 20 }, () => createRegulator(base, regulator('3760009001/13')));
  const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...Array<number>(19).fill(422)]);
});

test('a refused request stores nothing', async () => {
  const before = store.accounts.all().length;
  const nameless = await createRegulator(base, regulator('3760009001/14', { name: [] }));
  assert.equal(nameless.status, 422);
  assert.equal(store.accounts.all().length, before);
});
