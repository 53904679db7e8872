import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { HUB_ID, toHubInstant } from '@sas-kit/fhir/hub';
import { noBroker, until, withHub } from '../testing/hub.ts';
import { HubRefusal, MemoryHubStore } from './index.ts';

suite('a dispatch program and its messages', () => {
  test(
    'an appointment is handed over, and its sender told first that it came, then that it is in',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const taken: unknown[] = [];
        const consumer = await hub.consumer({
          onAppointment: (message, delivery) => {
            taken.push([message.appointment.appointmentId, message.senderID, delivery.attempt]);
          },
        });
        const message = hub.write();
        await hub.send(message);
        await until(() => hub.acknowledgements.length === 2);
        assert.deepEqual(taken, [['rdv-1', hub.platformId, 1]]);
        assert.deepEqual(hub.acknowledgements, [
          { distributionID: message.distributionID, step: 'RECU' },
          { distributionID: message.distributionID, step: 'INTEGRE' },
        ]);
        await consumer.stop();
        assert.equal(await hub.waiting(), 0);
        assert.deepEqual([hub.problems, hub.standIn.refused], [[], []]);
      }),
  );

  test('a person who reads it is told of by the program', { skip: noBroker }, () =>
    withHub(async (hub) => {
      const consumer = await hub.consumer({});
      const message = hub.write();
      await hub.send(message);
      await until(() => hub.acknowledgements.length === 2);
      await consumer.acknowledge({ ...message, status: 'Actual' }, 'CONSULTE');
      await until(() => hub.acknowledgements.length === 3);
      assert.equal(hub.acknowledgements[2]?.step, 'CONSULTE');
    }),
  );

  test(
    'one that comes again is recognised and answered again, not handed over again',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const taken: string[] = [];
        await hub.consumer({
          onAppointment: ({ distributionID }) => void taken.push(distributionID),
        });
        const message = hub.write();
        await hub.send(message);
        await until(() => hub.acknowledgements.length === 2);
        // Sent again by hand: the same id, another time.
        await hub.send(hub.write({}, '1', new Date(Date.now() + 3_000)));
        await until(() => hub.acknowledgements.length === 3);
        assert.deepEqual(hub.acknowledgements[2], {
          distributionID: message.distributionID,
          step: 'INTEGRE',
        });
        assert.deepEqual(taken, [message.distributionID]);
        assert.deepEqual(hub.problems, []);
      }),
  );

  test('another message under a known id is set aside and refused', { skip: noBroker }, () =>
    withHub(async (hub) => {
      const store = new MemoryHubStore();
      const taken: string[] = [];
      await hub.consumer({
        store,
        onAppointment: ({ appointment }) => void taken.push(appointment.status),
      });
      await hub.send(hub.write({}, '1'));
      await hub.send(hub.write({ status: 'cancelled' }, '1'));
      await until(() => hub.errors.length === 2);
      const codes = hub.errors.map(({ errorCode }) => errorCode.statusCode).sort();
      // Ours says why; the Hub's only that nobody took it.
      assert.deepEqual(codes, [300, 500]);
      assert.deepEqual(taken, ['booked']);
      assert.equal((await store.aside()).length, 1);
    }),
  );

  test(
    'messages that cannot be read are kept aside, refused where somebody can be told, and gone',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const store = new MemoryHubStore();
        const consumer = await hub.consumer({ store });
        const message = hub.write();
        const { distributionID, senderID } = message;
        const broken = JSON.stringify(message).slice(0, -20);
        await hub.put('message', broken);
        await hub.put('message', Buffer.from([0xff, 0xfe, 0x00]));
        const xml = `<edxlDistribution><distributionID>${distributionID}</distributionID>
        <senderID>${senderID}</senderID></edxlDistribution>`;
        await hub.put('message', xml, { contentType: 'application/xml' });
        const noStart = structuredClone(message) as any;
        delete noStart.content[0].jsonContent.embeddedJsonContent.message.appointment.start;
        await hub.put('message', JSON.stringify(noStart));
        await until(async () => (await store.aside()).length === 4);
        const ours = () => hub.errors.filter(({ errorCode }) => errorCode.statusCode < 500);
        await until(() => ours().length === 3);
        assert.deepEqual(
          ours().map(({ errorCode, referencedDistributionID }) => [
            errorCode.statusCode,
            referencedDistributionID,
          ]),
          [102, 101, 300].map((code) => [code, distributionID]),
        );
        assert.match(ours()[2]!.errorCause, /message\.appointment\.start/);
        const [first] = await store.aside();
        assert.equal(Buffer.from(first!.body, 'base64').toString(), broken);
        await consumer.stop();
        assert.equal(await hub.waiting(), 0);
        assert.equal(hub.problems.length, 4);
        assert.equal(hub.acknowledgements.length, 0);
      }),
  );

  test('what cannot be read among answers is never answered', { skip: noBroker }, () =>
    withHub(async (hub) => {
      const store = new MemoryHubStore();
      const consumer = await hub.consumer({ store });
      const { distributionID, senderID } = hub.write();
      const broken = `{"distributionID":"${distributionID}","senderID":"${senderID}"`;
      await hub.put('ack', broken);
      await hub.put('info', `${broken},`);
      await until(async () => (await store.aside()).length === 2);
      await consumer.stop();
      assert.deepEqual(await store.unanswered(), []);
    }),
  );

  test(
    'a handler that throws is called again, and holds up nothing but its own appointment',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const taken: string[] = [];
        let mended = false;
        await hub.consumer({
          onAppointment: ({ appointment: { appointmentId, status } }, { attempt }) => {
            if (appointmentId === 'bad' && !mended) throw new Error(`no ${attempt}`);
            taken.push(`${appointmentId} ${status}`);
          },
        });
        await hub.send(hub.write({ appointmentId: 'bad' }));
        const cancelled = { method: 'UpdateAppointment', status: 'cancelled' } as const;
        await hub.send(hub.write({ appointmentId: 'bad', ...cancelled }));
        for (const appointmentId of ['a', 'b', 'c', 'd', 'e', 'f'])
          await hub.send(hub.write({ appointmentId }));
        await until(() => taken.length === 6);
        mended = true;
        await until(() => taken.length === 8);
        assert.deepEqual(taken.slice(6), ['bad booked', 'bad cancelled']);
        await until(() => hub.acknowledgements.length === 16);
        // However often it was tried.
        assert.deepEqual(hub.problems, ['handler: Error: no 1']);
      }),
  );

  test(
    'slow handlers hold up neither the store nor, once told of, each other',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        let release = (): void => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        const taken: string[] = [];
        await hub.consumer({
          parallel: 2,
          slowHandlerMs: 30,
          onAppointment: async ({ appointment: { appointmentId } }) => {
            if (appointmentId.startsWith('slow')) await held;
            taken.push(appointmentId);
          },
        });
        for (const appointmentId of ['slow-1', 'slow-2', 'a', 'b'])
          await hub.send(hub.write({ appointmentId }));
        await until(() => taken.length === 2);
        assert.deepEqual(taken, ['a', 'b']);
        await until(() => hub.acknowledgements.filter(({ step }) => step === 'RECU').length === 4);
        // Of the second it is told a moment later: the others had come by then.
        await until(() => hub.problems.length === 2);
        release();
        await until(
          () => hub.acknowledgements.filter(({ step }) => step === 'INTEGRE').length === 4,
        );
        assert.equal(hub.problems.length, 2);
      }),
  );

  test('what a handler refuses for good is answered with its number', { skip: noBroker }, () =>
    withHub(async (hub) => {
      let calls = 0;
      await hub.consumer({
        onAppointment: () => {
          calls += 1;
          throw new HubRefusal(704, 'no case can be found without a regulator');
        },
      });
      const message = hub.write();
      await hub.send(message);
      await until(() => hub.errors.length === 1);
      // Who sends it again is told again.
      await hub.send(message);
      await until(() => hub.errors.length === 2);
      const { errorCode, referencedDistributionID } = hub.errors[1]!;
      assert.deepEqual(errorCode, { statusCode: 704, statusString: 'INSUFFICIENT_DATA' });
      assert.equal(referencedDistributionID, message.distributionID);
      assert.equal(calls, 1);
      assert.deepEqual(hub.problems, []);
    }),
  );

  test(
    'other use cases of the Hub are refused unless the program takes them',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const other = hub.write() as any;
        const { message } = other.content[0].jsonContent.embeddedJsonContent;
        delete message.appointment;
        message.createCase = { caseId: 'x' };
        const first = await hub.consumer({});
        await hub.put('message', JSON.stringify(other));
        await until(() => hub.errors.length === 1);
        assert.equal(hub.errors[0]?.errorCode.statusCode, 700);
        await first.stop();
        const texts: string[] = [];
        await hub.consumer({ onOther: (_message, { text }) => void texts.push(text) });
        await hub.put('message', JSON.stringify(other));
        await until(() => texts.length === 1);
        assert.equal(texts[0], JSON.stringify(other));
      }),
  );

  test(
    'one that expires unread never comes, and its sender is told; one that comes late says so',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const expired: [string, boolean][] = [];
        await hub.put('message', JSON.stringify(hub.write({}, 'unread')), { expiration: '1' });
        await until(() => hub.errors.length === 1);
        assert.equal(hub.errors[0]?.errorCode.statusCode, 500);
        const late = hub.write({}, 'late');
        late.dateTimeSent = toHubInstant('2026-01-01T08:00:00+01:00', 'Europe/Paris');
        late.dateTimeExpires = toHubInstant('2026-01-01T09:00:00+01:00', 'Europe/Paris');
        await hub.put('message', JSON.stringify(late));
        await hub.consumer({
          onAppointment: (message, delivery) =>
            void expired.push([message.distributionID.split('_')[1]!, delivery.expired]),
        });
        await until(() => hub.acknowledgements.length === 2);
        assert.deepEqual(expired, [['late', true]]);
      }),
  );

  test(
    'acknowledgements and errors about its own messages reach the program',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const got: unknown[] = [];
        const consumer = await hub.consumer({
          onAcknowledgement: ({ reference }) => void got.push(reference.distributionID),
          onHubError: ({ error, senderID }) =>
            void got.push([senderID, error.errorCode.statusCode]),
        });
        // Nobody has this id: what is acknowledged to it cannot be delivered.
        const unknown = { distributionID: 'fr.health.gone_1', senderID: 'fr.health.gone' };
        await consumer.acknowledge({ ...unknown, status: 'Actual' }, 'SUPPRIME');
        await until(() => got.length === 1);
        assert.deepEqual(got, [[HUB_ID, 501]]);
        // Two dispatch programs that write to each other.
        const own = { distributionID: `${hub.clientId}_7`, senderID: hub.clientId };
        await consumer.acknowledge({ ...own, status: 'Actual' }, 'CONSULTE');
        await until(() => got.length === 2);
        assert.equal(got[1], own.distributionID);
        await consumer.stop();
        assert.equal(hub.standIn.refused.length, 1);
      }),
  );

  test('an exercise is answered as an exercise', { skip: noBroker }, () =>
    withHub(async (hub) => {
      const store = new MemoryHubStore();
      const exercise = { ...hub.write(), distributionStatus: 'Exercise' as const };
      const kept: boolean[] = [];
      const keep = store.keep.bind(store);
      store.keep = (message, answers) => {
        kept.push(...answers.map((answer) => answer.exercise));
        return keep(message, answers);
      };
      await hub.consumer({ store });
      await hub.send(exercise);
      await until(() => hub.acknowledgements.length === 2);
      assert.deepEqual(kept, [true]);
    }),
  );
});
