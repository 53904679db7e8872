import { type Check, type Fault, type Scene, Skip } from '../check.ts';
import type { Exchange } from '../http/exchange.ts';
import { CREATED_OR_UPDATED, judgeStatus } from '../checks/writing/judge.ts';
import { judgeSame } from '../checks/writing/location.ts';
import { type Row, toChecks } from '../checks/row.ts';
import {
  type Body,
  bodyOf,
  criterionOf,
  freshAppointment,
  make,
  PAGE,
  post,
  put,
  stateIn,
  TYPE,
} from './requests.ts';

const MINUTE = 60_000;

/** The same message with the time at which the editor wrote it. */
function writtenAt(body: Body, ms: number): Body {
  const meta = (body['meta'] ?? {}) as Body;
  return { ...body, meta: { ...meta, lastUpdated: new Date(ms).toISOString() } };
}

function judgeState(answer: Exchange, expected: string): Fault[] {
  const found = stateIn(answer);
  if (found === null || found === expected) return [];
  return [
    {
      place: 'Appointment.status',
      message: {
        fr: `${found} au lieu de ${expected} après un message en retard`,
        en: `${found} instead of ${expected} after a late message`,
      },
      exchange: answer,
    },
  ];
}

/** The cancellation overtakes the creation. */
async function lateCreation(scene: Scene): Promise<readonly Fault[]> {
  const appointment = freshAppointment(scene);
  const cancelled = bodyOf(scene, { ...appointment, status: 'cancelled' });
  const first = await put(scene, criterionOf(appointment), writtenAt(cancelled, scene.now));
  const late = await post(scene, writtenAt(bodyOf(scene, appointment), scene.now - MINUTE), {
    'if-none-exist': criterionOf(appointment),
  });
  const faults = judgeStatus(first, CREATED_OR_UPDATED);
  if (late.status >= 500) return [...faults, ...judgeStatus(late, CREATED_OR_UPDATED)];
  if (late.status >= 400) return faults;
  return [...faults, ...judgeSame(first, late, TYPE), ...judgeState(late, 'cancelled')];
}

/** A retried older update comes after a newer one. */
async function lateUpdate(scene: Scene): Promise<readonly Fault[]> {
  const { appointment } = await make(scene);
  const criterion = criterionOf(appointment);
  const send = (status: 'cancelled' | 'booked', ms: number) =>
    put(scene, criterion, writtenAt(bodyOf(scene, { ...appointment, status }), ms));
  const newer = await send('cancelled', scene.now + 2 * MINUTE);
  const late = await send('booked', scene.now + MINUTE);
  const faults = judgeStatus(newer, CREATED_OR_UPDATED);
  if (late.status >= 500) return [...faults, ...judgeStatus(late, CREATED_OR_UPDATED)];
  if (late.status >= 400) return faults;
  if (stateIn(late) === null) {
    throw new Skip({
      fr: 'les réponses ne portent pas le rendez-vous (Prefer: return=representation)',
      en: 'the answers do not carry the appointment (Prefer: return=representation)',
    });
  }
  return [
    ...faults,
    ...judgeState(late, 'cancelled').map((fault): Fault => ({ ...fault, severity: 'warning' })),
  ];
}

/** Creation, update and cancellation, all sent again in another order. */
async function replayed(scene: Scene): Promise<readonly Fault[]> {
  const { appointment, answer } = await make(scene);
  const criterion = criterionOf(appointment);
  const messages = (['booked', 'noshow', 'cancelled'] as const).map((status, index) =>
    writtenAt(bodyOf(scene, { ...appointment, status }), scene.now + index * MINUTE),
  );
  const [booked, noshow, cancelled] = messages;
  const faults: Fault[] = [];
  for (const message of [cancelled, noshow, cancelled, booked, cancelled]) {
    const updated = await put(scene, criterion, message);
    if (updated.status >= 400 && updated.status < 500) continue;
    faults.push(...judgeStatus(updated, CREATED_OR_UPDATED), ...judgeSame(answer, updated, TYPE));
  }
  const last = await put(scene, criterion, cancelled);
  return [...faults, ...judgeState(last, 'cancelled')];
}

const MEND = {
  fr: 'garder le message le plus récent (meta.lastUpdated, à défaut l’ordre d’arrivée des PUT)',
  en: 'keep the latest message (meta.lastUpdated, else the order in which PUTs arrive)',
};

const ROWS: readonly Row[] = [
  [
    'late-creation',
    {
      fr: 'une création qui arrive après l’annulation ne ressuscite rien',
      en: 'a creation that arrives after the cancellation brings nothing back',
    },
    `${PAGE}, PUT d’un inconnu = création`,
    MEND,
    lateCreation,
  ],
  [
    'late-update',
    {
      fr: 'une mise à jour plus ancienne (meta.lastUpdated) ne remplace pas la plus récente',
      en: 'an older update (meta.lastUpdated) does not replace the latest one',
    },
    'FHIR R4, meta.lastUpdated ; le guide ne donne pas d’autre horodatage',
    MEND,
    lateUpdate,
  ],
  [
    'replayed',
    {
      fr: 'des messages répétés et mélangés finissent dans le même état',
      en: 'messages repeated and shuffled end in the same state',
    },
    `${PAGE}, PUT conditionnel idempotent`,
    MEND,
    replayed,
  ],
];

/** Messages out of order. */
export const ORDER: readonly Check[] = toChecks('appointments', ROWS);
