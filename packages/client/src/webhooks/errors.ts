/**
 * Why an event is not taken. `signature-mismatch` is a body that is not the raw one or a secret of
 * another endpoint; `too-old` and `too-new` an event sent long ago, or a clock that is off.
 */
export type WebhookErrorCode =
  | 'body-not-raw'
  | 'header-missing'
  | 'header-invalid'
  | 'secret-invalid'
  | 'signature-mismatch'
  | 'too-old'
  | 'too-new'
  | 'body-invalid';

const brand = 'sas-kit/webhook';

/** What was received is not an event of the platform, or not one of now. Answer it with 400. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  /** What the guard looks for. */
  readonly brand = brand;
  declare readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, { code });
  }
}

/** Whether an event was not taken, also by another copy of this client. */
export function isWebhookVerificationError(value: unknown): value is WebhookVerificationError {
  return (value as Partial<WebhookVerificationError> | null | undefined)?.brand === brand;
}
