import { regimeAt, type RegimeAnswer, reasonsFr, type RegimeState } from '@sas-kit/regime';
import type { components } from '../generated/platform.ts';
import { civilDate, formatInstant } from '../http/instants.ts';
import type { Territory } from './territory-records.ts';

type AccessNumber = components['schemas']['AccessNumber'];
type TerritoryRegime = components['schemas']['TerritoryRegime'];

/** Members of a territory that somebody changed. */
export type TerritoryParts = components['schemas']['TerritoryParts'];

/** Changes that hold from an instant on. */
export interface DatedParts {
  /** Milliseconds since 1970. */
  from: number;
  parts: TerritoryParts;
}

/** A territory through time: what stands at an instant, and what is to change after it. */
export interface Timeline {
  /** What the package knows. */
  document: Territory;
  /** What changes have made of it so far. */
  edits: TerritoryParts;
  /** What is to come, soonest first. */
  pending: readonly DatedParts[];
}

/** The territory as it stands at an instant. */
export function territoryAt({ document, edits, pending }: Timeline, at: number): Territory {
  const due = pending.filter(({ from }) => from <= at);
  const parts = due.reduce<TerritoryParts>((all, { parts }) => ({ ...all, ...parts }), edits);
  const territory = {
    ...document,
    ...parts,
    publicBooking: { ...document.publicBooking, ...parts.publicBooking },
  };
  return { ...territory, status: statusAt(territory, at) };
}

/** The last status that has begun; the first, where none has. */
function statusAt({ statuses, timeZone }: Territory, at: number): Territory['status'] {
  const today = civilDate(new Date(at), timeZone);
  const begun = statuses.findLast(({ from }) => from === null || from <= today);
  return (begun ?? statuses[0]!).status;
}

/** The timeline with one more change in it, after those of the same instant. */
export function withChange(timeline: Timeline, change: DatedParts): Timeline {
  const later = timeline.pending.findIndex(({ from }) => from > change.from);
  const at = later < 0 ? timeline.pending.length : later;
  return { ...timeline, pending: timeline.pending.toSpliced(at, 0, change) };
}

type Answer = RegimeAnswer<AccessNumber>;

/** Which regime holds at an instant, and what comes next: by the hours, or by a change that is to come. */
export function regimeOf(timeline: Timeline, at: number): TerritoryRegime {
  const answer: Answer = regimeAt(territoryAt(timeline, at), at);
  let { until, next } = answer;
  for (const { from } of timeline.pending) {
    if (from <= at || (until !== null && Date.parse(until) <= from)) continue;
    const then: Answer = regimeAt(territoryAt(timeline, from), from);
    if (!isSame(answer, then)) {
      until = formatInstant(new Date(from), answer.timeZone);
      next = stateOf(then);
      break;
    }
    ({ until, next } = then);
  }
  const { emergencyNumbers, ...state } = answer;
  return {
    ...inFrench(state),
    until,
    next: next && inFrench(next),
    emergencyNumbers: [...emergencyNumbers],
  };
}

function isSame(one: Answer, other: Answer): boolean {
  return (
    one.regime === other.regime && JSON.stringify(one.numbers) === JSON.stringify(other.numbers)
  );
}

function stateOf({ regime, reason, holiday, numbers, numbersStatus }: Answer) {
  return { regime, reason, holiday, numbers, numbersStatus };
}

const inFrench = <S extends RegimeState>(state: S) => ({
  ...state,
  reasonFr: reasonsFr[state.reason],
});
