import type { CallPurpose, Card, PracticeCallRequest, Structure } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { civilTime } from '../../format/civil.ts';
import { formatInstant } from '../../format/instants.ts';
import { nameOf } from '../availability/agenda.ts';

/** Who is called before a patient is sent there. */
export interface Candidate {
  /** Of the agenda, or of the structure. */
  readonly id: string;
  readonly kind: 'overbooking' | 'structure';
  readonly name: string;
  /** `8 quai de Southampton, Le Havre`; empty where no place of theirs is known. */
  readonly where: string;
  readonly phone: string | null;
  readonly distanceKm: number | null;
  readonly purpose: CallPurpose;
  /** Their place, where the search told it. */
  readonly card: Card | undefined;
}

/** Bodies that take people on the telephone. */
export const bodies = ['sos', 'cpts', 'msp', 'cds'] as const satisfies readonly Structure['kind'][];

const isBody = ({ kind }: Structure) => (bodies as readonly string[]).includes(kind);

const placed = (card: Card) => ({
  where: `${card.location.line}, ${card.location.city}`,
  phone: card.location.phone,
  distanceKm: card.distanceKm,
  card,
});

/** Practices that take people beside their slots, nearest first. */
export function overbookable(cards: readonly Card[]): Candidate[] {
  return cards
    .filter(({ overbooking }) => overbooking)
    .sort((one, other) => one.distanceKm - other.distanceKm)
    .map((card) => ({
      id: card.id,
      kind: 'overbooking',
      purpose: 'overbooking',
      name: nameOf(card),
      ...placed(card),
    }));
}

/** SOS Médecins, CPTS, MSP and health centres: those of the search with their telephone first. */
export function callable(cards: readonly Card[], structures: readonly Structure[]): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = ({ id, kind, name }: Structure, card?: Card) => {
    if (found.has(id)) return;
    const place = card
      ? placed(card)
      : { where: '', phone: null, distanceKm: null, card: undefined };
    const purpose = kind === 'sos' ? 'sos' : 'structure';
    found.set(id, { id, kind: 'structure', name, purpose, ...place });
  };
  const near = [...cards].sort((one, other) => one.distanceKm - other.distanceKm);
  for (const card of near) if (card.structure && isBody(card.structure)) add(card.structure, card);
  for (const structure of structures) add(structure);
  return [...found.values()];
}

/** What is noted of a call. */
export const calledOf = ({ id, kind }: Candidate): Partial<PracticeCallRequest> =>
  kind === 'overbooking' ? { scheduleId: id } : { structureId: id };

const quarter = 15 * 60_000;
const ahead = 72 * 3_600_000;

/**
 * The quarters of an hour of the next 72 h, by civil date of a zone; each an instant with its offset.
 *
 * @param deadline - none later than this, ms since 1970
 */
export function quartersOf(zone: string, deadline = Infinity): Map<string, string[]> {
  const now = clock.today();
  const end = Math.min(now + ahead, deadline);
  const days = new Map<string, string[]>();
  for (let at = (Math.floor(now / quarter) + 1) * quarter; at <= end; at += quarter) {
    const { date } = civilTime(at, zone);
    const day = days.get(date) ?? [];
    day.push(formatInstant(at, zone));
    days.set(date, day);
  }
  return days;
}
