import { Ajv, type ValidateFunction } from 'ajv';

const text = { type: 'string' } as const;
const KINDS = ['Report', 'Update', 'Cancel', 'Ack', 'Error'];
const DATE = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}';

type Members = Readonly<Record<string, object>>;

/** An object with these members; those named with `?` are optional, others are not admitted. */
function closed(members: Members): object {
  const entries = Object.entries(members).map(([name, schema]) => [name.replace('?', ''), schema]);
  const required = Object.keys(members).filter((name) => !name.endsWith('?'));
  const properties = Object.fromEntries(entries) as Members;
  return { type: 'object', properties, required, additionalProperties: false };
}

const filled = (items: object) => ({ type: 'array', items, minItems: 1 });
const instant = { type: 'string', pattern: `${DATE}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$` };
const party = closed({ name: text, URI: text });

const ajv = new Ajv({ allErrors: true });
const envelope = ajv.compile(
  closed({
    senderID: text,
    distributionID: text,
    dateTimeSent: instant,
    dateTimeExpires: instant,
    distributionStatus: { enum: ['Actual', 'Exercise'] },
    distributionKind: { enum: KINDS },
    descriptor: closed({
      language: text,
      explicitAddress: closed({ explicitAddressScheme: text, explicitAddressValue: text }),
    }),
    content: filled(
      closed({
        jsonContent: closed({ embeddedJsonContent: closed({ message: { type: 'object' } }) }),
      }),
    ),
  }),
);
const header = ajv.compile({
  type: 'object',
  required: ['messageId', 'sender', 'sentAt', 'kind', 'status', 'recipient'],
  properties: {
    messageId: text,
    sender: party,
    sentAt: { type: 'string', pattern: `${DATE}[+-]\\d{2}:\\d{2}$` },
    kind: { enum: KINDS },
    status: { enum: ['Actual', 'Exercise', 'System'] },
    recipient: filled(party),
  },
});
const reference = ajv.compile(
  closed({
    distributionID: text,
    'refused?': { type: 'boolean' },
    'errorDistributionID?': text,
    'step?': { enum: ['RECU', 'ERREUR', 'INTEGRE', 'CONSULTE', 'SUPPRIME'] },
  }),
);
const error = ajv.compile(
  closed({
    errorCode: closed({ statusCode: { type: 'number' }, statusString: text }),
    errorCause: text,
    referencedDistributionID: text,
    'sourceMessage?': { type: 'object' },
  }),
);

function faultOf(validate: ValidateFunction, what: string, value: unknown): string | null {
  return validate(value) ? null : ajv.errorsText(validate.errors, { dataVar: what });
}

/**
 * What an answer of a dispatch program (RC-REF, RS-ERROR) does not follow, as strictly as the schemas of
 * the Hub; null when it follows them. Of other use cases the envelope and the header are read.
 *
 * Source: EDXL-DE, RC-DE, RC-REF and RS-ERROR schemas of SAMU-Hub-Modeles, 26.07.29.
 */
export function answerFault(value: unknown): string | null {
  const outer = faultOf(envelope, 'envelope', value);
  if (outer !== null) return outer;
  const { content } = value as { content: readonly [Content] };
  const { message } = content[0].jsonContent.embeddedJsonContent;
  if ('error' in message) return faultOf(error, 'error', message['error']);
  const inner = faultOf(header, 'message', message);
  if (inner !== null || !('reference' in message)) return inner;
  return faultOf(reference, 'reference', message['reference']);
}

interface Content {
  readonly jsonContent: {
    readonly embeddedJsonContent: { readonly message: Record<string, unknown> };
  };
}
