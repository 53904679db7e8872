import { buildEnvelope, type HubRoute } from './build-envelope.ts';
import { HUB_ERRORS, isHubErrorCode, type HubErrorCode } from './error-codes.ts';
import type { ErrorMessage } from './error-report.ts';

/** Why a message is not taken. */
export interface HubFault {
  /**
   * Dispatch software answers 7xx; 409, which the guide shows, does not exist: 701 says the same.
   */
  readonly statusCode: HubErrorCode;
  /** For the people who run the sending software: which place of the message, which rule. */
  readonly cause: string;
  /** Of the message at fault. */
  readonly referencedDistributionID: string;
  /**
   * The message at fault, whole, as it was read. It names people: leave it out unless asked for.
   */
  readonly sourceMessage?: Readonly<Record<string, unknown>>;
}

/**
 * An error about a message, for the sender's `.info` queue (RS-ERROR, kind `Error`). Like those of
 * the Hub it has no RC-DE header; unlike the guide's example its distributionID starts with its own
 * sender, without which the Hub refuses it.
 *
 * @throws {RangeError} for a code that the Hub does not have, an empty cause or reference, and as
 *   {@link buildEnvelope} does for the route.
 *
 * Source: `RS-ERROR.schema.json`.
 */
export function buildError(fault: HubFault, route: HubRoute): ErrorMessage {
  const { statusCode, cause, referencedDistributionID, sourceMessage } = fault;
  if (!isHubErrorCode(statusCode)) throw new RangeError('statusCode is not an error of the Hub');
  if (cause === '' || referencedDistributionID === '')
    throw new RangeError('an error needs a cause and the id of a message');
  return buildEnvelope(route, 'Error', {
    error: {
      errorCode: { statusCode, statusString: HUB_ERRORS[statusCode].statusString },
      errorCause: cause,
      referencedDistributionID,
      ...(sourceMessage === undefined ? {} : { sourceMessage }),
    },
  });
}
