import type { Finding, Severity, Text } from '../finding.ts';

/**
 * Every rule that building and reading messages can report. An `error` is what the schema of the
 * Hub refuses, or what makes a message unusable; a reader still takes in the errors that it
 * tolerates.
 */
export const HUB_RULES = {
  'json-invalid': {
    severity: 'error',
    message: {
      fr: 'Le message n’est pas du JSON.',
      en: 'The message is not JSON.',
    },
  },
  'message-too-large': {
    severity: 'error',
    message: {
      fr: 'Le message est plus grand que ce qui est lu.',
      en: 'The message is larger than what is read.',
    },
  },
  'required-missing': {
    severity: 'error',
    message: {
      fr: 'Une valeur obligatoire manque ou est vide.',
      en: 'A required value is missing or empty.',
    },
  },
  'type-wrong': {
    severity: 'error',
    message: {
      fr: 'La valeur n’a pas le type attendu.',
      en: 'The value does not have the expected type.',
    },
  },
  'value-unknown': {
    severity: 'error',
    message: {
      fr: 'La valeur ne fait pas partie de la liste.',
      en: 'The value is not in the list.',
    },
  },
  'value-case': {
    severity: 'error',
    message: {
      fr: 'La valeur est juste, mais pas ses majuscules : le Hub la refuse.',
      en: 'The value is right but for its capitals: the Hub refuses it.',
    },
  },
  'value-empty': {
    severity: 'warning',
    message: {
      fr: 'Une valeur facultative est vide ; elle est ignorée. Ne rien écrire plutôt que du vide.',
      en: 'An optional value is empty and ignored. Write nothing rather than an empty value.',
    },
  },
  'property-unknown': {
    severity: 'error',
    message: {
      fr: 'Le schéma ne connaît pas cette propriété ; elle est ignorée.',
      en: 'The schema does not know this property; it is ignored.',
    },
  },
  'instant-z': {
    severity: 'error',
    message: {
      fr: 'La date finit par Z. Écrire le décalage : +02:00.',
      en: 'The instant ends in Z. Write the offset: +02:00.',
    },
  },
  'instant-fraction': {
    severity: 'error',
    message: {
      fr: 'La date porte une fraction de seconde. Écrire des secondes entières.',
      en: 'The instant has a fraction of a second. Write whole seconds.',
    },
  },
  'instant-form': {
    severity: 'error',
    message: {
      fr: 'La date n’a pas la forme AAAA-MM-JJThh:mm:ss+hh:mm.',
      en: 'The instant does not have the form YYYY-MM-DDThh:mm:ss+hh:mm.',
    },
  },
  'instant-unreadable': {
    severity: 'error',
    message: {
      fr: 'La date ne peut pas être lue, ou n’a pas de décalage.',
      en: 'The instant cannot be read, or has no offset.',
    },
  },
  'offset-not-french': {
    severity: 'warning',
    message: {
      fr: 'Aucun lieu français n’a ce décalage à cette date : l’heure peut être fausse d’une heure.',
      en: 'No French place has this offset on that date: the hour may be wrong by one.',
    },
  },
  'end-not-after-start': {
    severity: 'warning',
    message: {
      fr: 'La fin n’est pas après le début ; elle est ignorée.',
      en: 'The end is not after the start; it is ignored.',
    },
  },
  'rpps-not-sendable': {
    severity: 'error',
    message: {
      fr: 'L’identifiant du praticien n’est pas 8 suivi d’un RPPS (un ADELI ne passe pas).',
      en: 'The id of the practitioner is not 8 followed by an RPPS (an ADELI number cannot be sent).',
    },
  },
  'practitioner-omitted': {
    severity: 'warning',
    message: {
      fr: 'Le praticien n’est pas transmis : le message ne dit que la structure et les horaires.',
      en: 'The practitioner is not sent: the message tells the structure and the times only.',
    },
  },
  'organization-omitted': {
    severity: 'warning',
    message: {
      fr: 'La structure n’est pas transmise : il lui faut un nom, et un FINESS ou un SIRET.',
      en: 'The structure is not sent: it needs a name, and a FINESS or a SIRET.',
    },
  },
  'organization-unprefixed': {
    severity: 'information',
    message: {
      fr: 'L’identifiant de la structure n’a pas son préfixe (1 FINESS, 3 SIRET) ; il est ajouté.',
      en: 'The id of the structure lacks its prefix (1 FINESS, 3 SIRET); it is added.',
    },
  },
  'organization-id-unknown': {
    severity: 'warning',
    message: {
      fr: 'L’identifiant de la structure n’est ni un FINESS ni un SIRET.',
      en: 'The id of the structure is neither a FINESS nor a SIRET.',
    },
  },
  'effector-missing': {
    severity: 'warning',
    message: {
      fr: 'Le message ne dit ni praticien ni structure.',
      en: 'The message tells neither a practitioner nor a structure.',
    },
  },
  'regulator-id-omitted': {
    severity: 'information',
    message: {
      fr: 'L’identifiant du régulateur n’est pas national ; il n’est pas transmis.',
      en: 'The id of the regulator is not national; it is not sent.',
    },
  },
  'regulator-email-form': {
    severity: 'warning',
    message: {
      fr: 'L’adresse du régulateur n’en est pas une : le rattachement au dossier sera plus difficile.',
      en: 'The e-mail of the regulator is not one: finding the case will be harder.',
    },
  },
  'distribution-id-prefix': {
    severity: 'error',
    message: {
      fr: 'distributionID ne commence pas par senderID et un soulignement.',
      en: 'distributionID does not start with senderID and an underscore.',
    },
  },
  'address-scheme': {
    severity: 'information',
    message: {
      fr: 'Le schéma d’adresse n’est pas écrit hubex.',
      en: 'The address scheme is not written hubex.',
    },
  },
  'address-reversed': {
    severity: 'information',
    message: {
      fr: 'Le nom et l’URI d’un système sont inversés.',
      en: 'The name and the URI of a system are exchanged.',
    },
  },
  'expiry-too-far': {
    severity: 'information',
    message: {
      fr: 'L’échéance est à plus de 24 h ; le Hub ne garde pas plus longtemps.',
      en: 'The expiry is more than 24 h away; the Hub keeps nothing longer.',
    },
  },
  'expiry-before-sending': {
    severity: 'warning',
    message: {
      fr: 'L’échéance n’est pas après l’envoi.',
      en: 'The expiry is not after the sending.',
    },
  },
  'header-differs': {
    severity: 'warning',
    message: {
      fr: 'L’en-tête et l’enveloppe ne disent pas la même chose ; l’enveloppe compte.',
      en: 'The header and the envelope differ; the envelope counts.',
    },
  },
  'message-id-differs': {
    severity: 'information',
    message: {
      fr: 'messageId n’est pas égal à distributionID.',
      en: 'messageId is not equal to distributionID.',
    },
  },
  'content-repeated': {
    severity: 'warning',
    message: {
      fr: 'L’enveloppe porte plusieurs contenus ; le premier seul est lu.',
      en: 'The envelope holds several contents; only the first is read.',
    },
  },
  'use-case-unknown': {
    severity: 'information',
    message: {
      fr: 'Le message porte un autre cas d’usage que ceux du SAS.',
      en: 'The message is of another use case than those of SAS.',
    },
  },
  'error-code-unknown': {
    severity: 'warning',
    message: {
      fr: 'Le Hub n’a pas ce code d’erreur.',
      en: 'The Hub does not have this error code.',
    },
  },
  'error-name-differs': {
    severity: 'information',
    message: {
      fr: 'Le nom de l’erreur n’est pas celui du Hub ; son numéro compte.',
      en: 'The name of the error is not that of the Hub; its number counts.',
    },
  },
} as const satisfies Record<string, { readonly severity: Severity; readonly message: Text }>;

/** Name of a rule about messages. */
export type HubRule = keyof typeof HUB_RULES;

/**
 * Something odd about a message. `place` counts from the envelope or from the message in it:
 * `dateTimeSent`, `message.appointment.start`. Holds no value of the message: findings may be
 * logged.
 */
export interface HubFinding extends Finding {
  readonly rule: HubRule;
}

/** A finding of a rule at a place. */
export function hubFinding(rule: HubRule, place: string): HubFinding {
  return { rule, place, ...HUB_RULES[rule] };
}
