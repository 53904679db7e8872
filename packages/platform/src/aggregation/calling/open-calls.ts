import type { Database } from '../../database/database.ts';
import { type AskEditor, Calls } from './calls.ts';
import type { AnswerToKeep, KeptAnswer } from '../keeping/keep-answers.ts';
import { Keeper } from '../keeping/keeper.ts';

/**
 * Calls to editors whose answers are kept in the database.
 *
 * @param onLeftOut is told what of an editor's answer could not be kept, by rule.
 * @param onLost is told why a whole answer could not be.
 */
export function openCalls(
  database: Database,
  ask: AskEditor,
  atOnce: number,
  onLeftOut: (editorId: string, findings: KeptAnswer['findings']) => void = () => undefined,
  onLost: (editorId: string, error: unknown) => void = () => undefined,
): Calls {
  const keeper = new Keeper(database);
  const keep = async (answer: AnswerToKeep) => {
    const kept = await keeper.keep(answer);
    onLeftOut(answer.editorId, kept.findings);
    return kept;
  };
  return new Calls(ask, keep, atOnce, onLost);
}
