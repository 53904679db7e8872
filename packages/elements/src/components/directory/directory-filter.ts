import { departmentLabel, departments } from '../../format/departments.ts';
import { inOrder, plain } from '../../format/plain.ts';
import { stages, type DirectoryEntry, type Stage } from '../../static/territories.ts';

/** What the reader narrows the list by; empty texts narrow nothing. */
export interface DirectoryFilter {
  text: string;
  region: string;
  /** Code: `76`. */
  department: string;
  status: string;
}

/** The stage that a territory is in: the last that a source dates. */
export const stageOf = ({ statuses }: DirectoryEntry): Stage | undefined => statuses.at(-1)?.status;

const codesOf = ({ whole, part }: DirectoryEntry): string[] => [...whole, ...part];

/** Every word of a text begins a word of a territory's name, region or departments. */
function answers(entry: DirectoryEntry, text: string): boolean {
  const words = plain(
    [entry.name, entry.region, ...codesOf(entry).map(departmentLabel)].join(' '),
  ).split(' ');
  const asked = plain(text).split(' ');
  return asked.every((part) => words.some((word) => word.startsWith(part)));
}

/** The territories that a filter leaves, by region, then by name. */
export function filterEntries(
  entries: readonly DirectoryEntry[],
  { text, region, department, status }: DirectoryFilter,
): DirectoryEntry[] {
  return entries
    .filter(
      (entry) =>
        (region === '' || plain(entry.region) === plain(region)) &&
        (department === '' || codesOf(entry).includes(department)) &&
        (status === '' || stageOf(entry) === status) &&
        answers(entry, text),
    )
    .sort((one, other) => inOrder(one.region, other.region) || inOrder(one.name, other.name));
}

/** What the selects offer: only what leaves something. */
export interface Choices {
  regions: string[];
  /** Codes, by label. */
  departments: string[];
  statuses: Stage[];
}

export function choicesOf(entries: readonly DirectoryEntry[]): Choices {
  const unique = (values: string[]) => [...new Set(values)];
  const present = new Set(entries.map(stageOf));
  return {
    regions: unique(entries.map(({ region }) => region)).sort(inOrder),
    departments: unique(entries.flatMap(codesOf)).sort((one, other) =>
      inOrder(departmentLabel(one), departmentLabel(other)),
    ),
    statuses: stages.filter((stage) => present.has(stage)),
  };
}

/** How much of the country the listed SAS answer for. One that is being designed answers nobody. */
export interface Coverage {
  territories: number;
  byStatus: ReadonlyMap<Stage, number>;
  /** Departments covered whole. */
  whole: number;
  /** Departments of which some communes are covered, and no SAS has the whole. */
  part: number;
  /** Departments of the country. */
  of: number;
}

export function coverageOf(entries: readonly DirectoryEntry[]): Coverage {
  const byStatus = new Map<Stage, number>();
  const whole = new Set<string>();
  const part = new Set<string>();
  for (const entry of entries) {
    const stage = stageOf(entry);
    if (stage === undefined) continue;
    byStatus.set(stage, (byStatus.get(stage) ?? 0) + 1);
    if (stage === 'in-design') continue;
    for (const code of entry.whole) if (departments.has(code)) whole.add(code);
    for (const code of entry.part) if (departments.has(code)) part.add(code);
  }
  return {
    territories: entries.length,
    byStatus,
    whole: whole.size,
    part: [...part].filter((code) => !whole.has(code)).length,
    of: departments.size,
  };
}
