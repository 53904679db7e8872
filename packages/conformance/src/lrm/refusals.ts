import type { Text } from '@sas-kit/fhir';
import type { Check, Fault, Scene } from '../check.ts';
import { type Row, toChecks } from '../checks/row.ts';
import { fault } from '../fault.ts';
import {
  appointmentIn,
  firstOutcome,
  judgeAcknowledged,
  outcomeFor,
  sayEn,
  sayFr,
  tell,
  write,
} from './requests.ts';

/** A message that is out of order. */
interface Bad {
  readonly body: string | Buffer;
  /** Its distributionID, where whoever reads it can know whom to answer. */
  readonly id: string | null;
  readonly contentType?: string;
}

/** A message whose appointment is spoilt; its sender can be made out. */
export function spoilt(
  scene: Scene,
  change: (appointment: Record<string, unknown>) => void,
): { readonly body: string; readonly id: string } {
  const message = write(scene);
  change(appointmentIn(message) as unknown as Record<string, unknown>);
  return { body: JSON.stringify(message), id: message.distributionID };
}

/** Puts it past the Hub, whose schemas may be newer or older than those of the program. */
function refuses(bad: (scene: Scene) => Bad, mayTake: boolean): Check['run'] {
  return async (scene) => {
    const { hub } = scene;
    await firstOutcome(scene);
    const { body, id, contentType } = bad(scene);
    const since = hub.events.length;
    await hub.put('message', body, contentType);
    const faults = id === null ? [] : await judgeRefused(scene, id, since, mayTake);
    const next = write(scene);
    const after = judgeAcknowledged(hub, next, await tell(scene, next)).map((found): Fault => {
      const { fr, en } = found.message;
      const message = { fr: `après ce message : ${fr}`, en: `after this message: ${en}` };
      return { ...found, message };
    });
    return [...faults, ...after];
  };
}

async function judgeRefused(
  { hub }: Scene,
  id: string,
  since: number,
  mayTake: boolean,
): Promise<Fault[]> {
  const outcome = await outcomeFor(hub, id, since);
  if (outcome.kind === 'refused' || outcome.kind === 'dead') return [];
  if (outcome.kind === 'acknowledged' && mayTake) return [];
  return [fault(`${hub.client}.message: ${id}`, sayFr(outcome), sayEn(outcome))];
}

type BadRow = readonly [name: string, what: Text, bad: (scene: Scene) => Bad, mayTake?: boolean];

const lacking = (name: string) => (scene: Scene) =>
  spoilt(scene, (appointment) => delete appointment[name]);
const having = (name: string, value: unknown) => (scene: Scene) =>
  spoilt(scene, (appointment) => (appointment[name] = value));

const TOLD: readonly BadRow[] = [
  [
    'truncated',
    { fr: 'un message coupé', en: 'a message that is cut off' },
    (scene) => {
      const { distributionID: id, ...rest } = write(scene);
      const text = JSON.stringify({ distributionID: id, ...rest });
      return { body: text.slice(0, text.indexOf('"content"') + 40), id };
    },
  ],
  [
    'no-content',
    { fr: 'une enveloppe vide', en: 'an empty envelope' },
    (scene) => {
      const message = write(scene);
      return { body: JSON.stringify({ ...message, content: [] }), id: message.distributionID };
    },
  ],
  [
    'no-appointment-id',
    { fr: 'un rendez-vous sans identifiant', en: 'an appointment without id' },
    lacking('appointmentId'),
  ],
  [
    'no-start',
    { fr: 'un rendez-vous sans heure', en: 'an appointment without time' },
    lacking('start'),
  ],
  [
    'bad-start',
    { fr: 'une heure illisible', en: 'a time that cannot be read' },
    having('start', 'demain matin'),
  ],
  [
    'unknown-status',
    { fr: 'un état inconnu', en: 'an unknown status' },
    having('status', 'perhaps'),
  ],
  [
    'unknown-method',
    { fr: 'une méthode inconnue', en: 'an unknown method' },
    having('method', 'DeleteAppointment'),
  ],
  [
    'other-use-case',
    { fr: 'un autre cas d’usage du Hub', en: 'another use case of the Hub' },
    (scene) => {
      const message = write(scene);
      const body: Record<string, unknown> = {
        ...message.content[0]!.jsonContent.embeddedJsonContent.message,
        customContent: {},
      };
      delete body['appointment'];
      const content = [{ jsonContent: { embeddedJsonContent: { message: body } } }];
      return { body: JSON.stringify({ ...message, content }), id: message.distributionID };
    },
    true,
  ],
];

const SURVIVED: readonly BadRow[] = [
  ['empty', { fr: 'un message vide', en: 'an empty message' }, () => ({ body: '', id: null })],
  ['array', { fr: 'un tableau', en: 'an array' }, () => ({ body: '[]', id: null })],
  [
    'not-utf8',
    { fr: 'des octets qui ne sont pas de l’UTF-8', en: 'bytes that are not UTF-8' },
    (scene) => {
      const { body } = spoilt(scene, () => undefined);
      return { body: Buffer.concat([Buffer.from(body), Buffer.from([0xff, 0xfe])]), id: null };
    },
  ],
  [
    'xml',
    { fr: 'du XML', en: 'XML' },
    () => ({ body: '<edxlDistribution/>', contentType: 'application/xml', id: null }),
  ],
  [
    'deep',
    { fr: 'une imbrication de 100 000 niveaux', en: 'a nesting of 100,000 levels' },
    () => ({ body: '['.repeat(100_000), id: null }),
  ],
  [
    'large',
    { fr: 'un message de 2 Mo', en: 'a message of 2 MB' },
    (scene) => ({
      body: spoilt(scene, (a) => (a['organization'] = { name: 'x'.repeat(2_000_000) })).body,
      id: null,
    }),
  ],
];

const toldRow = ([name, { fr, en }, bad, mayTake = false]: BadRow): Row => [
  name,
  {
    fr: `${fr} : son émetteur l’apprend, la suite est traitée`,
    en: `${en}: its sender is told, what follows is taken`,
  },
  'codes d’erreur du Hub : 102, 300, 7xx ; nul ne doit croire remis ce qui ne l’est pas',
  {
    fr: 'répondre RS-ERROR à son émetteur, ou le rejeter sans remise en file (le Hub répond 500) ; jamais le remettre en file',
    en: 'answer RS-ERROR to its sender, or reject it without requeueing (the Hub answers 500); never requeue it',
  },
  refuses(bad, mayTake),
];

const survivedRow = ([name, { fr, en }, bad]: BadRow): Row => [
  name,
  { fr: `${fr} n’arrête pas la suite`, en: `${en} does not stop what follows` },
  'un message illisible ne doit pas priver le régulateur des suivants',
  {
    fr: 'le mettre de côté, le rejeter sans remise en file, continuer',
    en: 'set it aside, reject it without requeueing, go on',
  },
  refuses(bad, true),
];

/** Messages out of order. */
export const REFUSALS: readonly Check[] = toChecks('lrm-malformed', [
  ...TOLD.map(toldRow),
  ...SURVIVED.map(survivedRow),
]);
