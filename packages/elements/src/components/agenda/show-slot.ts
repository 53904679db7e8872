import type { AgendaSlot } from '@sas-kit/client';
import { civilTime } from '../../format/civil.ts';
import { places, type AgendaDesk } from './desk.ts';

/** Reads the week of a slot that has just been made or moved and gives it the focus. */
export async function showSlot(
  desk: AgendaDesk,
  slot: Pick<AgendaSlot, 'id' | 'start'>,
  text: string,
): Promise<void> {
  await desk.store.readWeek(civilTime(slot.start, desk.store.zone).date);
  await desk.around.focus(places.slot(slot.id), places.week);
  desk.around.say(text);
}
