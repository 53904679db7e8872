import type { components } from '../../generated/platform.ts';
import type { Circuit } from '../asking/circuit.ts';

export type EditorState = components['schemas']['EditorState'];

/** Questions by what came of them. */
export interface AnswerCounts {
  complete: number;
  timeout: number;
  failed: number;
  refused: number;
  /** Not sent: the editor is left alone. */
  circuitOpen: number;
}

/** None yet. */
export function noAnswers(): AnswerCounts {
  return { complete: 0, timeout: 0, failed: 0, refused: 0, circuitOpen: 0 };
}

/** More than this share of answers that are not whole is unsteady. */
const UNSTEADY = 0.1;

/** Questions that were sent. */
export function sentOf({ complete, timeout, failed, refused }: AnswerCounts): number {
  return complete + timeout + failed + refused;
}

/** Share of the questions sent that were not answered wholly, 0 to 1; null without any. */
export function errorRateOf(counts: AnswerCounts): number | null {
  const sent = sentOf(counts);
  return sent === 0 ? null : (sent - counts.complete) / sent;
}

/** How an editor stands that is asked. */
export function editorState(counts: AnswerCounts, circuit: Circuit): EditorState {
  const rate = errorRateOf(counts);
  if (rate === null) return counts.circuitOpen > 0 ? 'failing' : 'unknown';
  if (circuit !== 'closed' || rate === 1) return 'failing';
  return rate > UNSTEADY ? 'unsteady' : 'working';
}
