import type { AnswerState } from './asked.ts';

interface FaultKind {
  state: Exclude<AnswerState, 'complete' | 'circuit-open'>;
  text: string;
}

const failed = (text: string): FaultKind => ({ state: 'failed', text });
const refused = (text: string): FaultKind => ({ state: 'refused', text });

/** What may go wrong between the platform and an editor, and how an answer tells it. */
export const FAULTS = {
  'name-not-found': failed('its name is not known to the DNS'),
  'no-connection': failed('it could not be connected to'),
  'connection-lost': failed('it ended the connection before its answer was whole'),
  'certificate-not-trusted': failed('its certificate comes from no authority that is trusted'),
  'certificate-of-another': failed('its certificate is not for this name'),
  'certificate-expired': failed('its certificate is not valid today'),
  'certificate-missing': failed('the settings have no client certificate of the name it is to see'),
  'certificate-refused': refused('it did not accept our client certificate'),
  tls: failed('no secure connection could be agreed upon'),
  timeout: { state: 'timeout', text: 'its answer was not whole in time' },
  'too-large': failed('its answer is larger than the settings allow'),
  encoding: failed('its answer is compressed in a way that cannot be read'),
  protocol: failed('what it said is no HTTP'),
  redirect: failed('it sends elsewhere, which is not followed'),
  refused: refused('it refused the question'),
  'server-error': failed('it said that something is wrong with it'),
  'not-json': failed('its answer is no JSON'),
  'no-bundle': failed('its answer is no Bundle'),
  'no-capability-statement': failed('its /metadata is no CapabilityStatement'),
  unreadable: failed('nothing of its answer could be understood'),
} as const satisfies Record<string, FaultKind>;

/** Name of a fault. */
export type Fault = keyof typeof FAULTS;

/** A fault of an editor, or of the way to it. */
export class EditorFault extends Error {
  override readonly name = 'EditorFault';
  readonly fault: Fault;
  /** Whether nothing was sent yet. */
  readonly early: boolean;

  /** @param detail what more is known, one line. */
  constructor(fault: Fault, detail = '', { early = false } = {}) {
    // Some of it is the editor's own words: no character that a text column does not take.
    const line = detail.replace(/\p{Cc}/gu, ' ').trim();
    super(line === '' ? FAULTS[fault].text : `${FAULTS[fault].text}: ${line}`);
    this.fault = fault;
    this.early = early;
  }

  get state(): FaultKind['state'] {
    return FAULTS[this.fault].state;
  }
}

/** By the codes of Node.js, OpenSSL and undici. */
const CODES: readonly [RegExp, Fault][] = [
  [/^(ENOTFOUND|EAI_)/, 'name-not-found'],
  [/ALERT/, 'certificate-refused'],
  [/ALTNAME/, 'certificate-of-another'],
  [/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, 'certificate-expired'],
  [/CERT|ISSUER|SIGNATURE|PURPOSE/, 'certificate-not-trusted'],
  [/^(ERR_SSL|ERR_TLS|EPROTO)/, 'tls'],
  [/^(HPE_|HTTPParser|UND_ERR_(HEADERS_OVERFLOW|RES|NOT_SUPPORTED))/, 'protocol'],
];

/** The fault behind an error of a connection. @param early whether nothing was sent yet. */
export function faultOf(error: unknown, early: boolean): EditorFault {
  if (error instanceof EditorFault) return error;
  const { code, name, errors } = error as Error & { code?: unknown; errors?: { code?: string }[] };
  // Several addresses of a name: the first tells enough. The parser of undici leaves out its codes.
  // What a signal is aborted with has a number for a code.
  const known = typeof code === 'string' ? code : errors?.[0]?.code;
  const text = known ?? (name === 'Error' ? '' : name);
  const [, fault] = CODES.find(([pattern]) => pattern.test(text)) ?? [];
  return new EditorFault(fault ?? (early ? 'no-connection' : 'connection-lost'), text, { early });
}
