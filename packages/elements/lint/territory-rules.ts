import type { Report } from './finding.ts';

/** A file that follows `schemas/territories.schema.json`, as far as the rules read it. */
export interface TerritoriesFile {
  updated?: string;
  territories: {
    id: string;
    statuses: { status: string; from: string | null }[];
    departments?: string[];
    communes?: string[];
    composition?: { departments?: string[]; communes?: string[] };
    accessNumbers?: {
      number: string;
      validFrom?: string | null;
      validUntil?: string | null;
    }[];
  }[];
}

/** A list that nobody has checked for so many days is told to be old. */
const oldAfterDays = 180;

/** What the schema cannot say of a list of territories. `today` is a civil date. */
export function territoryRules(file: TerritoriesFile, today: string, report: Report): void {
  const old = new Date(Date.parse(today) - oldAfterDays * 86_400_000).toISOString().slice(0, 10);
  if (file.updated === undefined) {
    report('warning', '/updated', 'unchecked', 'say on which day the list was last checked');
  } else if (file.updated > today) {
    report('error', '/updated', 'future', 'lies in the future');
  } else if (file.updated < old) {
    report('warning', '/updated', 'old', `is older than ${oldAfterDays} days: readers are told so`);
  }
  const ids = new Set<string>();
  for (const [index, territory] of file.territories.entries()) {
    const place = `/territories/${index}`;
    const { id, statuses, accessNumbers = [] } = territory;
    if (ids.has(id)) report('error', `${place}/id`, 'duplicate-id', `${id} is there twice`);
    ids.add(id);
    const dates = statuses.map(({ from }) => from).filter((from) => from !== null);
    if (dates.some((date, at) => at > 0 && date < (dates[at - 1] ?? ''))) {
      report('error', `${place}/statuses`, 'status-order', 'stages stand oldest first');
    }
    const { departments = [], communes = [] } = territory.composition ?? territory;
    if (departments.length + communes.length === 0) {
      report('warning', place, 'nowhere', 'covers no department and no commune');
    }
    if (accessNumbers.length === 0) {
      report('warning', `${place}/accessNumbers`, 'no-number', 'write `to-be-announced`');
    }
    for (const [at, { number, validFrom, validUntil }] of accessNumbers.entries()) {
      const here = `${place}/accessNumbers/${at}`;
      if (number === '112' || number === '114') {
        report('warning', here, 'constant', `${number} is in every element already`);
      }
      if (validFrom && validUntil && validUntil < validFrom) {
        report('error', here, 'period', 'ends before it begins');
      }
      // A month or a year ends with its last day.
      if (validUntil && validUntil < today.slice(0, validUntil.length)) {
        report('warning', here, 'expired', `expired (${validUntil}): it is not shown`);
      }
    }
  }
}
