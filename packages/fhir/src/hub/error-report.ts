import type { HubEnvelope } from './envelope.ts';

/** RS-ERROR: why a message was not delivered or not taken. Source: `RS-ERROR.schema.json`. */
export interface HubErrorReport {
  /** Go by the number: the guide and the Hub write some names differently. */
  errorCode: { statusCode: number; statusString: string };
  errorCause: string;
  /** Of the message at fault. */
  referencedDistributionID: string;
  /** The message at fault, whole. */
  sourceMessage?: Readonly<Record<string, unknown>>;
}

/** A whole error message as it travels: the only one without a header inside. */
export type ErrorMessage = HubEnvelope<{ error: HubErrorReport }>;
