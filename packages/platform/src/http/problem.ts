import type { components } from '../generated/platform.ts';

export type ErrorCode = components['schemas']['ErrorCode'];
export type Problem = components['schemas']['Problem'];
/** One fault and its place: a JSON pointer into the body, or the name of a parameter. */
export type Fault = components['schemas']['ProblemError'];

/** Status and title of every code. 400 shape, 403 known but not allowed, 404 unknown or hidden, 409 state, 422 rule. */
const PROBLEMS = {
  'absence-overlap': [422, 'The slot falls in an absence'],
  'account-exists': [409, 'This account stands already'],
  'accountability-required': [422, 'Nobody answers for the data'],
  'address-not-allowed': [422, 'This address is not on the list'],
  'address-refused': [422, 'Nothing is sent to this address'],
  'ambiguous-place': [400, 'More than one place'],
  'appointment-not-linkable': [422, 'This appointment cannot be linked'],
  'body-too-large': [413, 'Body too large'],
  'booking-not-allowed': [422, 'Nothing is booked for this outcome'],
  'booking-required': [422, 'Carrying out needs an appointment or a recipient'],
  'call-not-accepted': [422, 'No call of the last hour says so'],
  'case-ref-required': [422, 'The reference of the dispatch case is required'],
  'certificate-unknown': [422, 'The settings have no certificate of this name'],
  'contact-not-allowed': [422, 'No contact may be sent here'],
  'contact-required': [422, 'A contact is required'],
  'delegation-exists': [409, 'This delegation stands already'],
  'duplicate-ref': [422, 'A reference stands twice'],
  'editor-exists': [409, 'A vendor of this id is connected already'],
  'effective-in-past': [422, 'The instant is over'],
  'emergency-number': [422, 'An emergency number is no territory’s to change'],
  'end-before-start': [422, 'The end is not after the start'],
  'extensions-exhausted': [422, 'The hold cannot be extended any more'],
  'feed-not-read': [422, 'The feed cannot be read'],
  forbidden: [403, 'Not allowed'],
  'form-not-allowed': [422, 'The outcome has no such form, or the slot none'],
  gone: [410, 'It has been deleted'],
  'header-too-large': [431, 'Headers too large'],
  'hold-expired': [409, 'The hold has expired'],
  'hold-mismatch': [422, 'The hold is of another slot'],
  'hold-required': [422, 'A live hold is required'],
  'idempotency-key-in-use': [409, 'The first request with this key is still running'],
  'idempotency-key-reused': [422, 'This key was used for another request'],
  'internal-error': [500, 'Internal error'],
  'hours-declaration-required': [422, 'The declaration on honour is required'],
  'invalid-body': [400, 'Invalid body'],
  'invalid-client': [401, 'The client is not authenticated'],
  'invalid-cursor': [400, 'Invalid cursor'],
  'invalid-format': [400, 'Invalid format'],
  'invalid-grant': [400, 'The token request is not valid'],
  'invalid-json': [400, 'The body is not JSON'],
  'invalid-phone': [422, 'Not a telephone number'],
  'invalid-request': [400, 'Invalid request'],
  'invalid-transition': [409, 'The state does not allow this'],
  'invalid-type': [400, 'Invalid type'],
  'invalid-value': [400, 'Invalid value'],
  'location-required': [422, 'A place of practice is required'],
  'manage-token-required': [403, 'A manage token is required'],
  'medical-decision': [403, 'This is for a doctor to decide'],
  'method-not-allowed': [405, 'Method not allowed'],
  'missing-member': [400, 'A member is missing'],
  'missing-parameter': [400, 'A parameter is missing'],
  'news-exists': [409, 'An item of this address stands already'],
  'not-acceptable': [406, 'Not acceptable'],
  'not-bookable-here': [422, 'This slot is booked elsewhere'],
  'not-found': [404, 'Not found'],
  'origin-not-allowed': [403, 'This origin may not use this key'],
  'out-of-range': [400, 'Out of range'],
  'outside-scheme': [403, 'This practice is not in the redirection scheme'],
  'outside-window': [422, 'The slot is beyond the booking window'],
  'overbooking-off': [422, 'This practice takes nobody beside its slots'],
  'participation-incomplete': [422, 'Something is missing to take part'],
  'personal-number': [422, 'A number of a person does not belong here'],
  'place-required': [400, 'A place is required'],
  'practitioner-count-required': [422, 'The number of professionals is required'],
  'precondition-failed': [412, 'It has changed since it was read'],
  'precondition-required': [428, 'If-Match is required'],
  'proof-invalid': [422, 'The proof does not solve the challenge of this hold'],
  'proof-required': [422, 'The proof of the hold is required'],
  'protocol-not-in-force': [422, 'This protocol is not in force'],
  'protocol-not-signed': [422, 'This protocol is not signed by both holders'],
  'protocol-signed': [409, 'This protocol is signed'],
  'public-booking-off': [422, 'Public booking is off in this territory'],
  'rate-limited': [429, 'Too many requests'],
  'request-timeout': [408, 'The request took too long to arrive'],
  'role-not-grantable': [403, 'This role is not yours to grant'],
  'schedule-exists': [409, 'This schedule stands already'],
  'slot-booked': [409, 'The slot is booked'],
  'slot-in-past': [422, 'The slot is over'],
  'slot-overlap': [409, 'Another slot stands at this time'],
  'slot-taken': [409, 'The slot has just been taken'],
  'software-answer-required': [422, 'Whether software is used is required'],
  'software-required': [422, 'The name of the software is required'],
  'sole-role': [422, 'This role does not stand alone'],
  'structure-required': [422, 'A structure is required'],
  'terms-not-accepted': [403, 'The terms of use are not accepted'],
  'terms-outdated': [409, 'Other terms of use are in force'],
  'territory-not-allowed': [422, 'No territory may be given here'],
  'territory-required': [422, 'A territory is required'],
  'time-step': [422, 'Not a quarter of an hour'],
  'too-many-bookings': [429, 'Too many bookings today'],
  'too-many-holds': [429, 'Too many slots held at once'],
  'too-many-open-requests': [429, 'Too many requests at once'],
  'too-many-webhooks': [409, 'Too many endpoints'],
  'triggered-at-required': [422, 'When it was triggered is required'],
  unauthenticated: [401, 'Credentials are required'],
  unavailable: [503, 'Unavailable'],
  'unknown-holder': [422, 'The territory names no such holder'],
  'unknown-location': [422, 'Unknown place of practice'],
  'unknown-member': [400, 'Unknown member'],
  'unknown-parameter': [400, 'Unknown parameter'],
  'unknown-place': [422, 'Unknown place'],
  'unknown-specialty': [422, 'Unknown specialty'],
  'unknown-structure': [422, 'Unknown structure'],
  'unknown-territory': [422, 'Unknown territory'],
  'unknown-time-zone': [422, 'Unknown time zone'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  'version-required': [422, 'Another text needs another version'],
  'walk-in': [422, 'This is a range without appointment'],
  'way-required': [422, 'The way of taking part is required'],
  'window-too-long': [422, 'The window is too long'],
} as const satisfies Record<ErrorCode, readonly [number, string]>;

/** Members that some problems carry besides the common ones. */
export type ProblemExtension = Pick<
  Problem,
  'alternatives' | 'bookingUrl' | 'scheduleId' | 'error' | 'error_description'
>;

/** A failure that the caller is told, as `application/problem+json`. The only error that routes throw. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly faults: readonly Fault[];
  readonly extension: ProblemExtension;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    detail?: string,
    more: {
      faults?: readonly Fault[];
      extension?: ProblemExtension;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(detail ?? PROBLEMS[code][1]);
    this.code = code;
    this.status = PROBLEMS[code][0];
    this.faults = more.faults ?? [];
    this.extension = more.extension ?? {};
    this.headers = more.headers ?? {};
  }

  /** The body of the answer. */
  toProblem(requestId: string): Problem {
    return {
      type: `urn:sas-kit:problem:${this.code}`,
      title: PROBLEMS[this.code][1],
      status: this.status,
      detail: this.message,
      code: this.code,
      ...(this.faults.length > 0 ? { errors: [...this.faults] } : {}),
      requestId,
      ...this.extension,
    };
  }
}

/** A problem whose fault is one query, path or header parameter. */
export function parameterProblem(code: ErrorCode, parameter: string, detail: string): ProblemError {
  return new ProblemError(code, detail, { faults: [{ parameter, code, detail }] });
}

/** A problem whose fault is one place of the body. */
export function bodyProblem(code: ErrorCode, pointer: string, detail: string): ProblemError {
  return new ProblemError(code, detail, { faults: [{ pointer, code, detail }] });
}

/** What does not exist and what one may not know of look the same. */
export function notFound(what: string): ProblemError {
  return new ProblemError('not-found', `No such ${what}.`);
}
