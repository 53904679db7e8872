import type { HubEnvelope, HubHeader } from './envelope.ts';

/** How far the recipient is: received, failed, integrated, read by a person, deleted. */
export const REFERENCE_STEPS = ['RECU', 'ERREUR', 'INTEGRE', 'CONSULTE', 'SUPPRIME'] as const;
/** How far a message came with its recipient (RC-REF `step`). */
export type ReferenceStep = (typeof REFERENCE_STEPS)[number];

/** RC-REF: which message is acknowledged, and how. Source: `RC-REF.schema.json`. */
export interface HubReference {
  /** Of the message that is acknowledged. */
  distributionID: string;
  refused?: boolean;
  /** Of the error message that says why it is refused. */
  errorDistributionID?: string;
  step?: ReferenceStep;
}

/** A whole acknowledgement as it travels. */
export type AcknowledgementMessage = HubEnvelope<HubHeader & { reference: HubReference }>;
