import type { Caller } from '../identity/caller.ts';
import { type Bindings, shownByOwner, visibleSlots } from '../identity/visibility.ts';

/** A slot that is booked with its vendor. */
export interface VendorOffer {
  /** As its vendor gave it. */
  bookingUrl: string | null;
  /** For what one may come. */
  reasons: string[];
  /** Whether whoever reads it books it here. */
  bookableHere: boolean;
}

/** What connected vendors said of an agenda; `none` answers for it. */
export type VendorsOf = 'none' | 'answered' | 'unanswered';

/**
 * The SQL condition for the slots `s` of the view `vendor_offer` that this caller may know of, of schedule
 * `near`: what its vendor sends and its professional lets be shown.
 */
export function offeredByVendors(caller: Caller, bind: Bindings): string {
  const aliases = { slot: 's', schedule: 'near' };
  return `${visibleSlots(caller, aliases, bind)} and ${shownByOwner(caller, aliases, bind)}`;
}

/** SQL: the editors `e` that answer for whose agenda `schedule` is, as `w` of `editor_serves`. */
export const SERVING = (schedule: string, practitioner: string, structure: string) =>
  `editor_serves w join editor e on e.id = w.editor_id and e.enabled
     and e.flows && case w.kind when 'structure' then '{sos}'::text[] else '{ps,cpts}'::text[] end
     and w.kind = case when ${schedule}.practitioner_id is null then 'structure' else 'practitioner' end
     and w.national_id = case when ${schedule}.practitioner_id is null then ${structure}.national_id
       else ${practitioner}.national_id end`;

/** SQL: what connected vendors said of agenda `near` of practitioner `p` or structure `st`. */
export const VENDORS_OF = `(select case when count(*) = 0 then 'none'
    when bool_and(coalesce(a.state = 'complete'
      and a.answered_at > (select sas_now()) - vendor_answer_lasts(), false)) then 'answered'
    else 'unanswered' end
  from ${SERVING('near', 'p', 'st')}
  left join vendor_answer a
    on (a.editor_id, a.kind, a.national_id) = (w.editor_id, w.kind, w.national_id))`;
