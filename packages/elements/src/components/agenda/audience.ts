import type { Visibility } from '@sas-kit/client';

/** What keeps a slot from web visitors. */
export type WebBar = 'visibility' | 'slot' | 'agenda';

/** What decides who sees a slot. */
export interface Shown {
  visibility: readonly Visibility[];
  /** The slot's own switch. */
  publicDisplay: boolean;
  /** The agenda's. */
  agendaDisplay: boolean;
}

/** Who asks for slots, as the platform tells them apart. Whoever keeps the agenda sees all of it. */
export const readers = ['regulation', 'nurses', 'professionals', 'community', 'web'] as const;
export type Reader = (typeof readers)[number];

/** `scheme`: only where the practitioner is in the redirection scheme of the emergency department. */
export type Sight = 'yes' | 'no' | 'scheme';

/**
 * Whether somebody sees a slot that is free: regulators see every code; PUBLIC and PRO open it to
 * professionals, CPTS to the members of that one; web visitors see it only where it is PUBLIC and both
 * switches are on.
 */
export function sightOf(
  reader: Reader,
  { visibility, publicDisplay, agendaDisplay }: Shown,
): Sight {
  const has = (code: Visibility) => visibility.includes(code);
  const open = has('PUBLIC') || has('PRO');
  const sees: Record<Reader, Sight | boolean> = {
    regulation: visibility.length > 0,
    nurses: open || (has('SNP') && 'scheme'),
    professionals: open,
    community: open || has('CPTS'),
    web: has('PUBLIC') && publicDisplay && agendaDisplay,
  };
  const sight = sees[reader];
  return typeof sight === 'string' ? sight : sight ? 'yes' : 'no';
}

/** Who may see a slot, widest last. */
export type Viewer = 'regulation' | 'community' | 'professionals' | 'web';

/** The same in short: members of a CPTS are named where they see more than other professionals. */
export function viewersOf(shown: Shown): Viewer[] {
  const sees = (reader: Reader) => sightOf(reader, shown) === 'yes';
  const all = ['regulation', 'community', 'professionals', 'web'] as const;
  return all.filter((viewer) => sees(viewer) && !(viewer === 'community' && sees('professionals')));
}

/** The first thing that keeps a slot from web visitors; undefined where they see it. */
export function webBarOf({ visibility, publicDisplay, agendaDisplay }: Shown): WebBar | undefined {
  if (!visibility.includes('PUBLIC')) return 'visibility';
  if (!publicDisplay) return 'slot';
  return agendaDisplay ? undefined : 'agenda';
}
