import type { ReferenceStep } from '@sas-kit/fhir/hub';
import type { components } from '../generated/platform.ts';

export type TransmissionState = components['schemas']['TransmissionState'];

/** How far a message is, as one side says. */
export interface Progress {
  state: TransmissionState;
  /** Of dispatch software. */
  step: ReferenceStep | null;
  /** Error number of the Hub or of dispatch software. */
  code: number | null;
}

/** That dispatch software keeps a message is the last word; that it has received it is not. */
const LAST_STEPS: readonly (ReferenceStep | null)[] = [null, 'INTEGRE', 'CONSULTE', 'SUPPRIME'];

const RANKS = { queued: 0, sent: 1, accepted: 2, acknowledged: 3, refused: 4, expired: 4 } as const;
const RANK_OF_CODE = 5;
const RANK_OF_LAST = 6;

function rankOf({ state, step, code }: Progress): number {
  if (state === 'acknowledged' && LAST_STEPS.includes(step))
    return RANK_OF_LAST + Math.max(0, LAST_STEPS.indexOf(step));
  return code === null ? RANKS[state] : RANK_OF_CODE;
}

/**
 * Whether a word counts more than what is known. Answers come by two queues and more than once: in any
 * order they end in the same. A refusal undoes `RECU`, `INTEGRE` undoes a refusal, a refusal with its
 * reason goes before one without.
 */
export function supersedes(word: Progress, known: Progress): boolean {
  return rankOf(word) > rankOf(known);
}

/** What an acknowledgement (RC-REF) says. */
export function progressOfReference(reference: {
  readonly step?: ReferenceStep;
  readonly refused?: boolean;
}): Progress {
  const { step = null, refused = false } = reference;
  const state = refused || step === 'ERREUR' ? 'refused' : 'acknowledged';
  return { state, step, code: null };
}

/** 400: over before it was routed; 500: nobody read it in time. */
const EXPIRED: readonly number[] = [400, 500];

/** What an error (RS-ERROR) says. */
export function progressOfError(code: number): Progress {
  return { state: EXPIRED.includes(code) ? 'expired' : 'refused', step: null, code };
}
