import type {
  Appointment,
  Orientation,
  OrientationRequest,
  Place,
  PracticeCall,
  PracticeCallRequest,
  Protocol,
  Session,
  Structure,
} from '@sas-kit/client';
import {
  failing,
  fakeClient,
  refusal,
  type Script,
  type Streaming,
} from '../../../testing/fake-client.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import type { OrientationClient } from '../client.ts';

const role = 'unscheduled-care-operator';

export const session = (roles: string[], rights = ['orientation:create']): Session =>
  ({
    subject: 'person-1',
    person: null,
    roles,
    rights,
    territories: ['le-havre'],
  }) as unknown as Session;

/** An orientation as the platform answers it. */
export const orientation = (change: Partial<Orientation> = {}): Orientation => ({
  id: 'orientation-1',
  state: 'done',
  outcome: 'unscheduled-consultation',
  form: null,
  hub: { typeDecision: 'ORIENT', typeOrientation: 'CABINET', typeRessource: null },
  category: null,
  decision: {
    kind: 'own',
    role: 'regulator',
    decidedAt: '2026-11-23T14:02:00+01:00',
    id: null,
    version: null,
    title: null,
    assessedBy: null,
  },
  executedBy: { role },
  executedIn: null,
  mine: true,
  caseRef: null,
  place: { insee: '76351', label: 'Le Havre' },
  territory: 'le-havre',
  appointmentId: null,
  reference: null,
  appointment: null,
  recipient: null,
  followUp: null,
  triggeredAt: null,
  ownDoctor: null,
  instructionsGiven: null,
  withinHours: null,
  firstStart: null,
  created: fixtures.asOf,
  withdrawnAt: null,
  attention: null,
  ...change,
});

/** A doctor's decision that nobody has carried out. */
export const waiting = orientation({
  id: 'orientation-waiting',
  state: 'to-execute',
  caseRef: 'DRM-2026-0042',
  withinHours: 24,
});

/** A visit that was decided yesterday in the dispatch program, whose practice is away at its time. */
export const lost = {
  ...orientation({
    id: 'orientation-lost',
    form: 'home-visit',
    caseRef: 'DRM-LOST',
    decision: {
      ...orientation().decision,
      kind: 'dispatch-case',
      decidedAt: '2026-11-22T13:05:00+01:00',
    },
    appointmentId: 'appointment-lost',
    reference: '7H2M',
    firstStart: '2026-11-24T09:20:00+01:00',
    followUp: 'booked',
    ownDoctor: { said: 'known', call: 'refused' },
    attention: { reason: 'absence', at: fixtures.asOf, acknowledgedAt: null },
  }),
  appointment: fixtures.appointment({ id: 'appointment-lost', reference: '7H2M' }),
};

export const protocol: Protocol = {
  id: 'protocol-1',
  territory: 'le-havre',
  purpose: 'regulation',
  title: 'Consultation dans les 48 heures',
  version: 2,
  state: 'in-force',
  outcomes: ['unscheduled-consultation', 'advice'],
  roles: [role, 'call-taker'],
  text: 'Texte de démonstration, non validé.',
  source: 'Démonstration',
  validFrom: '2026-01-01',
  validUntil: null,
  supersedes: null,
  signatures: [],
  created: '2026-01-01T09:00:00+01:00',
};

/** Under which a nurse redirects. */
export const redirection: Protocol = {
  ...protocol,
  id: 'protocol-2',
  purpose: 'redirection',
  title: 'Réorientation à l’accueil',
  version: 3,
  outcomes: ['unscheduled-consultation', 'emergency-department'],
  roles: ['triage-nurse'],
};

/** SOS Médecins, by telephone. */
export const sos: Structure = {
  id: 'structure-sos',
  nationalId: null,
  kind: 'sos',
  name: 'SOS Médecins de démonstration',
};

/** What a test puts in the place of the platform's answers. */
export interface OrientationScript {
  roles?: string[];
  rights?: string[];
  search?: Partial<Script> & Streaming;
  waiting?: Orientation[];
  protocols?: Protocol[];
  session?: OrientationClient['session']['get'];
  create?: OrientationClient['orientations']['create'];
  withdraw?: OrientationClient['orientations']['withdraw'];
  call?: OrientationClient['practiceCalls']['create'];
  structures?: Structure[];
}

/** A client in memory for a desk, which remembers what it was asked. */
export interface FakeDesk {
  readonly client: OrientationClient;
  readonly requests: OrientationRequest[];
  readonly keys: (string | undefined)[];
  readonly withdrawn: string[];
  readonly calls: PracticeCallRequest[];
  readonly search: ReturnType<typeof fakeClient>;
}

function answerOf(request: OrientationRequest): Orientation {
  const { outcome, form, caseRef, triggeredAt, slotId, appointmentId, decision } = request;
  const { overbooking, recipient } = request;
  const booked = slotId ?? appointmentId ?? overbooking;
  const appointment: Appointment | null = booked
    ? fixtures.appointment({
        ...(overbooking && {
          overbooked: true,
          slot: { ...fixtures.held, start: overbooking.start },
        }),
      })
    : null;
  const open = outcome === 'unscheduled-consultation' && !booked && !recipient;
  return orientation({
    outcome,
    form: form ?? null,
    caseRef: caseRef ?? null,
    triggeredAt: triggeredAt ?? null,
    state: open ? 'to-execute' : 'done',
    decision: { ...orientation().decision, kind: decision.kind },
    recipient: recipient ? sos : null,
    appointment,
    appointmentId: appointment?.id ?? null,
    reference: appointment?.reference ?? null,
    followUp: appointment ? 'booked' : null,
  });
}

export function fakeDesk(script: OrientationScript = {}): FakeDesk {
  const requests: OrientationRequest[] = [];
  const keys: (string | undefined)[] = [];
  const withdrawn: string[] = [];
  const calls: PracticeCallRequest[] = [];
  const communes: Place[] = fixtures.places.filter(({ kind }) => kind === 'commune');
  const search = fakeClient({
    places: async () => ({ items: communes, next: null }),
    ...script.search,
  });
  const unused = failing(refusal('not-found', 404));
  const client: OrientationClient = {
    ...search,
    session: {
      get: script.session ?? (async () => session(script.roles ?? [role], script.rights)),
      end: unused,
      acceptTerms: unused,
    },
    orientations: {
      list: async () => ({ items: script.waiting ?? [waiting], next: null }),
      create: async (request, options) => {
        requests.push(request);
        keys.push(options?.idempotencyKey);
        return (script.create ?? (async () => answerOf(request)))(request, options);
      },
      withdraw: async (id, options) => {
        withdrawn.push(id);
        const taken = async () => orientation({ state: 'withdrawn', withdrawnAt: fixtures.asOf });
        return (script.withdraw ?? taken)(id, options);
      },
      get: unused,
      acknowledge: unused,
      stream: async function* () {
        yield await unused();
      },
    },
    practiceCalls: {
      create: async (call, options) => {
        calls.push(call);
        const made: PracticeCall = {
          id: 'call-1',
          scheduleId: null,
          structureId: null,
          practitionerId: null,
          caseRef: null,
          calledBy: { role },
          created: fixtures.asOf,
          ...call,
        };
        return (script.call ?? (async () => made))(call, options);
      },
      get: unused,
    },
    protocols: {
      list: async () => ({ items: script.protocols ?? [protocol], next: null }),
      create: unused,
      get: unused,
      sign: unused,
      end: unused,
      remove: unused,
    },
    structures: {
      list: async ({ kind } = {}) => ({
        items: (script.structures ?? []).filter((one) => one.kind === kind),
        next: null,
      }),
    },
  };
  return { client, requests, keys, withdrawn, calls, search };
}
