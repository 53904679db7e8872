import { readOperationOutcome, type Text } from '@sas-kit/fhir';
import type { Fault } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';

/** Statuses that an answer may have, and how they are told. */
export interface Expected {
  readonly has: (status: number) => boolean;
  readonly text: Text;
}

export const CREATED: Expected = {
  has: (status) => status === 201,
  text: { fr: '201', en: '201' },
};
export const UPDATED: Expected = {
  has: (status) => status === 200,
  text: { fr: '200', en: '200' },
};
export const CREATED_OR_UPDATED: Expected = {
  has: (status) => status === 200 || status === 201,
  text: { fr: '200 ou 201', en: '200 or 201' },
};
/** As the official kit takes it: redirects count as success. */
export const ACCEPTED: Expected = {
  has: (status) => status >= 200 && status < 400,
  text: { fr: '200 (le kit admet 200 à 399)', en: '200 (the kit admits 200 to 399)' },
};

/** The one fault of an answer whose status is not what was expected. */
export function judgeStatus(exchange: Exchange, expected: Expected): Fault[] {
  const { status } = exchange;
  if (expected.has(status)) return [];
  const why = reasonOf(exchange);
  return [
    {
      place: 'status',
      message: {
        fr: `${status} au lieu de ${expected.text.fr}${why === '' ? '' : ` : ${why}`}`,
        en: `${status} instead of ${expected.text.en}${why === '' ? '' : `: ${why}`}`,
      },
      exchange,
    },
  ];
}

/** What an OperationOutcome says, one line; '' when there is none. */
function reasonOf({ json }: Exchange): string {
  const texts = (readOperationOutcome(json) ?? []).map(({ text }) => text);
  return texts.join(' ; ').replace(/\s+/g, ' ').slice(0, 200);
}

/** Whether a request was refused. The official kit takes 4xx and 5xx. */
export function isRefused({ status }: Exchange): boolean {
  return status >= 400 && status < 600;
}

/**
 * Faults of an answer that should be a refusal: it accepts, it blames the server, it shows its inside.
 *
 * @param what is wrong with the request.
 */
export function judgeRefusal(exchange: Exchange, what: Text): Fault[] {
  const { status } = exchange;
  if (!isRefused(exchange)) {
    return [
      {
        place: 'status',
        message: { fr: `${status} : accepté, ${what.fr}`, en: `${status}: accepted, ${what.en}` },
        exchange,
      },
    ];
  }
  const faults = judgeInside(exchange);
  if (status >= 500) {
    faults.unshift({
      place: 'status',
      severity: 'warning',
      message: {
        fr: `${status} : la faute est dans la requête, ${what.fr} ; le kit l’admet, un 4xx le dit`,
        en: `${status}: the request is at fault, ${what.en}; the kit admits it, a 4xx says so`,
      },
      exchange,
    });
  }
  return faults;
}

const INSIDE =
  /\bat .{1,200}:\d+:\d+|node:internal|Traceback \(most recent|\bin \/\S+\.php\b|\b(?:java|org|com)\.[\w.]+Exception\b|SQLSTATE|syntax error at or near/;

/** The fault of an answer that shows a stack trace or a query of the program behind. */
export function judgeInside(exchange: Exchange): Fault[] {
  if (!INSIDE.test(exchange.text.slice(0, 100_000))) return [];
  return [
    {
      place: 'body',
      message: {
        fr: 'la réponse montre la trace d’exécution du programme',
        en: "the answer shows the program's stack trace",
      },
      mend: {
        fr: 'ne répondre que le motif, garder la trace dans le journal',
        en: 'answer the reason alone, keep the trace in the log',
      },
      exchange,
    },
  ];
}

/** Faults of a refusal that does not say why, in an OperationOutcome. */
export function judgeOutcome(exchange: Exchange): Fault[] {
  const issues = readOperationOutcome(exchange.json);
  if (issues === null) {
    return [
      {
        place: 'body',
        message: {
          fr: `refus ${exchange.status} sans OperationOutcome`,
          en: `refusal ${exchange.status} without OperationOutcome`,
        },
        exchange,
      },
    ];
  }
  if (issues.some(({ text, code }) => text !== code)) return [];
  return [
    {
      place: 'OperationOutcome.issue',
      message: {
        fr: 'l’OperationOutcome ne donne aucun motif',
        en: 'the OperationOutcome gives no reason',
      },
      exchange,
    },
  ];
}
