import type { Session, Territory } from '@sas-kit/client';
import { departmentLabel, departmentOf } from '../../format/departments.ts';

/** What figures are of: a place, or `own`, the agendas that the reader keeps. */
export interface Area {
  kind: 'territory' | 'department' | 'region' | 'own';
  id: string;
}

/** An area that the reader may choose. */
export interface NamedArea extends Area {
  /** Empty of the reader's own agendas. */
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

const practices = ['practitioner', 'delegate', 'structure-manager'];

/** Whether the reader may see figures of places, not of its own agendas alone. */
export const readsPlaces = ({ rights }: Reader): boolean => rights.includes('statistics:read');

const keepsAgendas = ({ roles, rights }: Reader): boolean =>
  rights.includes('agenda-statistics:read') && practices.some((role) => roles.includes(role));

const departmentsOf = ({ departments, communes }: Territory): string[] => [
  ...new Set([...departments, ...communes.map(departmentOf)]),
];

/**
 * The areas whose figures the reader may see, territories first: all of them, or those that it leads and
 * the departments and regions that lie wholly in these; last the agendas that it keeps itself. None without
 * the rights.
 */
export function areasOf(reader: Reader, territories: readonly Territory[]): NamedArea[] {
  const places = readsPlaces(reader) ? placesOf(reader, territories) : [];
  if (!keepsAgendas(reader)) return places;
  const near = territories.find(({ id }) => reader.territories.includes(id));
  return [...places, { kind: 'own', id: '', name: '', timeZone: near?.timeZone ?? '' }];
}

function placesOf(reader: Reader, territories: readonly Territory[]): NamedArea[] {
  const { roles } = reader;
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
