import type { AppointmentStatus } from '../policy.ts';

/** What decides which of two messages about one appointment counts. */
export interface Word {
  status: AppointmentStatus;
  /** When the editor wrote it; null where it never said. */
  writtenAt: Date | null;
  digest: string;
}

/** Of two messages of one instant, the one that is further on. */
const PROGRESS: readonly AppointmentStatus[] = [
  'pending',
  'booked',
  'noshow',
  'fulfilled',
  'cancelled',
];

/**
 * Whether a message replaces what is known of its appointment.
 *
 * By `meta.lastUpdated`, the one instant of FHIR that says when an appointment was changed: the profile has
 * no other (`created` is when it was taken). Of the same instant, the state that is further on, then the
 * hash: whatever the order of arrival, the same message wins. Without it, messages count as they arrive,
 * and a creation replaces nothing: it is the first word, however late it comes.
 */
export function supersedes(message: Word & { creates: boolean }, known: Word): boolean {
  if (message.writtenAt === null) return !message.creates && message.digest !== known.digest;
  if (known.writtenAt === null) return true;
  const later = message.writtenAt.getTime() - known.writtenAt.getTime();
  if (later !== 0) return later > 0;
  const further = PROGRESS.indexOf(message.status) - PROGRESS.indexOf(known.status);
  return further === 0 ? message.digest > known.digest : further > 0;
}
