import type { AcknowledgementMessage, HubReference, ReferenceStep } from './acknowledgement.ts';
import { buildEnvelope, buildHeader, type HubRoute } from './build-envelope.ts';

/** What to answer to a message. */
export interface Acknowledgement {
  /** Of the message that is acknowledged. */
  readonly distributionID: string;
  /** `INTEGRE` without: stored, and shown to whoever has to see it. */
  readonly step?: ReferenceStep;
  /** The message was not taken; say why in an error message. */
  readonly refused?: boolean;
  /** Of that error message. */
  readonly errorDistributionID?: string;
}

/**
 * The final acknowledgement of a message (RC-REF, kind `Ack`). Until it arrives the sender has to
 * consider the message as not delivered: send it once the message is stored, not before, and again
 * for a duplicate.
 *
 * @throws {RangeError} for an empty `distributionID`, and as {@link buildEnvelope} does for the
 *   route.
 *
 * Source: `RC-REF.schema.json`; guide, INT_L02, final acknowledgement.
 */
export function buildAcknowledgement(
  acknowledgement: Acknowledgement,
  route: HubRoute,
): AcknowledgementMessage {
  const { distributionID, step = 'INTEGRE', refused, errorDistributionID } = acknowledgement;
  if (distributionID === '')
    throw new RangeError('nothing to acknowledge: distributionID is empty');
  const reference: HubReference = { distributionID, step };
  if (refused !== undefined) reference.refused = refused;
  if (errorDistributionID !== undefined) reference.errorDistributionID = errorDistributionID;
  return buildEnvelope(route, 'Ack', { ...buildHeader(route, 'Ack'), reference });
}
