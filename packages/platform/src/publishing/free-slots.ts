import { offeredSlots } from '../availability/search.ts';
import type { Sql } from '../database/database.ts';
import {
  entityColumns,
  type Location,
  type Practitioner,
  type Structure,
} from '../directory/entities.ts';
import type { Caller, Visibility } from '../identity/caller.ts';
import { Bindings } from '../identity/visibility.ts';
import type { BookingMode, Modality } from './agenda.ts';

/** A free slot of an agenda, with everything that it belongs to. */
export interface AgendaFreeSlot {
  id: string;
  scheduleId: string;
  startsAt: Date;
  endsAt: Date;
  modalities: Modality[];
  visibility: Visibility[];
  booking: BookingMode;
  /** National ids of CPTS. */
  communities: string[];
  publicDisplay: boolean;
  /** Whether its practitioner or site is shown to the public at all. */
  ownerDisplay: boolean;
  practitioner: Practitioner | null;
  structure: Structure | null;
  location: Location;
}

/** Whose slots are wanted, and when they start: both ends included. */
export interface FreeSlotQuery {
  /** Practitioners by their national id, or sites of associations by their structure's. */
  owners: { practitioners: readonly string[] } | { associations: readonly string[] };
  from: Date;
  to: Date;
  /** Vendors whose agendas are left out: they answer for these themselves. */
  exceptEditors: readonly string[];
  limit: number;
}

/** Free slots of the platform's own agendas that the caller may know of, the earliest first. */
export function freeSlotsOf(
  sql: Sql,
  caller: Caller,
  { owners, from, to, exceptEditors, limit }: FreeSlotQuery,
): Promise<AgendaFreeSlot[]> {
  const bind = new Bindings();
  const theirs =
    'practitioners' in owners
      ? `p.national_id = any(${bind.add(owners.practitioners)}::text[])`
      : `p.id is null and st.kind = 'sos' and st.national_id = any(${bind.add(owners.associations)}::text[])`;
  return sql.query<AgendaFreeSlot & Record<string, unknown>>(
    `select s.id, sch.id as "scheduleId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.modalities,
       s.visibility, s.booking, s.communities, s.public_display as "publicDisplay",
       sch.public_display as "ownerDisplay", ${entityColumns.practitioner('p')} as practitioner,
       ${entityColumns.structure('st')} as structure, ${entityColumns.location('l')} as location
     from schedule sch join location l on l.id = sch.location_id
     left join practitioner p on p.id = sch.practitioner_id
     left join structure st on st.id = sch.structure_id
     join slot s on s.schedule_id = sch.id
     where ${theirs} and s.starts_at between ${bind.add(from)} and ${bind.add(to)}
       and not coalesce(sch.editor = any(${bind.add(exceptEditors)}::text[]), false)
       and ${offeredSlots(caller, { slot: 's', schedule: 'sch' }, bind)}
     order by s.starts_at, s.id limit ${bind.add(limit)}`,
    bind.values,
  );
}

/** A CPTS, as searches by its members tell it. */
export interface AgendaCommunity {
  nationalId: string;
  name: string;
  /** Of a place where it has an agenda; null where it has none. */
  phone: string | null;
}

/** CPTS by their national ids; those that are not known here are missing. */
export function communitiesOf(
  sql: Sql,
  nationalIds: readonly string[],
): Promise<AgendaCommunity[]> {
  return sql.query<AgendaCommunity & Record<string, unknown>>(
    `select st.national_id as "nationalId", st.name, (
       select l.phone from schedule sch join location l on l.id = sch.location_id
       where sch.structure_id = st.id and l.phone is not null order by sch.created_at, sch.id limit 1
     ) as phone
     from structure st where st.kind = 'cpts' and st.national_id = any($1::text[])`,
    [nationalIds],
  );
}
