/** From an orientation to the case, the whole way: platform, outbox, Hub, dispatch program, and back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSasClient } from '@sas-kit/client';
import { startHubStandIn } from '@sas-kit/connector/hub-stand-in';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { cookieOf } from '../dispatch-software/testing/cookie.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { bookable, caller, cardsAround } from './testing/offers.ts';

const { AMQP_URL, SAS_TEST_HUB_URL } = process.env;
const skip = AMQP_URL
  ? false
  : 'no AMQP broker: set AMQP_URL, or install rabbitmq-server for `npm test -- hub`';
const LONGEST_WAIT_MS = 240_000;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const latest = Date.now() + LONGEST_WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error(what);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What the page of the dispatch program calls with. */
async function operatorOf(demonstration: Demonstration, origin: string) {
  const headers = { cookie: await cookieOf(origin) };
  const granted = await fetch(`${origin}/token`, { method: 'POST', headers });
  const { token } = (await granted.json()) as { token: string };
  return createSasClient({
    baseUrl: demonstration.address,
    token,
    fetch: (input, init) => {
      const request = new Request(input, init);
      request.headers.set('origin', origin);
      return fetch(request);
    },
  });
}

test(
  'an orientation reaches its case by the Hub, and its cancellation the top of the list',
  { skip },
  async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const platformId = `fr.health.test.ptfsas-${mark}`;
    const client = `fr.health.test.samu-${mark}`;
    const hubUrl = SAS_TEST_HUB_URL ?? AMQP_URL!;
    const standIn = await startHubStandIn({ url: AMQP_URL!, clients: [platformId, client] });
    const empty = new EmptyData(await temporaryFolder());
    // No clock of its own: what it sends expires by the broker's.
    const demonstration = await startDemonstration({
      argv: ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'],
      environment: {
        ...{ SAS_HUB_URL: hubUrl, SAS_HUB_CLIENT_ID: platformId },
        ...{ LRM_HUB: hubUrl, LRM_CLIENT: client },
      },
    });
    try {
      await caller(demonstration, 'administrator').transmissions.replaceDispatch(
        'le-havre-fecamp',
        {
          hubRecipient: client,
          desk: { family: 'RÉGULATION', given: 'Démonstration', email: 'regulation@samu.example' },
        },
      );
      const arrived = await fetch(`${demonstration.address}/logiciel-de-regulation`, {
        redirect: 'manual',
      });
      const origin = new URL(arrived.headers.get('location')!).origin;
      const page = async (path: string) => (await fetch(`${origin}${path}`)).text();
      const caseRef = /\/cases\/(DRM-\d{4}-0418)"/.exec(await page('/'))![1]!;

      const slot = bookable(await cardsAround(caller(demonstration, 'regulator'))).find(
        ({ modalities }) => modalities.includes('AMB'),
      );
      const operator = await operatorOf(demonstration, origin);
      const { appointment } = await operator.orientations.create({
        outcome: 'unscheduled-consultation',
        decision: {
          kind: 'dispatch-case',
          role: 'regulator',
          decidedAt: new Date(Date.now() - 600_000).toISOString(),
        },
        caseRef,
        insee: '76259',
        slotId: slot!.id,
      });
      // What the page does when the element says that it was made.
      const body = new URLSearchParams({ appointmentId: appointment!.id, start: slot!.start });
      const path = `/cases/${caseRef}`;
      await fetch(`${origin}${path}/appointments`, {
        ...{ method: 'POST', headers: { cookie: await cookieOf(origin) }, body },
        redirect: 'manual',
      });
      await until('it did not reach its case', async () => (await page(path)).includes('>Pris<'));
      assert.ok(!(await page(path)).includes('Pris ici'));
      const door = await page(`/lrm/appointments?appointmentId=${appointment!.id}`);
      const shown = (JSON.parse(door) as { exercise?: boolean }[]).map(({ exercise }) => exercise);
      assert.deepEqual(shown, [true]);
      const told = () => caller(demonstration, 'regulator').appointments.get(appointment!.id);
      await until('nobody was told that it is there', async () => {
        const { transmission } = await told();
        return transmission?.state === 'acknowledged' && transmission.step !== 'RECU';
      });

      await caller(demonstration, 'administrator').appointments.cancel(appointment!.id);
      await until('the cancellation did not come', async () => {
        const [first = ''] = (await page('/?part=board')).split('</tbody>');
        const top = first.slice(first.indexOf('<tbody>')).split('</tr>')[0]!;
        return top.includes(caseRef) && top.includes('Rendez-vous annulé');
      });
      assert.deepEqual(standIn.refused, []);
    } finally {
      await demonstration.close();
      await standIn.stop();
    }
  },
);
