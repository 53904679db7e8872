import type { Caller, Role } from '../identity/caller.ts';
import { DESK } from '../identity/rights.ts';
import { territoriesOf } from '../identity/visibility.ts';

/** Roles in which somebody books for a dispatch case. */
const BOOKS: readonly Role[] = [...DESK, 'triage-nurse'];

/**
 * Of which territory's desk somebody books for a place: of the place's where they work there, else of the only
 * one that is theirs, else of the place's.
 *
 * @param decided the territory of the desk whose decision they carry out: that one's, where they do not work in
 *   the place's.
 */
export function deskTerritory(
  caller: Caller,
  role: Role,
  place: string | null,
  decided: string | null = null,
): string | null {
  const theirs = territoriesOf(caller, role);
  if (place !== null && theirs.includes(place)) return place;
  if (decided !== null && theirs.includes(decided)) return decided;
  return theirs.length === 1 ? theirs[0]! : place;
}

/**
 * Territories for which a program or an embedded element books as a desk; none of a person, whose account
 * says it when dispatch software is told.
 */
export function deskTerritories(caller: Caller, role: Role | undefined): readonly string[] {
  if (caller.identity.account !== undefined || role === undefined) return [];
  return BOOKS.includes(role) ? territoriesOf(caller, role) : [];
}

/** SQL of `deskTerritory` for the place of an agenda. @param schedule,territories placeholders. */
export const deskOf = (schedule: string, territories: string): string =>
  `(select case when l.territory_id = any(${territories}::text[]) then l.territory_id
      when cardinality(${territories}::text[]) = 1 then (${territories}::text[])[1] end
    from schedule desk_schedule join location l on l.id = desk_schedule.location_id
    where desk_schedule.id = ${schedule})`;
