import {
  type AppointmentFacts,
  type AppointmentMessage,
  buildAppointmentMessage,
} from '@sas-kit/fhir/hub';
import { type Fault, type Scene, Skip } from '../check.ts';
import { fault } from '../fault.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { TrialHub } from './trial-hub.ts';

/** Page of the guide that the messages come from. */
export const PAGE = 'page de transmission des rendez-vous au LRM (INT_L02)';
/** Where the answers are described. */
export const ANSWERS = 'schémas RC-REF et RS-ERROR de SAMU-Hub-Modeles';
/** Where the rules of the dispatcher are. */
export const DISPATCHER = 'contrôles du dispatcher de SAMU-Hub-Santé';

const DAY = 86_400_000;
const QUARTER = 900_000;
const PARIS = 'Europe/Paris';

/** An appointment, and when it was told: ms from the start of the run. */
export interface Told extends Partial<AppointmentFacts> {
  readonly sentAfterMs?: number;
  readonly exercise?: boolean;
}

/** Start of the appointment that {@link write} tells about, ms since 1970. */
export function startOf({ now }: Scene): number {
  return now - (now % QUARTER) + DAY;
}

/** A message that is in order, about an appointment of its own unless `changes` names one. */
export function write(scene: Scene, changes: Told = {}): AppointmentMessage {
  const { sentAfterMs = 0, exercise = false, ...facts } = changes;
  const { platform, client } = scene.hub;
  const built = buildAppointmentMessage(
    {
      appointmentId: crypto.randomUUID(),
      method: 'CreateAppointment',
      created: new Date(scene.now),
      start: new Date(startOf(scene)),
      end: new Date(startOf(scene) + QUARTER),
      timeZone: PARIS,
      status: 'booked',
      orientation: 'PS',
      practitioner: { nationalId: '810999001000', family: 'LEROY', given: 'Camille' },
      organization: { name: 'Cabinet de démonstration', siret: '390000090200016' },
      regulator: { family: 'RÉGULATION', given: 'Essai', email: 'regulation@samu.example' },
      ...facts,
    },
    {
      sender: platform,
      recipient: client,
      id: crypto.randomUUID(),
      sentAt: new Date(scene.now + sentAfterMs),
      exercise,
    },
  );
  if (built.message !== null) return built.message;
  throw new Error(built.findings.map(({ rule, place }) => `${rule} ${place}`).join(', '));
}

/** An appointment as it travels. */
export function appointmentIn(message: AppointmentMessage) {
  return message.content[0]!.jsonContent.embeddedJsonContent.message.appointment;
}

/**
 * Finds out, once a run, whether the program says more than RECU.
 *
 * @returns what came of the first message of the run.
 */
export function firstOutcome(scene: Scene): Promise<Outcome> {
  return scene.shared('lrm first message', async () => {
    const message = write(scene);
    const { hub } = scene;
    await hub.send(message);
    const outcome = await hub.outcome(message.distributionID);
    if (outcome.kind !== 'silent') return outcome;
    const receipt = outcomeOf(hub.events, message.distributionID, true);
    hub.receiptIsFinal = receipt !== null;
    return receipt ?? outcome;
  });
}

/** Sends a message and waits for what comes of it. */
export async function tell(scene: Scene, message: AppointmentMessage): Promise<Outcome> {
  await firstOutcome(scene);
  const { hub } = scene;
  const since = hub.events.length;
  await hub.send(message);
  return outcomeFor(hub, message.distributionID, since);
}

/** Messages in a row without answer before no more are sent. */
const MOST_SILENT = 5;

/**
 * What comes of a message that was sent.
 *
 * @throws {Skip} where nothing was answered for long: the run would take hours.
 */
export async function outcomeFor(hub: TrialHub, id: string, since: number): Promise<Outcome> {
  if (hub.silent >= MOST_SILENT)
    throw new Skip({
      fr: `le programme n’a pas répondu aux ${MOST_SILENT} messages précédents : envoi arrêté`,
      en: `the program did not answer the ${MOST_SILENT} messages before: no more are sent`,
    });
  const outcome = await hub.outcome(id, since);
  hub.silent = outcome.kind === 'silent' ? hub.silent + 1 : 0;
  return outcome;
}

/** As {@link tell}. @throws {Skip} where it is not acknowledged: another check says why. */
export async function make(scene: Scene, changes: Told = {}): Promise<AppointmentMessage> {
  const message = write(scene, changes);
  const outcome = await tell(scene, message);
  if (outcome.kind === 'acknowledged') return message;
  throw new Skip({
    fr: `le rendez-vous de départ n’a pas été acquitté : ${sayFr(outcome)}`,
    en: `the appointment to start from was not acknowledged: ${sayEn(outcome)}`,
  });
}

/** What a message is, for a person: `UpdateAppointment cancelled`. */
function nameOf(message: AppointmentMessage): string {
  const { method, status } = appointmentIn(message);
  return `${method} ${status}`;
}

/** Faults when a message was not acknowledged. */
export function judgeAcknowledged(
  hub: TrialHub,
  message: AppointmentMessage,
  outcome: Outcome,
): Fault[] {
  if (outcome.kind === 'acknowledged') return [];
  const name = nameOf(message);
  return [
    fault(
      `${hub.client}.message → ${hub.platform}.ack`,
      `${name} : ${sayFr(outcome)} (${message.distributionID})`,
      `${name}: ${sayEn(outcome)} (${message.distributionID})`,
    ),
  ];
}

/** Sends a message that must be acknowledged. */
export async function acknowledged(
  scene: Scene,
  message: AppointmentMessage,
): Promise<readonly Fault[]> {
  return judgeAcknowledged(scene.hub, message, await tell(scene, message));
}

/** An outcome in French. */
export function sayFr(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'acknowledged':
      return `acquitté, ${outcome.step ?? 'sans step'}`;
    case 'refused':
      return `refusé, ${outcome.statusCode ?? ''} ${outcome.cause}`.replace(/ +/g, ' ');
    case 'dead':
      return 'rejeté sans un mot (le Hub l’a dit : 500)';
    case 'bounced': {
      const { statusCode, cause } = outcome.refused;
      return `une réponse est partie, mais le Hub l’a refusée : ${statusCode}, ${cause}`;
    }
    case 'silent':
      return 'aucune réponse dans le délai';
  }
}

/** An outcome in English. */
export function sayEn(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'acknowledged':
      return `acknowledged, ${outcome.step ?? 'no step'}`;
    case 'refused':
      return `refused, ${outcome.statusCode ?? ''} ${outcome.cause}`.replace(/ +/g, ' ');
    case 'dead':
      return 'rejected without a word (the Hub said so: 500)';
    case 'bounced': {
      const { statusCode, cause } = outcome.refused;
      return `an answer left, but the Hub refused it: ${statusCode}, ${cause}`;
    }
    case 'silent':
      return 'no answer in time';
  }
}
