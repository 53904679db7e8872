import type { Session, Territory } from '@sas-kit/client';
import { departmentLabel, departmentOf } from '../../format/departments.ts';

/** What figures are of. */
export interface Area {
  kind: 'territory' | 'department' | 'region';
  id: string;
}

/** An area that the reader may choose. */
export interface NamedArea extends Area {
  name: string;
  /** Its days are counted in it. */
  timeZone: string;
}

/** What of a session says whose figures its reader may see. */
export type Reader = Pick<Session, 'roles' | 'rights' | 'territories'>;

/** Who answers for nobody in particular reads whole months. */
export function readsMonthsOnly({ roles }: Reader): boolean {
  return !roles.includes('administrator') && isEverywhere(roles);
}

const isEverywhere = (roles: readonly string[]): boolean =>
  ['administrator', 'authority', 'payer'].some((role) => roles.includes(role));

const departmentsOf = ({ departments, communes }: Territory): string[] => [
  ...new Set([...departments, ...communes.map(departmentOf)]),
];

/**
 * The areas whose figures the reader may see, territories first: all of them, or those that it leads and
 * the departments and regions that lie wholly in these. None without the right.
 */
export function areasOf(reader: Reader, territories: readonly Territory[]): NamedArea[] {
  const { roles, rights } = reader;
  if (!rights.includes('statistics:read')) return [];
  const mine = ({ id }: Territory) => isEverywhere(roles) || reader.territories.includes(id);
  const own = territories.filter(mine);
  const within = (kind: Area['kind'], idsOf: (territory: Territory) => string[]): NamedArea[] =>
    [...new Set(own.flatMap(idsOf))].sort().flatMap((id) => {
      const parts = territories.filter((each) => idsOf(each).includes(id));
      const name = kind === 'department' ? departmentLabel(id) : id;
      const timeZone = parts[0]?.timeZone ?? '';
      return parts.every(mine) ? [{ kind, id, name, timeZone }] : [];
    });
  return [
    ...own.map(({ id, name, timeZone }) => ({ kind: 'territory' as const, id, name, timeZone })),
    ...within('department', departmentsOf),
    ...within('region', ({ region }) => [region]),
  ];
}
