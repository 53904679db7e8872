import type { Text } from '../finding.ts';

/** Whose doing an error is, by hundreds. */
export type HubErrorFamily =
  'set-up' | 'unauthorised' | 'parsing' | 'expired' | 'undelivered' | 'unknown';

/** An error number in words. */
export interface HubErrorExplanation {
  readonly statusCode: number;
  /** The Hub's own name; null for a number that it does not have. */
  readonly statusString: string | null;
  readonly family: HubErrorFamily;
  /** What happened and what to do. */
  readonly message: Text;
}

/**
 * Every error of the Hub (1xx to 6xx) and of recipients (7xx).
 *
 * Source: `ErrorCode` of SAMU-Hub-Sante. The guide lists only some.
 */
export const HUB_ERRORS = {
  100: {
    statusString: 'DELIVERY_MODE_INCONSISTENCY',
    message: {
      fr: 'Le message n’a pas été publié en mode persistant. Publier avec delivery_mode 2.',
      en: 'The message was not published as persistent. Publish with delivery_mode 2.',
    },
  },
  101: {
    statusString: 'NOT_ALLOWED_CONTENT_TYPE',
    message: {
      fr: 'Le type de contenu n’est pas admis. Publier avec exactement application/json ou application/xml.',
      en: 'The content type is not allowed. Publish with exactly application/json or application/xml.',
    },
  },
  102: {
    statusString: 'UNRECOGNIZED_MESSAGE_FORMAT',
    message: {
      fr: 'Le message n’a pas pu être lu : ce n’est pas du JSON ou du XML de la forme attendue.',
      en: 'The message could not be read: it is not JSON or XML of the expected form.',
    },
  },
  200: {
    statusString: 'SENDER_INCONSISTENCY',
    message: {
      fr: 'L’émetteur annoncé n’est pas celui de la clé de routage. Vérifier senderID et le certificat.',
      en: 'The sender named is not that of the routing key. Check senderID and the certificate.',
    },
  },
  300: {
    statusString: 'INVALID_MESSAGE',
    message: {
      fr: 'Le message ne respecte pas son schéma. Corriger le contenu : le renvoyer tel quel échouera.',
      en: 'The message does not follow its schema. Mend it: sent again as it is, it will fail again.',
    },
  },
  301: {
    statusString: 'SCHEMA_NOT_FOUND',
    message: {
      fr: 'Le Hub n’a pas de schéma pour ce message. Vérifier le périmètre et la version de connexion.',
      en: 'The Hub has no schema for this message. Check the perimeter and the version connected to.',
    },
  },
  400: {
    statusString: 'EXPIRED_MESSAGE_BEFORE_ROUTING',
    message: {
      fr: 'Le message avait expiré en arrivant au Hub. Le renvoyer avec une nouvelle échéance ; vérifier l’horloge.',
      en: 'The message had expired on arrival. Send it again with a new expiry; check the clock.',
    },
  },
  500: {
    statusString: 'DEAD_LETTER_QUEUED',
    message: {
      fr: 'Le destinataire n’a pas lu le message avant son échéance. Le prévenir autrement.',
      en: 'The recipient did not read the message before its expiry. Tell them by other means.',
    },
  },
  501: {
    statusString: 'UNROUTABLE_MESSAGE',
    message: {
      fr: 'Le destinataire est inconnu du Hub ou n’a pas de file. Vérifier son identifiant.',
      en: 'The recipient is unknown to the Hub or has no queue. Check its id.',
    },
  },
  600: {
    statusString: 'MESSAGE_CONVERSION_ERROR',
    message: {
      fr: 'Le Hub n’a pas pu convertir le message pour son destinataire.',
      en: 'The Hub could not convert the message for its recipient.',
    },
  },
  700: {
    statusString: 'INTERNAL_CLIENT_ERROR',
    message: {
      fr: 'Le logiciel du destinataire a échoué. Renvoyer plus tard, ou le prévenir autrement.',
      en: 'The software of the recipient failed. Send again later, or tell them by other means.',
    },
  },
  701: {
    statusString: 'CASE_ALREADY_EXISTS',
    message: {
      fr: 'Le destinataire connaît déjà cet identifiant. Envoyer une mise à jour.',
      en: 'The recipient already knows this id. Send an update.',
    },
  },
  702: {
    statusString: 'WRONG_MESSAGE_SEQUENCE',
    message: {
      fr: 'Le destinataire n’attendait pas ce message à ce moment.',
      en: 'The recipient did not expect this message at this time.',
    },
  },
  703: {
    statusString: 'UNKNOWN_SENDER',
    message: {
      fr: 'Le destinataire ne connaît pas l’émetteur. Se faire déclarer chez lui.',
      en: 'The recipient does not know the sender. Have it declared there.',
    },
  },
  704: {
    statusString: 'INSUFFICIENT_DATA',
    message: {
      fr: 'Le destinataire ne peut rien faire du message : il manque des données.',
      en: 'The recipient cannot use the message: data are missing.',
    },
  },
} as const satisfies Record<number, { statusString: string; message: Text }>;

/** A number that can be sent. */
export type HubErrorCode = keyof typeof HUB_ERRORS;

/**
 * Whether it is a number of {@link HUB_ERRORS}.
 *
 * Source: `ErrorCode` of SAMU-Hub-Sante.
 */
export function isHubErrorCode(statusCode: number): statusCode is HubErrorCode {
  return Object.hasOwn(HUB_ERRORS, String(statusCode));
}

/**
 * Family of any number, known or not.
 *
 * Source: `ErrorCode` of SAMU-Hub-Sante.
 */
export function hubErrorFamily(statusCode: number): HubErrorFamily {
  if (!(statusCode >= 100)) return 'unknown';
  if (statusCode < 200) return 'set-up';
  if (statusCode < 300) return 'unauthorised';
  if (statusCode < 400) return 'parsing';
  return statusCode < 500 ? 'expired' : 'undelivered';
}

/**
 * An error in words, by its number alone. 409, which the guide lets dispatch software answer
 * although the Hub does not have it, is explained as 701.
 *
 * Source: `ErrorCode` of SAMU-Hub-Sante; guide, INT_L02.
 */
export function explainHubError(statusCode: number): HubErrorExplanation {
  if (isHubErrorCode(statusCode))
    return { statusCode, family: hubErrorFamily(statusCode), ...HUB_ERRORS[statusCode] };
  if (statusCode === 409) {
    const { message } = HUB_ERRORS[701];
    return { statusCode, statusString: null, family: 'undelivered', message };
  }
  return {
    statusCode,
    statusString: null,
    family: hubErrorFamily(statusCode),
    message: {
      fr: 'Le code de cette erreur n’est pas connu. Considérer le message comme non remis.',
      en: 'The code of this error is not known. Consider the message as not delivered.',
    },
  };
}
