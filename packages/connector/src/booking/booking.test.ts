import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { writeAppointment, writeBooking } from '@sas-kit/fhir';
import type { AgendaSource, BookingAnswer, BookingRequest, OfferedSlot } from '../agenda.ts';
import { createConnector } from '../connector.ts';
import { appointment } from '../testing/appointment.ts';
import { careless, offer, slot } from '../testing/agenda.ts';
import { ask, idsOf, slotSearch, type Received } from '../testing/client.ts';
import { serve } from '../testing/serve.ts';

const body = (changes: object = {}): object => ({
  ...writeAppointment(appointment('a')).resource,
  slot: [{ reference: 'Slot/s' }],
  ...changes,
});

const BOOKED: BookingAnswer = {
  outcome: 'booked',
  start: '2026-11-22T09:00:00+01:00',
  end: '2026-11-22T09:15:00+01:00',
};

const SLOTS = [slot({ id: 's' }), slot({ id: 'n° 5/é' })];

async function using(
  book: AgendaSource['book'],
  use: (post: (of: object) => Promise<Received>, base: string) => Promise<void>,
  slots: readonly OfferedSlot[] = SLOTS,
  cancel?: AgendaSource['cancel'],
): Promise<void> {
  const connector = createConnector({
    agenda: { ...careless(offer(slots)), ...(book && { book }), ...(cancel && { cancel }) },
    baseUrl: 'https://agenda.example/fhir',
    deadlineMs: 50,
    onError: () => undefined,
  });
  const { origin, close } = await serve(connector.handle);
  const headers = { 'Content-Type': 'application/fhir+json' };
  try {
    await use(
      (of) =>
        ask(`${origin}/fhir/Appointment`, { method: 'POST', headers, body: JSON.stringify(of) }),
      `${origin}/fhir`,
    );
  } finally {
    await close();
  }
}

suite('booking in one step', () => {
  test('asks the vendor for its own slot and answers the appointment', async () => {
    const asked: BookingRequest[] = [];
    await using(
      (request) => {
        asked.push(request);
        return BOOKED;
      },
      async (post, base) => {
        const { status, headers, body: answer } = await post(body());
        assert.equal(status, 201);
        assert.match(headers.get('location') ?? '', /Appointment\?identifier=/);
        assert.equal(answer.start, '2026-11-22T09:00:00.000+01:00');
        assert.deepEqual(answer.slot, [{ reference: 'Slot/s' }]);
        assert.equal(asked[0]?.slot, 's');
        assert.equal(asked[0]?.appointment.regulator.value, '3456780581/11242343');

        const found = await ask(base + slotSearch());
        const id = idsOf(found.body, 'Slot').find((each) => each !== 's') ?? '';
        assert.match(id, /^[A-Za-z0-9.-]+$/);
        await post(body({ slot: [{ reference: `https://agenda.example/fhir/Slot/${id}` }] }));
        assert.equal(asked[1]?.slot, 'n° 5/é');
      },
    );
  });

  test('the short reference is for the practice; what is none is left out', async () => {
    const references: (string | undefined)[] = [];
    await using(
      ({ reference }) => {
        references.push(reference);
        return BOOKED;
      },
      async (post) => {
        const booking = { slot: 's', reference: '4K7P', appointment: appointment('a') };
        const resource = writeBooking(booking).resource!;
        const [own, reference] = resource.identifier;
        for (const value of ['4K7P', 'Camille Fictif, 06']) {
          const sent = { ...resource, identifier: [own, { ...reference, value }] };
          assert.equal((await post(sent)).status, 201);
        }
        assert.equal((await post(body())).status, 201);
      },
    );
    assert.deepEqual(references, ['4K7P', undefined, undefined]);
  });

  const ANSWERS: [string, AgendaSource['book'], number][] = [
    ['taken by somebody else', () => ({ outcome: 'taken' }), 409],
    ['a slot that is not there', () => ({ outcome: 'unknown' }), 404],
    ['no answer', () => undefined as never, 404],
    ['too slow', () => new Promise(() => undefined), 503],
    ['an error', () => Promise.reject(new Error('secret')), 503],
    ['booked at no time', () => ({ outcome: 'booked', start: 'x', end: 'y' }), 503],
  ];
  for (const [name, book, expected] of ANSWERS) {
    test(`${name}: ${expected}`, () =>
      using(book, async (post) => {
        const { status, body: outcome } = await post(body());
        assert.equal(status, expected);
        assert.equal(outcome.resourceType, 'OperationOutcome');
      }));
  }

  const WRONG: [string, object, number][] = [
    ['another resource', body({ resourceType: 'Slot' }), 400],
    ['no slot', body({ slot: undefined }), 422],
    ['two slots', body({ slot: [{ reference: 'Slot/s' }, { reference: 'Slot/t' }] }), 422],
    ['a reference that is none', body({ slot: [{ reference: 'Schedule/s' }] }), 422],
    ['null for a slot', body({ slot: [null] }), 422],
    ['no identifier', body({ identifier: [] }), 422],
    ['no regulator', body({ extension: [] }), 422],
    ['a cancellation', body({ status: 'cancelled' }), 422],
  ];
  for (const [name, of, expected] of WRONG) {
    test(`${name}: ${expected}, nobody is asked`, () =>
      using(
        () => assert.fail('asked'),
        async (post) => {
          assert.equal((await post(of)).status, expected);
        },
      ));
  }

  for (const changes of [
    { consent: false },
    { audience: 'own-patients' },
    { audience: 'structure' },
    { practitioner: 'nobody' },
    { visibility: [] },
  ] as const) {
    test(`a slot that no search sends is not to be had by its id: ${JSON.stringify(changes)}`, () =>
      using(
        () => assert.fail('asked'),
        async (post) => {
          const { status, body: outcome } = await post(body());
          assert.equal(status, 404);
          assert.equal(outcome.issue[0].code, 'not-found');
        },
        [slot({ id: 's', ...changes })],
      ));
  }

  test('a slot that is no longer free is the vendor’s to judge: it may be the same booking', () =>
    using(
      () => BOOKED,
      async (post) => assert.equal((await post(body())).status, 201),
      [slot({ id: 's', status: 'busy' })],
    ));

  test('is not there for a vendor that does not offer it', () =>
    using(undefined, async (post) => {
      assert.equal((await post(body())).status, 404);
    }));
});

suite('cancelling what was booked in one step', () => {
  const CANCELLED = { status: 'cancelled' };
  const own = body(CANCELLED) as { identifier: [{ system: string; value: string }] };
  const criterion = `${own.identifier[0].system}|${own.identifier[0].value}`;

  async function put(
    cancel: AgendaSource['cancel'],
    of: object = body(CANCELLED),
    identifier: string | null = criterion,
  ): Promise<Received> {
    let received: Received | undefined;
    await using(
      () => BOOKED,
      async (_post, base) => {
        const query = identifier === null ? '' : `?identifier=${encodeURIComponent(identifier)}`;
        received = await ask(`${base}/Appointment${query}`, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/fhir+json' },
          body: JSON.stringify(of),
        });
      },
      SLOTS,
      cancel,
    );
    return received!;
  }

  test('asks the vendor by the identifier of the booking and answers it cancelled', async () => {
    const asked: string[] = [];
    const { status, body: answer } = await put(({ appointment }) => {
      asked.push(`${appointment.identifier.system}|${appointment.identifier.value}`);
      return { outcome: 'cancelled' };
    });
    assert.deepEqual([status, answer.status], [200, 'cancelled']);
    assert.equal(answer.identifier[0].value, own.identifier[0].value);
    assert.deepEqual(asked, [criterion]);
  });

  const ANSWERS: [string, AgendaSource['cancel'], number][] = [
    ['one that the practice cancels', () => ({ outcome: 'refused' }), 409],
    ['one that was never booked', () => ({ outcome: 'unknown' }), 404],
    ['no answer', () => undefined as never, 404],
    ['too slow', () => new Promise(() => undefined), 503],
    ['an error', () => Promise.reject(new Error('secret')), 503],
  ];
  for (const [name, cancel, expected] of ANSWERS) {
    test(`${name}: ${expected}`, async () => {
      const { status, body: outcome } = await put(cancel);
      assert.deepEqual([status, outcome.resourceType], [expected, 'OperationOutcome']);
      assert.doesNotMatch(JSON.stringify(outcome), /secret/);
    });
  }

  const WRONG: [string, object, string | null, number][] = [
    ['no identifier in the address', body(CANCELLED), null, 400],
    ['that of another one', body(CANCELLED), `${criterion}0`, 400],
    ['another state', body(), criterion, 422],
    ['another resource', body({ ...CANCELLED, resourceType: 'Slot' }), criterion, 400],
  ];
  for (const [name, of, identifier, expected] of WRONG) {
    test(`${name}: ${expected}, nobody is asked`, async () => {
      const { status } = await put(() => assert.fail('asked'), of, identifier);
      assert.equal(status, expected);
    });
  }

  test('is not there for a vendor that does not offer it', async () => {
    const { status, headers } = await put(undefined);
    assert.deepEqual([status, headers.get('allow')], [405, 'POST']);
  });

  test('nor for one that books none so', () =>
    using(
      undefined,
      async (_post, base) => {
        const { status } = await ask(`${base}/Appointment`, { method: 'PUT' });
        assert.equal(status, 404);
      },
      SLOTS,
      () => assert.fail('asked'),
    ));
});
