import type { Flow } from '@sas-kit/fhir';
import type { OfferedSlot } from '../agenda.ts';

/** The types of slots that a flow sends (C13, C27). */
const TYPES: Readonly<Record<Flow, ReadonlySet<unknown>>> = {
  ps: new Set(['PUBLIC', 'PRO', 'SNP']),
  cpts: new Set(['PUBLIC', 'PRO', 'SNP', 'CPTS']),
  sos: new Set(['PUBLIC', 'SNP']),
};

/** Whether a slot is of a type that a flow sends. */
export function isShownIn(flow: Flow, { visibility }: OfferedSlot): boolean {
  return Array.isArray(visibility) && visibility.some((code) => TYPES[flow].has(code));
}

/** Whether a slot is of a type that at least one flow sends: the CPTS flow sends all that PS does. */
export function isShownAnywhere(slot: OfferedSlot): boolean {
  return isShownIn(slot.site ? 'sos' : 'cpts', slot);
}
