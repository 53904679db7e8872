import { toFinding, type Finding, type RuleText, WRITE_RULES } from '@sas-kit/fhir';

const decided = (fr: string, en: string): RuleText => ({
  severity: 'information',
  message: { fr, en },
});

const wrong = (fr: string, en: string, mend?: RuleText['mend']): RuleText => ({
  severity: 'error',
  message: { fr, en },
  ...(mend === undefined ? {} : { mend }),
});

const mended = (fr: string, en: string): RuleText => ({
  severity: 'warning',
  message: { fr, en },
});

/**
 * Why the connector does not send a slot, before a writer sees it. `information`: it is meant so;
 * `error`: the agenda is wrong; `warning`: mended.
 */
export const PUBLISH_RULES = {
  'slot-busy': decided('créneau non libre', 'slot not free'),
  'practitioner-consent': decided(
    'le praticien ne consent pas à la transmission au SAS',
    'the practitioner does not consent to sending to SAS',
  ),
  'slot-consent': decided(
    'ce créneau est exclu de la transmission au SAS',
    'this slot is excluded from sending to SAS',
  ),
  'own-patients': decided(
    'créneau réservé à la patientèle du praticien',
    'slot kept for the practitioner’s own patients',
  ),
  structure: decided('créneau réservé à la structure', 'slot kept for the structure'),
  'outside-window': decided('hors de la fenêtre demandée', 'outside the window of the search'),
  'not-asked': decided(
    'praticien ou association absent de la demande',
    'practitioner or association not asked for',
  ),
  'more-than-allowed': wrong(
    'réponse trop grande : les créneaux les plus proches sont transmis',
    'answer too large: the earliest slots are sent',
  ),
  'slot-owner': wrong(
    'praticien, lieu ou site absent de la réponse de l’agenda',
    'practitioner, place or site missing from the answer of the agenda',
  ),
  'slot-time': wrong('date de début illisible', 'start that cannot be read'),
  'practitioner-id': wrong(
    'numéro du praticien illisible : ni RPPS ni ADELI',
    'identifier of the practitioner is neither an RPPS nor an ADELI number',
  ),
  'association-siret': wrong('SIRET de l’association illisible', 'SIRET that cannot be read'),
  'slot-audience': wrong(
    'public du créneau inconnu : le créneau est retenu',
    'unknown audience: the slot is kept back',
  ),
  'slot-too-large': wrong('créneau de plus de 16 ko', 'slot larger than 16 kB', {
    fr: 'raccourcir les motifs et l’adresse',
    en: 'shorten the reasons and the address',
  }),
  'slot-url-query': mended(
    'adresse de réservation sans « ? » : ajouté, la plateforme y joint « &origin= »',
    'booking address without “?”: added, the platform appends “&origin=” to it',
  ),
  'agenda-slot-visibility': WRITE_RULES['agenda-slot-visibility'],
  'no-look-up': wrong(
    'l’agenda ne sait pas chercher un créneau par son identifiant',
    'the agenda cannot look up a slot by its id',
    {
      fr: 'écrire `agenda.slot(id)`, ou donner le créneau avec ses fiches',
      en: 'write `agenda.slot(id)`, or pass the slot with its records',
    },
  ),
  'unknown-slot': decided('créneau inconnu de l’agenda', 'the agenda does not know this slot'),
} as const satisfies Readonly<Record<string, RuleText>>;

/** Name of a reason for which a slot is not sent, or mended. */
export type PublishRule = keyof typeof PUBLISH_RULES;

/** A finding of one of these rules about a slot. */
export function slotFinding(
  rule: PublishRule,
  slot: string,
  element = '',
  value?: unknown,
): Finding {
  const place = `slots.where(id='${slot}')${element === '' ? '' : `.${element}`}`;
  return toFinding(rule, PUBLISH_RULES[rule], place, value);
}
