import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnswerCounts, editorState, type EditorState, noAnswers } from './editor-state.ts';
import type { Circuit } from '../asking/circuit.ts';

const NONE = noAnswers();

const CASES: [Partial<AnswerCounts>, Circuit, EditorState][] = [
  [{}, 'closed', 'unknown'],
  [{ complete: 1 }, 'closed', 'working'],
  [{ complete: 90, timeout: 4, failed: 3, refused: 3 }, 'closed', 'working'],
  [{ complete: 89, timeout: 5, failed: 3, refused: 3 }, 'closed', 'unsteady'],
  [{ refused: 2 }, 'closed', 'failing'],
  [{ complete: 90, timeout: 10 }, 'open', 'failing'],
  [{ complete: 90, timeout: 10 }, 'half-open', 'failing'],
  [{ circuitOpen: 3 }, 'closed', 'failing'],
];

for (const [counts, circuit, state] of CASES) {
  test(`${JSON.stringify(counts)}, circuit ${circuit}: ${state}`, () => {
    assert.equal(editorState({ ...NONE, ...counts }, circuit), state);
  });
}
