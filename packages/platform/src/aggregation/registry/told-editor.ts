import type { components } from '../../generated/platform.ts';
import { formatPlaceless } from '../../http/instants.ts';
import type { Editor } from '../editors/editors.ts';
import { type EditorState, errorRateOf, noAnswers, sentOf } from '../health/editor-state.ts';
import type { Standing } from '../health/health-rows.ts';
import { percentileMs } from '../health/latency.ts';

type Schemas = components['schemas'];

/** How many of each kind an editor answers for. */
export type ServedCounts = NonNullable<Schemas['Editor']['serves']>;

/** An editor, as everybody who works with its slots sees it. */
export function toCard(editor: Editor, standing: Standing | undefined): Schemas['Editor'] {
  const { id, name } = editor;
  return { id, name, ...stateOf(editor, standing) };
}

/** An editor, as an administrator sees it. */
export function toEditor(
  editor: Editor,
  standing: Standing | undefined,
  serves: ServedCounts = { practitioners: 0, structures: 0 },
  appointmentFindings: Readonly<Record<string, number>> = {},
): Schemas['Editor'] {
  const { version: _, createdAt, ...settings } = editor;
  return {
    ...settings,
    ...stateOf(editor, standing),
    serves,
    health: {
      ...toHealth(standing),
      appointmentFindings: toFindings(appointmentFindings),
    },
    created: formatPlaceless(createdAt),
  };
}

/** What was written down holds until nobody has asked for a while. */
function stateOf(
  { enabled, createdAt }: Editor,
  standing: Standing | undefined,
): { state: EditorState; since: string } {
  if (standing === undefined) {
    return { state: enabled ? 'unknown' : 'disabled', since: formatPlaceless(createdAt) };
  }
  const { state, since, counts, lastSuccessAt, lastFailureAt } = standing;
  const silent = sentOf(counts) + counts.circuitOpen === 0;
  if (!enabled || !silent || state === 'unknown') return { state, since: formatPlaceless(since) };
  const last = Math.max(lastSuccessAt?.getTime() ?? 0, lastFailureAt?.getTime() ?? 0);
  const asked = new Date(Math.max(last, since.getTime()));
  return { state: 'unknown', since: formatPlaceless(asked) };
}

function toHealth(
  standing: Standing | undefined,
): Omit<Schemas['EditorHealth'], 'appointmentFindings'> {
  const counts = standing?.counts;
  return {
    lastSuccess: formatPlaceless(standing?.lastSuccessAt),
    lastFailure: formatPlaceless(standing?.lastFailureAt),
    lastReason: standing?.lastReason ?? null,
    circuit: standing?.circuit ?? 'closed',
    answers: counts ?? noAnswers(),
    errorRate: counts === undefined ? null : errorRateOf(counts),
    p50Ms: percentileMs(standing?.latencies ?? [], 0.5),
    p95Ms: percentileMs(standing?.latencies ?? [], 0.95),
    findings: toFindings(standing?.findings ?? {}),
  };
}

/** Rules by how often they were broken. */
export function toFindings(times: Readonly<Record<string, number>>): Schemas['EditorFinding'][] {
  return Object.entries(times)
    .map(([rule, count]) => ({ rule, times: count }))
    .sort((one, other) => other.times - one.times || (one.rule < other.rule ? -1 : 1));
}
