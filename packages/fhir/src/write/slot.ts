import { BOOKING_MODES, CONSULTATION_TYPES, EXTENSIONS, isCode } from '../codes.ts';
import { inZone } from '../instants.ts';
import type { Slot, Visibility } from '../model.ts';
import type { CodeableConcept, Coding, Extension, FhirSlot } from '../resources.ts';
import {
  BOOKING_CONCEPTS,
  CONSULTATION_CONCEPTS,
  SLOT_TYPE_CODINGS,
  specialtyConcept,
} from './elements.ts';
import { type Notes, recordPlace } from './notes.ts';
import { typed, typedList } from './typed.ts';

/** What the flow knows about a slot before its resource is made. */
export interface SlotFrame {
  readonly id: string;
  readonly profile: string;
  /** `Schedule/…`. */
  readonly schedule: string;
  readonly timeZone: string;
  readonly visibility: readonly Visibility[];
  /** Service types that lead to the CPTS. */
  readonly communities?: readonly CodeableConcept[];
  /** Those of the practitioner, for a slot that names none. */
  readonly specialties?: readonly string[] | undefined;
  /** Booking address for a slot that has none. */
  readonly url?: string | undefined;
  /** Specialties already turned into concepts in this answer. */
  readonly concepts: Map<string, CodeableConcept | null>;
}

const PUBLIC_DISPLAY: readonly Extension[] = [
  { url: EXTENSIONS.publicDisplay, valueBoolean: true },
];

/** Start and end in the time of the place, or null with a finding. */
function times(
  slot: Slot,
  timeZone: string,
  notes: Notes,
): { readonly start: string; readonly end: string } | null {
  const start = inZone(typed(slot.start), timeZone);
  if (start === null) return notes.leaveOut(slot.id, 'agenda-slot-time', 'start', slot.start);
  const end = inZone(typed(slot.end), timeZone);
  if (end === null) return notes.leaveOut(slot.id, 'agenda-slot-time', 'end', slot.end);
  if (end.epochMs <= start.epochMs) {
    return notes.leaveOut(slot.id, 'agenda-slot-order', 'end', slot.end);
  }
  return { start: start.text, end: end.text };
}

/** Coded consultation types, then the CPTS, then the reasons as text (guide, FAQ, errors 5 and 6). */
function serviceTypes(slot: Slot, communities: readonly CodeableConcept[]): CodeableConcept[] {
  const types: CodeableConcept[] = [];
  for (const modality of typedList(slot.modalities)) {
    if (isCode(CONSULTATION_TYPES, modality)) types.push(CONSULTATION_CONCEPTS[modality]);
  }
  types.push(...communities);
  for (const text of typedList(slot.reasons)) types.push({ text });
  return types;
}

function sameSpecialty(one: CodeableConcept, other: CodeableConcept): boolean {
  if (one === other) return true;
  const [first] = one.coding ?? [];
  const [second] = other.coding ?? [];
  return (
    first?.code === second?.code && first?.system === second?.system && one.text === other.text
  );
}

/** Coded specialties first: the validator refuses a text in first place (official test 4.2.02). */
function specialties(slot: Slot, frame: SlotFrame): CodeableConcept[] {
  const own = typedList(slot.specialties);
  const coded: CodeableConcept[] = [];
  const texts: CodeableConcept[] = [];
  for (const specialty of own.length > 0 ? own : typedList(frame.specialties)) {
    let concept = frame.concepts.get(specialty);
    if (concept === undefined) {
      concept = specialtyConcept(specialty);
      frame.concepts.set(specialty, concept);
    }
    if (concept == null) continue;
    const list = concept.coding === undefined ? texts : coded;
    if (!list.some((each) => sameSpecialty(each, concept))) list.push(concept);
  }
  return texts.length === 0 ? coded : [...coded, ...texts];
}

const HTTP_URL = /^https?:\/\/[^\s/]+\S*$/i;

function bookingUrl(slot: Slot, frame: SlotFrame, notes: Notes): string | null {
  const own = typed(slot.url);
  if (HTTP_URL.test(own)) return own;
  const fallback = typed(frame.url);
  if (HTTP_URL.test(fallback)) return fallback;
  notes.add('agenda-slot-url', recordPlace('slots', slot.id, 'url'), own);
  return null;
}

/**
 * The resource of a slot, or null with a finding. Optional elements that the agenda does not fill are
 * absent, never empty (guide, FAQ, error 10).
 */
export function writeSlot(slot: Slot, frame: SlotFrame, notes: Notes): FhirSlot | null {
  const when = times(slot, frame.timeZone, notes);
  if (when === null) return null;
  const security: Coding[] = frame.visibility.map((code) => SLOT_TYPE_CODINGS[code]);
  const serviceType = serviceTypes(slot, frame.communities ?? []);
  const specialty = specialties(slot, frame);
  const url = bookingUrl(slot, frame, notes);
  const { booking } = slot;
  return {
    resourceType: 'Slot',
    id: frame.id,
    meta: { profile: [frame.profile], security },
    ...(slot.publicDisplay === true && { extension: PUBLIC_DISPLAY }),
    ...(serviceType.length > 0 && { serviceType }),
    ...(specialty.length > 0 && { specialty }),
    ...(isCode(BOOKING_MODES, booking) && { appointmentType: BOOKING_CONCEPTS[booking] }),
    schedule: { reference: frame.schedule },
    status: 'free',
    start: when.start,
    end: when.end,
    ...(url !== null && { comment: url }),
  };
}

/**
 * Whether a slot may leave at all: free, and seen for the first time in this answer.
 */
export function mayLeave(slot: Slot, seen: Set<string>, notes: Notes): boolean {
  if (slot.status != null && slot.status !== 'free') {
    notes.leaveOut(slot.id, 'agenda-slot-busy', 'status', slot.status);
    return false;
  }
  if (seen.has(slot.id)) {
    notes.add('agenda-slot-repeated', recordPlace('slots', slot.id));
    return false;
  }
  seen.add(slot.id);
  return true;
}

/** The types of a slot that a flow sends, in the order of the code list. */
export function visibilityOf(slot: Slot, sent: readonly Visibility[]): Visibility[] {
  const codes = typedList(slot.visibility);
  return sent.filter((code) => codes.includes(code));
}
