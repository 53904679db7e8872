import {
  createSasClient,
  type Appointment,
  type AttentionReason,
  type Orientation,
  type OrientationEvent,
  type StreamStatus,
  type Transmission,
} from '@sas-kit/client';
import * as fixtures from '../../../testing/fixtures.ts';
import type { OrientationListClient } from '../feed.ts';

/** How far dispatch software is told. */
export const transmission = (change: Partial<Transmission> = {}): Transmission => ({
  state: 'acknowledged',
  at: '2026-11-23T14:06:00+01:00',
  step: 'INTEGRE',
  code: null,
  rule: null,
  detail: null,
  without: [],
  ...change,
});

/** An orientation of the reader's, booked. */
export function orientation(id: string, change: Partial<Orientation> = {}): Orientation {
  const appointment = 'appointment' in change ? change.appointment : booked(`a-${id}`);
  return {
    id,
    state: 'done',
    outcome: 'unscheduled-consultation',
    form: null,
    hub: { typeDecision: 'ORIENT', typeOrientation: 'CABINET', typeRessource: null },
    category: 'PS',
    decision: {
      kind: 'dispatch-case',
      role: 'regulator',
      decidedAt: '2026-11-23T14:00:00+01:00',
      id: null,
      version: null,
      title: null,
      assessedBy: null,
    },
    executedBy: { role: 'unscheduled-care-operator' },
    executedIn: null,
    mine: true,
    caseRef: 'SAMU76-2026-0412',
    place: { insee: '76351', label: 'Le Havre' },
    territory: 'le-havre-fecamp',
    appointmentId: appointment?.id ?? null,
    reference: appointment?.reference ?? null,
    appointment: appointment ?? null,
    firstStart: appointment?.slot.start ?? null,
    recipient: null,
    followUp: appointment ? 'booked' : null,
    triggeredAt: null,
    ownDoctor: null,
    instructionsGiven: null,
    withinHours: 24,
    created: '2026-11-23T14:05:00+01:00',
    withdrawnAt: null,
    attention: null,
    ...change,
  };
}

/** An appointment of which dispatch software is told. */
export const booked = (id: string, change: Partial<Appointment> = {}): Appointment =>
  fixtures.appointment({ id, transmission: transmission(), ...change });

/** The same orientation once something has happened to its appointment. */
export function struck(
  one: Orientation,
  reason: AttentionReason,
  at = '2026-11-23T14:19:00+01:00',
): Orientation {
  const attention = { reason, at, acknowledgedAt: null };
  const { appointment } = one;
  switch (appointment && reason) {
    case 'cancelled':
      return {
        ...{ ...one, attention, followUp: 'cancelled' },
        appointment: { ...appointment!, status: 'cancelled' },
      };
    case 'moved':
      return {
        ...{ ...one, attention, followUp: 'moved' },
        appointment: { ...appointment!, slot: fixtures.slot('2026-11-24T11:00:00+01:00') },
      };
    case 'overdue':
      return {
        ...{ ...one, attention, state: 'to-confirm', followUp: 'pending' },
        appointment: { ...appointment!, status: 'pending', overdue: true },
      };
    default:
      return { ...one, attention };
  }
}

/** What the platform answers in place of its own: a status and a code. */
export interface Refused {
  readonly status: number;
  readonly code: string;
}

/** A platform in memory that tells orientations to the client's own stream. */
export class FakeOrientations {
  items: Orientation[];
  /** Addresses that were asked for, with the method. */
  readonly asked: string[] = [];
  readonly bodies: unknown[] = [];
  /** What each connection tells besides the orientations: everything was told. */
  done = true;
  /** Answers that a test puts in the place of the platform's, by the end of the path. */
  readonly refused = new Map<string, Refused | 'hanging' | 'offline'>();
  retried: Transmission = transmission({ state: 'queued', step: null });
  #line: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(...items: Orientation[]) {
    this.items = items;
  }

  readonly #sdk = createSasClient({
    baseUrl: 'https://platform.example',
    token: 'operator',
    fetch: (input, init) => this.#answer(new Request(input, init)),
  });
  /** The client, whose last sign of life is of the fixtures' time. */
  readonly client: OrientationListClient = {
    appointments: this.#sdk.appointments,
    transmissions: this.#sdk.transmissions,
    orientations: {
      ...this.#sdk.orientations,
      stream: (query, options) => {
        const since = Date.parse(fixtures.asOf);
        const onState = (status: StreamStatus) => options?.onState?.({ ...status, since });
        return this.#sdk.orientations.stream(query, { ...options, onState });
      },
    },
  };

  /** Tells what was made or changed. */
  tell(...items: Orientation[]): void {
    for (const one of items) {
      this.items = [...this.items.filter(({ id }) => id !== one.id), one];
      this.#write({ event: 'orientation', data: one });
    }
  }

  /** Ends the connection; the next one fails. */
  hangUp(): void {
    this.refused.set('stream', 'offline');
    this.#line?.close();
  }

  #write({ event, data }: OrientationEvent): void {
    this.#line?.enqueue(
      new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    );
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const what = pathname.split('/').at(-1) ?? '';
    this.asked.push(`${request.method} ${pathname}`);
    const refused = this.refused.get(what);
    if (refused === 'hanging') return new Promise(() => undefined);
    if (refused === 'offline') throw new TypeError('network');
    if (refused) {
      const { status, code } = refused;
      const problem = { type: 'about:blank', title: code, status, code, requestId: 'r-1' };
      const headers = { 'content-type': 'application/problem+json' };
      return new Response(JSON.stringify(problem), { status, headers });
    }
    if (what === 'stream') return this.#open();
    this.bodies.push(request.method === 'POST' && request.body ? await request.json() : null);
    if (what === 'transmission') return Response.json(this.retried);
    if (what === 'confirm' || what === 'cancel')
      return Response.json(this.#close(pathname.split('/').at(-2) ?? '', what));
    if (request.method === 'GET') return Response.json(this.items.find(({ id }) => id === what));
    return Response.json(this.#acknowledge(pathname.split('/').at(-2) ?? ''));
  }

  #open(): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (line) => {
        this.#line = line;
        for (const data of this.items) this.#write({ event: 'orientation', data });
        if (this.done) this.#write({ event: 'done', data: { asOf: fixtures.asOf } });
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  /** Somebody says what came of an appointment: what was to be found out is. */
  #close(id: string, what: 'confirm' | 'cancel'): Appointment | null {
    const status = what === 'confirm' ? 'booked' : 'cancelled';
    this.items = this.items.map((one) =>
      one.appointmentId === id && one.appointment
        ? {
            ...{ ...one, state: 'done', followUp: status },
            appointment: { ...one.appointment, status, overdue: false },
            attention: one.attention && { ...one.attention, acknowledgedAt: fixtures.asOf },
          }
        : one,
    );
    return this.items.find(({ appointmentId }) => appointmentId === id)?.appointment ?? null;
  }

  #acknowledge(id: string): Orientation | undefined {
    this.items = this.items.map((one) =>
      one.id === id && one.attention
        ? { ...one, attention: { ...one.attention, acknowledgedAt: fixtures.asOf } }
        : one,
    );
    return this.items.find((one) => one.id === id);
  }
}
