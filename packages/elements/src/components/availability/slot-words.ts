import type { PublicCard } from '@sas-kit/client';
import type { Language } from '../../controllers/locale.ts';
import { formatClock, formatDuration, formatTime } from '../../format/formats.ts';
import type { AvailabilityStrings } from '../../strings/fr/availability.ts';
import { nameOf, type DaySlot } from './agenda.ts';

/** What a slot shows, and its whole name. */
export type SlotWords = [text: string, tag: string, name: string];

/**
 * What a slot shows, its time and what is not usual about it, and its whole name. `day` is the name of
 * its day, made once for all slots of the day.
 */
export function slotWords(
  { slot, minutes }: DaySlot,
  day: string,
  card: PublicCard,
  { strings, language }: { strings: AvailabilityStrings; language: Language },
): SlotWords {
  const { start, end, modalities } = slot;
  const { timeZone, city } = card.location;
  const walkIn = slot.booking === 'WALKIN';
  const time = formatClock(minutes, language);
  const text = walkIn ? strings.range(time, formatTime(end, timeZone, language)) : time;
  const away = modalities.includes('AMB') ? undefined : modalities[0];
  const tag = walkIn ? strings.walkIn : away ? strings.modalities[away] : '';
  const how = modalities.map((modality) => strings.modalities[modality]).join(', ');
  // What it shows comes first, as speech control needs, then all that places it out of context.
  const name = [
    tag ? `${text} ${tag}` : text,
    day,
    walkIn ? '' : formatDuration(start, end),
    tag === how ? '' : how,
    nameOf(card),
    city,
  ];
  return [text, tag, name.filter(Boolean).join(', ')];
}
