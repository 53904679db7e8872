import type { Visibility } from '@sas-kit/client';

/** Who may see a slot, widest last. */
export type Viewer = 'regulation' | 'community' | 'professionals' | 'web';

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

/**
 * Who sees a slot: regulators see every code; PUBLIC and PRO open it to professionals; web visitors
 * see it only where it is PUBLIC and both switches are on.
 */
export function viewersOf({ visibility, publicDisplay, agendaDisplay }: Shown): Viewer[] {
  if (visibility.length === 0) return [];
  const open = visibility.includes('PUBLIC') || visibility.includes('PRO');
  const viewers: Viewer[] = ['regulation'];
  if (open) viewers.push('professionals');
  else if (visibility.includes('CPTS')) viewers.push('community');
  if (visibility.includes('PUBLIC') && publicDisplay && agendaDisplay) viewers.push('web');
  return viewers;
}

/** The first thing that keeps a slot from web visitors; undefined where they see it. */
export function webBarOf({ visibility, publicDisplay, agendaDisplay }: Shown): WebBar | undefined {
  if (!visibility.includes('PUBLIC')) return 'visibility';
  if (!publicDisplay) return 'slot';
  return agendaDisplay ? undefined : 'agenda';
}
