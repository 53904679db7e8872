import {
  BOOKING_MODES,
  CODE_SYSTEMS,
  CONSULTATION_TYPES,
  CPTS_CATEGORY,
  EXTENSIONS,
  isCode,
  SLOT_TYPES,
} from '../codes.ts';
import { asObjects, asText, codingsOf, member, type Json } from '../json.ts';
import type { BookingMode, Modality, Slot, Visibility } from '../model.ts';
import type { Located } from '../references.ts';
import { DEFAULT_TIME_ZONE } from '../time-zones.ts';
import type { ReadNotes } from './notes.ts';
import { readSpecialties } from './specialties.ts';
import { readTime } from './time.ts';

/** Whose a slot is, as its schedule tells. */
export interface SlotOwner {
  readonly practitioner?: string;
  readonly place?: string;
  readonly site?: string;
  readonly timeZone?: string;
}

/** Slot types; labels of other systems (confidentiality, …) are none of our business. */
function readVisibility(located: Located, notes: ReadNotes): Visibility[] {
  const place = `${located.place}.meta.security`;
  const read = new Set<Visibility>();
  for (const [index, label] of asObjects(member(located.resource['meta'], 'security')).entries()) {
    const system = asText(label['system']);
    const code = asText(label['code']).toUpperCase();
    if (isCode(SLOT_TYPES, code)) {
      if (system !== CODE_SYSTEMS.slotType) {
        notes.add('read-code-system', `${place}[${index}].system`, system);
      }
      read.add(code);
    } else if (system === '' || system.includes('R314')) {
      notes.add('read-slot-type', `${place}[${index}].code`, code);
    }
  }
  if (read.size === 0) notes.add('read-slot-type', place);
  return [...read];
}

interface ServiceTypes {
  readonly modalities: Set<Modality>;
  readonly reasons: Set<string>;
  readonly communities: Set<string>;
}

/** A service type that stands for a CPTS leads to its HealthcareService by the extension. */
function communityOf(
  concept: Json,
  community: (reference: unknown) => string | null,
): string | null {
  for (const extension of asObjects(concept['extension'])) {
    const url = asText(extension['url']);
    if (url !== EXTENSIONS.serviceType && !url.endsWith('Slot.serviceType')) continue;
    const found = community(extension['valueReference']);
    if (found !== null) return found;
  }
  return null;
}

function readServiceTypes(
  located: Located,
  community: (reference: unknown) => string | null,
  notes: ReadNotes,
): ServiceTypes {
  const read: ServiceTypes = { modalities: new Set(), reasons: new Set(), communities: new Set() };
  for (const [index, concept] of asObjects(located.resource['serviceType']).entries()) {
    const place = `${located.place}.serviceType[${index}]`;
    const text = asText(concept['text']);
    const codings = codingsOf(concept);
    let cpts = false;
    for (const coding of codings) {
      const system = asText(coding['system']);
      const code = asText(coding['code']).toUpperCase();
      if (isCode(CONSULTATION_TYPES, code)) {
        if (system !== CODE_SYSTEMS.consultationType) {
          notes.add('read-code-system', `${place}.coding.system`, system);
        }
        read.modalities.add(code);
      } else if (code === CPTS_CATEGORY) {
        if (system !== CODE_SYSTEMS.establishment) {
          notes.add('read-code-system', `${place}.coding.system`, system);
        }
        cpts = true;
      } else {
        notes.add('read-service-type', `${place}.coding.code`, code);
        const label = asText(coding['display']);
        if (text === '' && label !== '') read.reasons.add(label);
      }
    }
    const found = communityOf(concept, community);
    if (found !== null) read.communities.add(found);
    else if (cpts) notes.add('read-community', place);
    if (text !== '' && !cpts) read.reasons.add(text);
  }
  return read;
}

function readBooking(located: Located, notes: ReadNotes): BookingMode | null {
  const { appointmentType } = located.resource;
  const codings = codingsOf(asObjects(appointmentType)[0]);
  for (const coding of codings) {
    const code = asText(coding['code']).toUpperCase();
    if (isCode(BOOKING_MODES, code)) return code;
  }
  if (codings.length > 0) notes.add('read-booking', `${located.place}.appointmentType`);
  return null;
}

function readUrl(located: Located, notes: ReadNotes): string | null {
  const text = asText(located.resource['comment']).replace(/&amp;/g, '&');
  if (text === '') return null;
  if (/^https?:\/\/[^\s/]\S*$/i.test(text)) return text;
  return notes.add('read-url', `${located.place}.comment`, text);
}

/**
 * Reads a slot; null, with a finding, when it is not free or has no readable times.
 *
 * @param community Id of the CPTS that a reference to a HealthcareService leads to.
 */
export function readSlot(
  located: Located,
  owner: SlotOwner,
  community: (reference: unknown) => string | null,
  notes: ReadNotes,
): Slot | null {
  const { resource, place } = located;
  const status = asText(resource['status']);
  if (status !== 'free') return notes.add('read-status', `${place}.status`, status);
  const timeZone = owner.timeZone ?? DEFAULT_TIME_ZONE;
  const start = readTime(resource['start'], timeZone, `${place}.start`, notes, true);
  const end = readTime(resource['end'], timeZone, `${place}.end`, notes, true);
  if (start === null || end === null) return null;
  if (end.epochMs <= start.epochMs) return notes.add('read-order', `${place}.end`, resource['end']);
  const { modalities, reasons, communities } = readServiceTypes(located, community, notes);
  const specialties = readSpecialties(resource['specialty'], notes, `${place}.specialty`);
  const booking = readBooking(located, notes);
  const url = readUrl(located, notes);
  const publicDisplay = asObjects(resource['extension']).some(
    (each) => each['url'] === EXTENSIONS.publicDisplay && each['valueBoolean'] === true,
  );
  return {
    id: located.id,
    ...(owner.practitioner !== undefined && { practitioner: owner.practitioner }),
    ...(owner.place !== undefined && { place: owner.place }),
    ...(owner.site !== undefined && { site: owner.site }),
    start: start.text,
    end: end.text,
    visibility: readVisibility(located, notes),
    ...(modalities.size > 0 && { modalities: [...modalities] }),
    ...(booking !== null && { booking }),
    ...(reasons.size > 0 && { reasons: [...reasons] }),
    ...(specialties.length > 0 && { specialties }),
    ...(communities.size > 0 && { communities: [...communities] }),
    ...(url !== null && { url }),
    ...(publicDisplay && { publicDisplay }),
  };
}
