import { lint } from '@sas-kit/fhir';
import type { Check, Fault, Fixture, Scene } from '../check.ts';
import { CREATED, judgeRefusal, judgeStatus } from '../checks/writing/judge.ts';
import { locatedId } from '../checks/writing/location.ts';
import { type Row, toChecks } from '../checks/row.ts';
import { bodyOf, criterionOf, freshAppointment, make, PAGE, post, put, TYPE } from './requests.ts';

/** What an editor shows that nobody else has. */
const CREDENTIALS: Fixture<unknown> = {
  path: 'appointments.headers',
  of: ({ appointments, tls }) => appointments.headers ?? tls?.valid,
};

const OTHER_EDITOR: Fixture<Readonly<Record<string, string>>> = {
  path: 'appointments.otherEditor',
  of: ({ appointments }) => appointments.otherEditor,
};

/** Without what makes the editor known. */
async function unknownEditor(scene: Scene): Promise<readonly Fault[]> {
  const sound = bodyOf(scene, freshAppointment(scene));
  const type = { 'content-type': 'application/fhir+json', accept: 'application/fhir+json' };
  const forged = Object.entries(scene.config.appointments.headers ?? {}).map(
    ([name, value]) => [name, `${value}x`] as const,
  );
  const tries = [type, { ...type, ...Object.fromEntries(forged) }];
  const faults: Fault[] = [];
  for (const headers of tries) {
    const answer = await scene.ask({
      method: 'POST',
      path: '/Appointment',
      headers,
      body: sound,
      identity: 'none',
    });
    const what = { fr: 'd’un éditeur inconnu', en: 'from an unknown editor' };
    faults.push(...judgeRefusal(answer, what));
  }
  return faults;
}

/** Another editor gets refused, or an appointment of its own. */
async function otherEditor(scene: Scene): Promise<readonly Fault[]> {
  const { appointment, answer } = await make(scene);
  const cancelled = bodyOf(scene, { ...appointment, status: 'cancelled' });
  const headers = scene.get(OTHER_EDITOR);
  const other = await put(scene, criterionOf(appointment), cancelled, headers);
  if (other.status >= 400 && other.status < 500) return [];
  const [one, second] = [locatedId(answer, TYPE), locatedId(other, TYPE)];
  if (other.status < 300 && one !== null && second !== null && one !== second) return [];
  return [
    {
      place: 'status',
      message: {
        fr: `${other.status} : un autre éditeur a modifié le rendez-vous`,
        en: `${other.status}: another editor has changed the appointment`,
      },
    },
  ];
}

const PATIENT = 'Patient/essai-de-conformite';

/** The flow carries no patient: a body that names one is refused, or the patient left out. */
async function patient(scene: Scene): Promise<readonly Fault[]> {
  const sound = bodyOf(scene, freshAppointment(scene));
  const participant = [
    ...(sound['participant'] as readonly unknown[]),
    { actor: { reference: PATIENT, display: 'Personne fictive' }, status: 'accepted' },
  ];
  const answer = await post(scene, { ...sound, participant });
  if (answer.status >= 500) return judgeStatus(answer, CREATED);
  if (answer.status >= 300 || !answer.text.includes(PATIENT)) return [];
  return [
    {
      place: 'Appointment.participant',
      message: {
        fr: 'le rendez-vous enregistré désigne un patient',
        en: 'the stored appointment names a patient',
      },
    },
  ];
}

async function deleted(scene: Scene): Promise<readonly Fault[]> {
  const { answer } = await make(scene);
  const id = locatedId(answer, TYPE) ?? 'unknown';
  const { headers } = scene.config.appointments;
  const faults: Fault[] = [];
  for (const path of [`/Appointment/${id}`, '/Appointment']) {
    const exchange = await scene.ask({ method: 'DELETE', path, ...(headers && { headers }) });
    if (exchange.status < 500) continue;
    faults.push({
      place: 'status',
      message: {
        fr: `DELETE ${path} : ${exchange.status}`,
        en: `DELETE ${path} answers ${exchange.status}`,
      },
      exchange,
    });
  }
  return faults;
}

const TYPES = ['application/fhir+json', 'application/json+fhir', 'application/json; charset=utf-8'];

async function mediaTypes(scene: Scene): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const type of TYPES) {
    const body = bodyOf(scene, freshAppointment(scene));
    faults.push(...judgeStatus(await post(scene, body, { 'content-type': type }), CREATED));
  }
  return faults;
}

async function conforms(scene: Scene): Promise<readonly Fault[]> {
  const { answer } = await make(scene);
  const { resourceType } = (answer.json ?? {}) as { resourceType?: unknown };
  if (resourceType !== TYPE) return [];
  return lint(answer.json, 'appointments', { guide: scene.config.guide })
    .filter(({ severity }) => severity === 'error')
    .map(({ place, message }) => ({ place, message, severity: 'warning' }));
}

const ROWS: readonly Row[] = [
  [
    'unknown-editor',
    { fr: 'un éditeur inconnu est refusé', en: 'an unknown editor is refused' },
    'spécification, authentification mutuelle : CN et OU contrôlés',
    { fr: 'répondre 401 ou 403', en: 'answer 401 or 403' },
    unknownEditor,
    [CREDENTIALS],
  ],
  [
    'other-editor',
    {
      fr: 'un éditeur ne modifie pas les rendez-vous d’un autre',
      en: 'an editor does not change the appointments of another',
    },
    `${PAGE}, identifiant propre à l’éditeur`,
    {
      fr: 'ne chercher system + value que parmi les rendez-vous de l’éditeur',
      en: "look for system + value among the editor's own appointments only",
    },
    otherEditor,
    [CREDENTIALS, OTHER_EDITOR],
  ],
  [
    'patient',
    { fr: 'aucun patient n’est gardé', en: 'no patient is kept' },
    `${PAGE}, nomenclatures : aucun patient parmi les éléments`,
    {
      fr: 'refuser, ou laisser de côté les participants autres que le praticien',
      en: 'refuse, or leave out participants other than the practitioner',
    },
    patient,
  ],
  [
    'delete',
    { fr: 'DELETE ne fait pas échouer le serveur', en: 'DELETE does not break the server' },
    `${PAGE} : l’annulation remplace la suppression`,
    { fr: 'répondre 405 ou 404', en: 'answer 405 or 404' },
    deleted,
  ],
  [
    'media-types',
    {
      fr: 'tous les types de contenu JSON de FHIR sont pris',
      en: 'every JSON content type of FHIR is taken',
    },
    'tableau de l’API, application/json+fhir ; CapabilityStatement, application/fhir+json',
    {
      fr: 'accepter application/json, application/fhir+json et application/json+fhir',
      en: 'accept application/json, application/fhir+json and application/json+fhir',
    },
    mediaTypes,
  ],
  [
    'answer-conforms',
    {
      fr: 'le rendez-vous renvoyé est lui-même conforme',
      en: 'an appointment that is sent back conforms',
    },
    'profil FrAppointmentSAS',
    {
      fr: 'renvoyer la ressource enregistrée, ou aucun corps',
      en: 'send the stored resource back, or no body',
    },
    conforms,
  ],
];

/** Who may send what, and what must not be kept. */
export const PRIVACY: readonly Check[] = toChecks('appointments', ROWS);
