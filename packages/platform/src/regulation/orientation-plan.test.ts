import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDesk } from '../testing/desk.ts';
import { Bindings } from '../identity/visibility.ts';
import type { Caller } from '../identity/caller.ts';
import { practiceOrientations } from './orientation-row.ts';

const skip = !process.env['SAS_TEST_DATABASE_URL'] && 'runs on PostgreSQL only';
const MANY = 20_000;

/** Who reads as a practice. */
const PRACTICES: Caller['identity'][] = [
  { subject: 'practitioner', roles: ['practitioner'], nationalIds: ['810999900018'] },
  { subject: 'manager', roles: ['structure-manager'], structures: ['1760000001'] },
];

for (const identity of PRACTICES) {
  test(
    `what goes to a ${identity.subject} is found without reading what goes to others`,
    { skip },
    async (t) => {
      const { platform } = await startDesk();
      t.after(() => platform.close());
      await platform.database.query(
        `insert into orientation (outcome, decision, made_by, role, insee, place_label, territory_id,
         time_zone, created_at)
       select 'advice', 'own', 'x', 'regulator', '76351', 'Le Havre', 'le-havre-fecamp', 'Europe/Paris',
         sas_now() - make_interval(secs => n) from generate_series(1, $1) n`,
        [MANY],
      );
      await platform.database.query('analyze orientation');
      const bind = new Bindings();
      const caller: Caller = { kind: 'professional', scope: 'test', identity, fromOrigin: false };
      const condition = practiceOrientations(caller, bind);
      const plan = await platform.database.query<{ 'QUERY PLAN': string }>(
        `explain select o.id from orientation o where (false or ${condition})
       order by o.created_at desc, o.id desc limit 21`,
        bind.values,
      );
      const text = plan.map((row) => row['QUERY PLAN']).join('\n');
      assert.match(text, /orientation_pkey/, text);
      assert.doesNotMatch(text, /Filter: \(.*SubPlan|orientation_created/, text);
    },
  );
}
