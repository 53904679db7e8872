import type { Finding, Slot } from '@sas-kit/fhir';
import type { Settings } from '../options.ts';
import type { Ready } from './judge.ts';
import { slotFinding } from './rules.ts';

/** A slot as the writers take it, and what was mended for it. */
export interface MendedSlot {
  readonly slot: Slot;
  readonly findings: readonly Finding[];
}

/**
 * Makes a slot of the vendor's ready for the writers: one record for one person, public display only
 * where both the slot and its practitioner agree, nothing that was only for the connector.
 */
export function mendSlot({ slot, owner }: Ready): MendedSlot {
  const findings: Finding[] = [];
  const { consent: _consent, audience: _audience, status: _status, ...kept } = slot;
  return {
    slot: {
      ...kept,
      ...owner.names,
      start: asText(slot.start),
      end: asText(slot.end),
      booking: slot.booking ?? 'ROUTINE',
      ...(typeof slot.url === 'string' && { url: queried(slot.url, slot.id, findings) }),
      publicDisplay: isAgreed(slot.publicDisplay) && owner.publicDisplay,
    },
    findings,
  };
}

/**
 * Gives a slot without booking address of its own the vendor's general one: before it is compared with
 * what is kept, since the vendor may answer another address each time.
 */
export function withUrl(ready: Ready, agendaUrl: Settings['agendaUrl']): Ready {
  const { slot } = ready;
  if (agendaUrl === undefined || (typeof slot.url === 'string' && /^\s*https?:/i.test(slot.url))) {
    return ready;
  }
  const url = agendaUrl(slot);
  return url === undefined ? ready : { ...ready, slot: { ...slot, url } };
}

/** Databases give dates as objects. */
export function asText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return typeof value === 'string' ? value.trim() : '';
}

/** A switch that is off by default; databases hold it as 1. */
export function isAgreed(value: unknown): boolean {
  return value === true || value === 1;
}

/**
 * The platform appends `&origin=…` to the booking address as it is (official test 6.1.03): there must be
 * a `?` before it.
 */
function queried(url: string, slot: string, findings: Finding[]): string {
  const typed = url.trim();
  if (typed === '' || typed.includes('?') || typed.includes('#')) return typed;
  findings.push(slotFinding('slot-url-query', slot, 'url', typed));
  return `${typed}?`;
}
