import type { AgendaSlot, Schedule } from '@sas-kit/client';
import type { Language } from '../../controllers/locale.ts';
import { civilTime } from '../../format/civil.ts';
import { formatDay, formatDuration, formatTime } from '../../format/formats.ts';
import { enumeration } from '../../format/sentence.ts';
import type { AgendaStrings } from './agenda-texts.ts';
import { stateOf } from './week-model.ts';

/** In which words, for which place, at what time. */
export interface WordContext {
  strings: AgendaStrings;
  language: Language;
  /** IANA zone of the place. */
  zone: string;
  /** Milliseconds. */
  now: number;
}

/** `9 h 20 – 9 h 35` */
export function rangeOf(
  { start, end }: AgendaSlot,
  { strings, zone, language }: WordContext,
): string {
  return strings.range(formatTime(start, zone, language), formatTime(end, zone, language));
}

/** `lundi 23 novembre` */
export function dayOf(
  { start }: Pick<AgendaSlot, 'start'>,
  { zone, language }: WordContext,
): string {
  return formatDay(civilTime(start, zone).date, language);
}

/** `lundi 23 novembre, 9 h 20` */
export function momentOf(slot: Pick<AgendaSlot, 'start'>, context: WordContext): string {
  const { strings, zone, language } = context;
  return strings.at(dayOf(slot, context), formatTime(slot.start, zone, language));
}

/** The words that a slot shows, in order. */
export interface SlotWords {
  time: string;
  duration: string;
  state: string;
  modalities: string;
  visibility: string;
  origin: string;
}

export function wordsOf(slot: AgendaSlot, context: WordContext): SlotWords {
  const { strings, zone, language, now } = context;
  const range = slot.booking === 'WALKIN' || (slot.capacity ?? 1) > 1;
  return {
    time: range ? rangeOf(slot, context) : formatTime(slot.start, zone, language),
    duration: formatDuration(slot.start, slot.end),
    state: stateWords(slot, strings, now),
    modalities: modalitiesOf(slot, strings),
    visibility: slot.visibility.map((code) => strings.visibilities[code]).join(', '),
    origin: strings.origins[slot.origin],
  };
}

/** `Cabinet, vidéo` */
export function modalitiesOf(
  { modalities, booking }: Pick<AgendaSlot, 'modalities' | 'booking'>,
  strings: AgendaStrings,
): string {
  const words = modalities.map((modality) => strings.shortModalities[modality]);
  if (booking === 'WALKIN') words.push(strings.walkIn);
  return enumeration(words);
}

/** `Libre`, `2 sur 4 réservés`, `Réservé`, `Retiré`. */
export function stateWords(slot: AgendaSlot, { state }: AgendaStrings, now: number): string {
  const { booked, capacity } = slot;
  const is = stateOf(slot, now);
  if (is === 'partly') return state.partly(booked, capacity ?? 1);
  if (is === 'full') return state.full(capacity ?? 1);
  return state[is];
}

/** Practitioner, or the site's structure where it has none. */
export function nameOf({ practitioner, structure, location }: Schedule): string {
  if (practitioner) return [practitioner.given, practitioner.family].filter(Boolean).join(' ');
  return structure?.name ?? location.name ?? location.line;
}
