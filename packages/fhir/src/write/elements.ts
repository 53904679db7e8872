import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from '../codes.ts';
import type { PractitionerId, StructureId } from '../identifiers.ts';
import type { BookingMode, Modality, Visibility } from '../model.ts';
import { parsePhone } from '../phones.ts';
import type { CodeableConcept, Coding, ContactPoint, Identifier } from '../resources.ts';
import { findSpecialty } from '../specialties.ts';
import type { Notes } from './notes.ts';
import { typed } from './typed.ts';

const coding = (system: string, code: string): Coding => ({ system, code });
const concept = (system: string, code: string): CodeableConcept => ({
  coding: [coding(system, code)],
});

// Shared between the slots of an answer: readonly, and one object instead of thousands.

/** Types of slots as FHIR codings. */
export const SLOT_TYPE_CODINGS: Readonly<Record<Visibility, Coding>> = {
  PUBLIC: coding(CODE_SYSTEMS.slotType, 'PUBLIC'),
  PRO: coding(CODE_SYSTEMS.slotType, 'PRO'),
  SNP: coding(CODE_SYSTEMS.slotType, 'SNP'),
  CPTS: coding(CODE_SYSTEMS.slotType, 'CPTS'),
};

/** Types of consultations as FHIR concepts. */
export const CONSULTATION_CONCEPTS: Readonly<Record<Modality, CodeableConcept>> = {
  AMB: concept(CODE_SYSTEMS.consultationType, 'AMB'),
  HH: concept(CODE_SYSTEMS.consultationType, 'HH'),
  VR: concept(CODE_SYSTEMS.consultationType, 'VR'),
};

/** Ways of booking as FHIR concepts. */
export const BOOKING_CONCEPTS: Readonly<Record<BookingMode, CodeableConcept>> = {
  ROUTINE: concept(CODE_SYSTEMS.appointmentType, 'ROUTINE'),
  WALKIN: concept(CODE_SYSTEMS.appointmentType, 'WALKIN'),
};

/** Identifier of a person, with system, type and prefixed value (guide, FAQ). */
export function practitionerIdentifier(id: PractitionerId): Identifier {
  return {
    type: concept(CODE_SYSTEMS.identifierType, id.type),
    system: id.system,
    value: id.sas,
  };
}

/** Identifier of a structure; the code system of its type depends on the resource that carries it. */
export function structureIdentifier(id: StructureId, typeSystem: string): Identifier {
  return {
    type: concept(typeSystem, 'IDNST'),
    system: IDENTIFIER_SYSTEMS.structure,
    value: id.sas,
  };
}

/** Identifier that the vendor gave to a place. */
export function vendorIdentifier(system: string, value: string): Identifier {
  return { type: concept(CODE_SYSTEMS.placeIdentifierType, 'INTRN'), system, value };
}

/**
 * Telephone numbers as FHIR wants them; empty when there is none that can be sent (requirement 36: no
 * telecom without number).
 */
export function telecom(
  phone: string | undefined,
  postalCode: string | undefined,
  notes: Notes,
  place: string,
): readonly ContactPoint[] {
  const text = typed(phone);
  if (text === '') return [];
  const parsed = parsePhone(text, postalCode);
  if (parsed?.kind === 'e164') return [{ system: 'phone', value: parsed.value }];
  notes.add('agenda-phone', place, text);
  return [];
}

/**
 * A specialty, coded where it can be: `SM54`, a known label, `system|code`; else as text (guide, FAQ,
 * error 3).
 */
export function specialtyConcept(specialty: string): CodeableConcept | null {
  const text = specialty.trim();
  if (text === '') return null;
  const code = findSpecialty(text);
  if (code !== null) return concept(CODE_SYSTEMS.specialty, code);
  const bar = text.indexOf('|');
  const system = text.slice(0, bar);
  const value = text.slice(bar + 1);
  if (bar > 0 && /^(?:https?|urn):\S+$/.test(system) && /^\S+$/.test(value)) {
    return concept(system, value);
  }
  return { text };
}
