import {
  type AppointmentMessage,
  HUB_CATEGORIES,
  HUB_STATUSES,
  type HubAppointment,
} from '@sas-kit/fhir/hub';
import type { Check, Fault, Scene } from '../check.ts';
import { type Row, toChecks } from '../checks/row.ts';
import { acknowledged, appointmentIn, make, PAGE, startOf, type Told, write } from './requests.ts';

const HOUR = 3_600_000;

type Run = Check['run'];

/** The creation of an appointment that is told so. */
function creates(
  changes: Told = {},
  change: (message: AppointmentMessage) => void = () => {},
): Run {
  return (scene) => {
    const message = write(scene, changes);
    change(message);
    return acknowledged(scene, message);
  };
}

/** An appointment, then what changes of it. */
function updates(changes: (scene: Scene) => Told): Run {
  return async (scene) => {
    const { appointmentId } = appointmentIn(await make(scene));
    const update = { appointmentId, method: 'UpdateAppointment', ...changes(scene) } as const;
    return acknowledged(scene, write(scene, update));
  };
}

/** An appointment of each kind. */
function each(all: readonly Told[]): Run {
  return async (scene) => {
    const faults: Fault[] = [];
    for (const changes of all) faults.push(...(await acknowledged(scene, write(scene, changes))));
    return faults;
  };
}

/** Nothing but what the schema requires. */
function leastOf(message: AppointmentMessage): void {
  const appointment: Partial<HubAppointment> = appointmentIn(message);
  delete appointment.end;
  delete appointment.orientationCategory;
  delete appointment.practitioner;
  delete appointment.organization;
  const { regulatorName, regulatorFirstname, regulatorEmail } = appointment.regulator!;
  appointment.regulator = { regulatorName, regulatorFirstname, regulatorEmail };
}

const ZONES = ['Europe/Paris', 'America/Martinique', 'Indian/Reunion', 'Pacific/Noumea'];

const ALL: Check['mend'] = {
  fr: 'ranger le rendez-vous, puis répondre RC-REF (INTEGRE) sur l’exchange hubsante',
  en: 'store the appointment, then answer RC-REF (INTEGRE) on the exchange hubsante',
};

const ROWS: readonly Row[] = [
  [
    'create',
    { fr: 'un rendez-vous pris est acquitté', en: 'an appointment is acknowledged' },
    PAGE,
    ALL,
    creates(),
  ],
  [
    'categories',
    {
      fr: `chaque catégorie est acquittée : ${HUB_CATEGORIES.join(', ')}`,
      en: `each category is acknowledged: ${HUB_CATEGORIES.join(', ')}`,
    },
    `${PAGE}, orientationCategory`,
    {
      fr: 'admettre les six catégories, et leur absence',
      en: 'admit the six categories, and none',
    },
    each(HUB_CATEGORIES.map((orientation) => ({ orientation }))),
  ],
  [
    'sos-pending',
    {
      fr: 'SOS Médecins, en attente, sans praticien ni structure',
      en: 'SOS Médecins, pending, with neither practitioner nor structure',
    },
    `${PAGE}, SOS Médecins`,
    {
      fr: 'admettre pending et l’absence d’effecteur : la mise à jour les donnera',
      en: 'admit pending and nobody who sees the patient: the update will say',
    },
    creates(
      { orientation: 'SOS', status: 'pending' },
      (message) =>
        void (
          delete appointmentIn(message).practitioner,
          delete appointmentIn(message).organization
        ),
    ),
  ],
  [
    'structure-only',
    {
      fr: 'un praticien à numéro ADELI ne peut être nommé : la structure seule est acquittée',
      en: 'a practitioner with an ADELI number cannot be named: the structure alone is acknowledged',
    },
    'RS-SAS-RDV : rppsId commence par 81 ; practitioner est facultatif',
    { fr: 'admettre l’absence de practitioner', en: 'admit no practitioner' },
    creates({}, (message) => void delete appointmentIn(message).practitioner),
  ],
  [
    'least',
    {
      fr: 'le message le plus court que le schéma admet est acquitté',
      en: 'the shortest message that the schema admits is acknowledged',
    },
    'RS-SAS-RDV, membres obligatoires',
    {
      fr: 'ne rien exiger d’autre que appointmentId, method, created, start, status, regulator',
      en: 'require nothing but appointmentId, method, created, start, status, regulator',
    },
    creates({}, leastOf),
  ],
  [
    'zones',
    {
      fr: 'des heures de Paris, de Martinique, de La Réunion et de Nouméa sont acquittées',
      en: 'times of Paris, Martinique, La Réunion and Nouméa are acknowledged',
    },
    'RC-DE et RS-SAS-RDV : heures avec décalage, secondes entières, jamais Z',
    { fr: 'lire tout décalage, + et −', en: 'read any offset, + and −' },
    each(ZONES.map((timeZone) => ({ timeZone }))),
  ],
  [
    'text',
    {
      fr: 'accents, apostrophe, tiret et autres écritures sont acquittés',
      en: 'accents, apostrophes, hyphens and other scripts are acknowledged',
    },
    'JSON est en UTF-8 (RFC 8259)',
    {
      fr: 'lire en UTF-8, ranger dans une colonne qui tient tout Unicode',
      en: 'read as UTF-8, store in a column that holds all of Unicode',
    },
    creates({
      practitioner: { nationalId: '810999001000', family: 'D’ÇÉLESTE-Œuvrard', given: 'Zoé 𝒜' },
      organization: { name: 'Maison "de santé" <démonstration> & Cie', siret: '390000090200016' },
    }),
  ],
  [
    'more-header',
    {
      fr: 'un membre inconnu dans l’en-tête RC-DE ne gêne pas',
      en: 'an unknown member in the RC-DE header does no harm',
    },
    'RC-DE : additionalProperties true',
    { fr: 'ignorer ce qui n’est pas connu dans message', en: 'ignore what is unknown in message' },
    creates({}, ({ content }) => {
      Object.assign(content[0]!.jsonContent.embeddedJsonContent.message, { extension: { a: 1 } });
    }),
  ],
  [
    'scheme-capital',
    {
      fr: 'explicitAddressScheme écrit Hubex, comme dans le guide',
      en: 'explicitAddressScheme written Hubex, as in the guide',
    },
    `${PAGE}, enveloppe : Hubex ; exemples : hubex`,
    { fr: 'lire hubex sans égard à la casse', en: 'read hubex whatever its case' },
    creates({}, ({ descriptor }) => {
      Object.assign(descriptor.explicitAddress, { explicitAddressScheme: 'Hubex' });
    }),
  ],
  [
    'move',
    { fr: 'une heure changée est acquittée', en: 'another time is acknowledged' },
    `${PAGE}, mise à jour`,
    ALL,
    updates((scene) => ({
      start: new Date(startOf(scene) + HOUR),
      end: new Date(startOf(scene) + 2 * HOUR),
    })),
  ],
  ...HUB_STATUSES.map((status): Row => [
    `status-${status}`,
    {
      fr: `une mise à jour vers ${status} est acquittée`,
      en: `an update to ${status} is acknowledged`,
    },
    `${PAGE}, status en minuscules`,
    { fr: 'admettre les cinq états', en: 'admit the five states' },
    updates(() => ({ status })),
  ]),
  [
    'unknown-update',
    {
      fr: 'la mise à jour d’un rendez-vous inconnu vaut création',
      en: 'the update of an unknown appointment is its creation',
    },
    `${PAGE}, mise à jour d’un rendez-vous inconnu`,
    {
      fr: 'créer le rendez-vous à partir de la mise à jour ; ne pas répondre d’erreur',
      en: 'create the appointment from the update; answer no error',
    },
    creates({ method: 'UpdateAppointment' }),
  ],
  [
    'unknown-cancellation',
    {
      fr: 'l’annulation d’un rendez-vous inconnu est acquittée',
      en: 'the cancellation of an unknown appointment is acknowledged',
    },
    `${PAGE}, mise à jour d’un rendez-vous inconnu`,
    {
      fr: 'la garder : la création peut encore arriver, et ne doit pas le faire revivre',
      en: 'keep it: the creation may still come, and must not bring it back',
    },
    creates({ method: 'UpdateAppointment', status: 'cancelled' }),
  ],
];

/** Messages in order. */
export const MESSAGES: readonly Check[] = toChecks('lrm-messages', ROWS);
