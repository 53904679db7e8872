import type { Hold, Orientation } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import type { OrientationClient } from './client.ts';
import { isVendors, type Target } from './target.ts';

/** What becomes of an appointment whose place another one takes. */
export type Fate =
  /** The same appointment, at another time: dispatch software is told of a change. */
  | 'moved'
  /** It still stands, and another one is made: it is cancelled. */
  | 'cancelled'
  /** It was cancelled before. */
  | 'gone';

/** From one slot of the platform to another it is moved, and nowhere else. */
export function fateOf({ appointment }: Orientation, target: Target): Fate {
  if (!appointment || appointment.status === 'cancelled') return 'gone';
  const { status, slot, source } = appointment;
  const comes = status === 'booked' && Date.parse(slot.start) > clock.today();
  const here = source?.kind !== 'editor';
  const there = target.kind === 'slot' && !isVendors(target.offer);
  return comes && here && there ? 'moved' : 'cancelled';
}

/**
 * Moves the appointment of an orientation to a slot that is kept. Where its answer was lost, the same is
 * asked again: the platform moves it once.
 *
 * @throws SasError
 */
export async function move(
  { appointments }: Pick<OrientationClient, 'appointments'>,
  lost: Orientation,
  { id: holdId, slot }: Hold,
): Promise<Orientation> {
  const request = { slotId: slot.id, holdId };
  const appointment = await appointments.reschedule(lost.appointmentId ?? '', request);
  const { id, reference, slot: now } = appointment;
  const { firstStart } = lost;
  const sameTime = firstStart !== null && Date.parse(now.start) === Date.parse(firstStart);
  const followUp = sameTime ? 'booked' : 'moved';
  return { ...lost, appointment, appointmentId: id, reference, followUp };
}
