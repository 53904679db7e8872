import { randomUUID } from 'node:crypto';
import type { TestAnswer, TestPlatform } from './test-platform.ts';

/** Where the person is. */
export const HAVRE = '76351';
export const CASE = 'LRM:2026/4711';

type Members = Record<string, unknown>;

/** Records an orientation; the test looks at the answer. */
export function orient(platform: TestPlatform, as: string, body: Members): Promise<TestAnswer> {
  return platform.call('POST', '/v1/orientations', { as, body: { insee: HAVRE, ...body } });
}

/** A doctor's own decision. */
export const OWN = { decision: { kind: 'own' } };
export const CONSULTATION = { outcome: 'unscheduled-consultation' };

/** What a doctor decided in the dispatch program, an hour before `now`. */
export function decidedInCase(now: string): Members {
  const decidedAt = new Date(Date.parse(now) - 3_600_000).toISOString();
  return { decision: { kind: 'dispatch-case', role: 'regulator', decidedAt }, caseRef: CASE };
}

/** Notes a call; answers its id. */
export async function callPractice(
  platform: TestPlatform,
  as: string,
  call: Members,
): Promise<string> {
  const body = { purpose: 'overbooking', result: 'accepted', ...call };
  const answer = await platform.call('POST', '/v1/practice-calls', { as, body });
  if (answer.status !== 201) throw new Error(`no call: ${JSON.stringify(answer.body)}`);
  return answer.body.id as string;
}

export const PROTOCOL = {
  territory: 'le-havre-fecamp',
  purpose: 'regulation',
  title: 'Protocole de démonstration',
  outcomes: ['unscheduled-consultation'],
  roles: ['unscheduled-care-operator', 'call-taker'],
  text: 'Texte de démonstration, non validé.',
  source: 'Texte de démonstration, non validé',
  validFrom: '2026-11-01',
};

/** Writes a draft; answers its id. */
export async function draftProtocol(platform: TestPlatform, more: Members = {}): Promise<string> {
  const body = { ...PROTOCOL, ...more };
  const answer = await platform.call('POST', '/v1/protocols', { as: 'territory-lead', body });
  if (answer.status !== 201) throw new Error(`no protocol: ${JSON.stringify(answer.body)}`);
  return answer.body.id as string;
}

/** A protocol with the signatures of two leads: the second one's stands in the database alone. */
export async function signedProtocol(platform: TestPlatform, more: Members = {}): Promise<string> {
  const id = await draftProtocol(platform, more);
  const answer = await platform.call('POST', `/v1/protocols/${id}/signatures`, {
    as: 'territory-lead',
    body: { holder: 'hospital' },
  });
  if (answer.status !== 200) throw new Error(`not signed: ${JSON.stringify(answer.body)}`);
  await platform.database.query(
    `insert into protocol_signature (protocol_id, holder, holder_name, signed_by, signed_at)
     values ($1, 'ambulatory', 'Titulaire', $2, sas_now())`,
    [id, `lead-${randomUUID()}`],
  );
  return id;
}
