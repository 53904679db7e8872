/** One count of a table of figures. */
export interface Cell {
  readonly value: number;
  /** Not shown. */
  hidden: boolean;
  /** A difference of others, which the table has no column for. */
  readonly implied: boolean;
}

/** What adds up: whoever knows all but one of these knows that one, too. */
export interface Sum {
  total: Cell;
  parts: readonly Cell[];
}

/** A count of people or calls that is too small to be told; nobody's is told. */
export function cellOf(value: number, least: number, implied = false): Cell {
  return { value, hidden: value > 0 && value < least, implied };
}

/**
 * Hides further counts until no hidden one follows from those that are shown: of every sum nothing is hidden,
 * or at least two are, which together are no small count either. The smallest go first.
 *
 * @param least counts below are hidden already (`cellOf`).
 */
export function protect(sums: readonly Sum[], least: number): void {
  let again = true;
  while (again) {
    again = false;
    for (const sum of sums) {
      while (follows(sum, least) && hideAnother(sum)) again = true;
    }
  }
}

const unknown = ({ hidden, implied }: Cell) => hidden || implied;

/** Whether a hidden count of the sum can be computed, or all of its hidden parts together are few. */
function follows({ total, parts }: Sum, least: number): boolean {
  const cells = [...parts, total];
  if (!cells.some(({ hidden }) => hidden)) return false;
  const left = cells.filter(unknown);
  if (left.length < 2) return true;
  const together = left.reduce((all, { value }) => all + value, 0);
  return !unknown(total) && together < least;
}

/** The smallest part that is shown, else the total; false where nothing is left to hide. */
function hideAnother({ total, parts }: Sum): boolean {
  const shown = parts.filter((cell) => !unknown(cell) && cell.value > 0);
  const smallest = shown.sort((a, b) => a.value - b.value)[0];
  const next = smallest ?? (unknown(total) || total.value === 0 ? undefined : total);
  if (next === undefined) return false;
  next.hidden = true;
  return true;
}
