import { applyToAppointment, HUB_ID, parseHubMessage } from '@sas-kit/fhir/hub';
import type { Got, Misconduct } from '../testing/dispatch-program.ts';
import { REFUSALS } from './refusals.ts';

/** A fault of a dispatch program, and the check that must see it. */
export interface LrmFault {
  /** Id of the check. */
  readonly check: string;
  /** What is wrong. */
  readonly name: string;
  readonly misconduct: Misconduct;
  /** What must come out. Default `failed`. */
  readonly status?: 'warning';
  /** Default 20,000: only a check that waits in vain waits that long. */
  readonly deadlineMs?: number;
}

const appointmentIn = ({ read }: Got) =>
  read.message?.useCase === 'appointment' ? read.message.appointment : null;

/** Refuses messages about appointments for which this holds. */
function refusing(holds: (got: Got) => boolean, statusCode = 704): Misconduct {
  return {
    refuses: (got) => (appointmentIn(got) !== null && holds(got) ? statusCode : null),
  };
}

/** Refuses by what the appointment is; `known`: a message about it came before. */
function refusingAppointments(
  holds: (appointment: NonNullable<ReturnType<typeof appointmentIn>>, known: boolean) => boolean,
  statusCode?: number,
): Misconduct {
  return refusing((got) => {
    const appointment = appointmentIn(got)!;
    const known = got.before.some((text) => text.includes(`"${appointment.appointmentId}"`));
    return holds(appointment, known);
  }, statusCode);
}

/** Every answer leaves otherwise. */
const leaving = (change: NonNullable<Misconduct['leaving']>): Misconduct => ({ leaving: change });

const headerOf = (body: any): any => body.content[0].jsonContent.embeddedJsonContent.message;

const toZ = (text: string): string => new Date(text).toISOString();

type Rows = readonly (readonly [check: string, name: string, misconduct: Misconduct])[];

const MESSAGES: Rows = [
  ['create', 'everything is refused', refusing(() => true)],
  ['categories', 'PDM is unknown', refusingAppointments((a) => a.orientationCategory === 'PDM')],
  [
    'sos-pending',
    'a creation is never pending',
    refusingAppointments((a) => a.status === 'pending'),
  ],
  ['structure-only', 'wants a practitioner', refusingAppointments((a) => !a.practitioner)],
  ['least', 'wants an end', refusingAppointments((a) => a.end === undefined)],
  ['zones', 'wants the offset of Paris', refusingAppointments((a) => !/\+0[12]:00$/.test(a.start))],
  ['text', 'wants ASCII', refusingAppointments((a) => /𝒜/u.test(a.practitioner?.firstName ?? ''))],
  ['more-header', 'a closed header', refusing(({ text }) => text.includes('"extension"'))],
  ['scheme-capital', 'wants hubex', refusing(({ text }) => text.includes('"Hubex"'))],
  ['move', 'no updates', refusingAppointments((a) => a.method === 'UpdateAppointment')],
  ...['pending', 'booked', 'fulfilled', 'noshow', 'cancelled'].map(
    (status) =>
      [
        `status-${status}`,
        'it is unknown',
        refusingAppointments((a) => a.method === 'UpdateAppointment' && a.status === status),
      ] as const,
  ),
  [
    'unknown-update',
    '701 for what is unknown',
    refusingAppointments((a, known) => a.method === 'UpdateAppointment' && !known, 701),
  ],
  [
    'unknown-cancellation',
    '702 for what is unknown',
    refusingAppointments((a, known) => a.status === 'cancelled' && !known, 702),
  ],
];

const QUEUES: Rows = [
  ['message', 'reads nothing', { reads: [] }],
  ['ack', 'reads messages only', { reads: ['message'] }],
  ['info', 'reads messages only', { reads: ['message'] }],
];

const ANSWERS: Rows = [
  [
    'exchange',
    'straight into the queue of the platform',
    leaving((out, { read }) => {
      out.exchange = '';
      out.routingKey = `${read.senderID}.ack`;
    }),
  ],
  ['content-type', 'text/plain', leaving((out) => (out.properties.contentType = 'text/plain'))],
  ['format', 'cut off', leaving((out) => (out.body = JSON.stringify(out.body).slice(0, -20)))],
  ['schema', 'one member too many', leaving((out) => (out.body.version = 1))],
  [
    'schema',
    'sentAt ends in Z',
    leaving(({ body }) => {
      const header = headerOf(body);
      if (header.sentAt !== undefined) header.sentAt = toZ(header.sentAt);
    }),
  ],
  [
    'party',
    'nobody of the Hub',
    leaving(({ body }) => {
      body.senderID = 'com.vendor.lrm';
      body.descriptor.explicitAddress.explicitAddressValue = 'com.vendor.sas';
    }),
  ],
  ['sender', 'another senderID', leaving(({ body }) => (body.senderID = 'fr.health.samu000'))],
  ['persistence', 'not persistent', leaving((out) => (out.properties.deliveryMode = 1))],
  [
    'distribution-id',
    'the id of the Hub, as in the guide',
    leaving(({ body }) => (body.distributionID = `${HUB_ID}_${crypto.randomUUID()}`)),
  ],
  [
    'expiry',
    'expired at once',
    leaving(({ body }) => (body.dateTimeExpires = '2020-01-01T00:00:00+01:00')),
  ],
  [
    'route',
    'to nobody',
    leaving(({ body }) => {
      body.descriptor.explicitAddress.explicitAddressValue = 'fr.health.test.ptfsas-nobody';
    }),
  ],
  [
    'queue',
    'an acknowledgement is a Report',
    leaving(({ body }) => {
      if (body.distributionKind === 'Ack') body.distributionKind = 'Report';
    }),
  ],
  [
    'header-kind',
    'Report in the header',
    leaving(({ body }) => {
      if (body.distributionKind === 'Ack') headerOf(body).kind = 'Report';
    }),
  ],
  [
    'own-ids',
    'one id for both steps',
    leaving(({ body }, { read }) => {
      if (body.distributionKind === 'Ack')
        body.distributionID = `${body.senderID}_${read.distributionID?.split('_')[1]}`;
    }),
  ],
  [
    'no-z',
    'the envelope is in UTC',
    leaving(({ body }) => (body.dateTimeSent = toZ(body.dateTimeSent))),
  ],
  ['exercise', 'all is real', leaving(({ body }) => (body.distributionStatus = 'Actual'))],
];

const nth = (every: number) => {
  let count = 0;
  return () => (count += 1) % every === 0;
};

const ORDER: Rows = [
  [
    'duplicate',
    'an error for what it knows',
    refusing(({ text, before }) => before.includes(text), 300),
  ],
  [
    'created-again',
    'an error that says something else',
    refusingAppointments((a, known) => known && a.method === 'CreateAppointment', 704),
  ],
  [
    'late-creation',
    'an error that says something else',
    refusingAppointments((a, known) => known && a.method === 'CreateAppointment', 704),
  ],
  [
    'late-update',
    'an error that says something else',
    refusingAppointments((a, known) => known && a.status === 'booked', 704),
  ],
  ['burst', 'each tenth is lost', refusing(nth(10), 700)],
  [
    'answers-to-answers',
    'an acknowledgement is acknowledged',
    { takes: ({ queue }) => queue === 'ack' },
  ],
];

/** Takes nothing in order after something that it could not read. */
const brokenByRubbish = (): Misconduct => {
  let broken = false;
  return {
    refuses: ({ queue, text, contentType }) => {
      if (broken) return 700;
      broken =
        queue === 'message' &&
        (contentType !== 'application/json' ||
          text.length > 1_000_000 ||
          text.includes('\uFFFD') ||
          parseHubMessage(text).distributionID === null);
      return null;
    },
  };
};

const SURVIVED = /\/(empty|array|not-utf8|xml|deep|large)$/;

/** Of another use case, which may be taken, it says that the case is there already and breaks. */
const TAKES_RUBBISH: Misconduct = {
  takes: ({ queue, read }) => queue === 'message' && read.message?.useCase !== 'appointment',
  refuses: ({ before }) => (before.some((text) => text.includes('customContent')) ? 700 : null),
};

const last: typeof applyToAppointment = (_known, message) => applyToAppointment(null, message);
const inOrderOfArrival: Misconduct = { applies: last };
const firstOnly: Misconduct = {
  applies: (known, message) =>
    known === null
      ? applyToAppointment(null, message)
      : { ...applyToAppointment(known, message), record: known },
};

const SCREEN: Rows = [
  [
    'created',
    'loses the practitioner',
    { shows: (all) => all.map(({ practitioner: _, ...rest }) => rest) },
  ],
  ['created', 'the door is a page', { shows: () => ({ appointments: [] }) }],
  ['moved', 'keeps the first message', firstOnly],
  ['cancelled', 'keeps the first message', firstOnly],
  [
    'without-practitioner',
    'what a message does not say stays',
    {
      applies: (known, message) => {
        const { practitioner, ...rest } = { ...known?.appointment, ...message.appointment };
        const appointment = practitioner === undefined ? rest : { ...rest, practitioner };
        return applyToAppointment(null, { ...message, appointment });
      },
    },
  ],
  [
    'unknown-update',
    'shows what was created only',
    {
      shows: (all) => all.filter(({ method }) => method === 'CreateAppointment'),
    },
  ],
  ['one', 'each message is one more', { shows: (all) => [...all, ...all] }],
  ['late-creation', 'the last that comes stands', inOrderOfArrival],
  ['late-update', 'the last that comes stands', inOrderOfArrival],
  ['reordered', 'the last that comes stands', inOrderOfArrival],
  [
    'exercise',
    'shows exercises as real',
    {
      shows: (all) => all.map(({ exercise: _, ...rest }) => rest),
    },
  ],
];

const of = (group: string, rows: Rows): LrmFault[] =>
  rows.map(([check, name, misconduct]) => ({ check: `${group}/${check}`, name, misconduct }));

/** Faulty dispatch programs for every check. */
export const LRM_FAULTS: readonly LrmFault[] = [
  ...of('lrm-queues', QUEUES),
  ...of('lrm-messages', MESSAGES),
  ...of('lrm-answers', ANSWERS),
  ...of('lrm-order', ORDER),
  ...of('lrm-screen', SCREEN),
  ...REFUSALS.filter(({ id }) => !SURVIVED.test(id)).map(({ id }): LrmFault => ({
    check: id,
    name: 'it is taken',
    misconduct: TAKES_RUBBISH,
  })),
  ...REFUSALS.filter(({ id }) => SURVIVED.test(id)).map(({ id }): LrmFault => ({
    check: id,
    name: 'nothing is taken after it',
    misconduct: brokenByRubbish(),
  })),
  {
    check: 'lrm-messages/create',
    name: 'nothing is answered',
    misconduct: { mute: () => true },
    deadlineMs: 500,
  },
  {
    check: 'lrm-answers/integrated',
    name: 'says no more than RECU',
    misconduct: { steps: ['RECU'] },
    status: 'warning',
    deadlineMs: 10_000,
  },
];
