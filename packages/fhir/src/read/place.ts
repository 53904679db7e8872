import { DAYS_OF_WEEK, IDENTIFIER_SYSTEMS, isCode } from '../codes.ts';
import { asList, asObject, asObjects, asText, type Json } from '../json.ts';
import type { Address, DayOfWeek, OpeningHours, StructureIds } from '../model.ts';
import type { Located } from '../references.ts';
import { timeZoneOf } from '../time-zones.ts';
import { mendPostalCode } from '../postal-codes.ts';
import { mendTime } from '../times-of-day.ts';
import { readStructureId, toStructureIds, typeCodes } from './identifiers.ts';
import type { ReadNotes } from './notes.ts';

/** What a Location says of itself, before it is known whose it is. */
export interface ReadLocation {
  readonly address: Address;
  readonly name: string;
  /** The vendor's identifier; the id of the resource where there is none. */
  readonly id: string;
  readonly system: string;
  readonly structure: StructureIds | null;
}

function readAddress(resource: Json, place: string, notes: ReadNotes): Address {
  const address = asObject(asObjects(resource['address'])[0]) ?? {};
  const line = asList(address['line']).map(asText).filter(Boolean).join(', ');
  const city = asText(address['city']);
  const typedCode = asText(address['postalCode']);
  const postalCode = mendPostalCode(typedCode) ?? typedCode;
  if (line === '' || city === '' || !/^\d{5}$/.test(postalCode)) {
    notes.add('read-address', `${place}.address`, [line, typedCode, city].join(', '));
  }
  if (postalCode !== typedCode) {
    notes.add('read-postal-code', `${place}.address.postalCode`, typedCode);
  }
  const position = asObject(resource['position']) ?? {};
  const { latitude, longitude } = position;
  const placed = typeof latitude === 'number' && typeof longitude === 'number';
  return {
    line,
    postalCode,
    city,
    ...(placed && { lat: latitude, lon: longitude }),
    timeZone: timeZoneOf(postalCode),
  };
}

/** Reads a Location, contained or not. */
export function readLocation(location: Located, notes: ReadNotes): ReadLocation {
  const { resource, place } = location;
  let own: { id: string; system: string } | null = null;
  let structure: StructureIds | null = null;
  for (const [index, identifier] of asObjects(resource['identifier']).entries()) {
    const system = asText(identifier['system']);
    const value = asText(identifier['value']);
    const national =
      system === IDENTIFIER_SYSTEMS.structure || typeCodes(identifier).includes('IDNST');
    if (national) {
      const id = readStructureId(identifier, `${place}.identifier[${index}]`, notes);
      if (id !== null) structure ??= toStructureIds(id);
    } else if (value !== '') {
      own ??= { id: value, system };
    }
  }
  return {
    address: readAddress(resource, place, notes),
    name: asText(resource['name']),
    id: own?.id ?? location.id,
    system: own?.system ?? '',
    structure,
  };
}

/** `08:00` for `08:00:00`; seconds stay where they say something. */
const shortTime = (time: string) => time.replace(/^(\d\d:\d\d):00$/, '$1');

/** Opening hours of a site. */
export function readOpeningHours(location: Located, notes: ReadNotes): OpeningHours[] {
  const read: OpeningHours[] = [];
  for (const [index, hours] of asObjects(location.resource['hoursOfOperation']).entries()) {
    const days = asList(hours['daysOfWeek'])
      .map((day) => asText(day).toLowerCase())
      .filter((day): day is DayOfWeek => isCode(DAYS_OF_WEEK, day));
    const allDay = hours['allDay'] === true;
    const opens = allDay ? '00:00:00' : mendTime(asText(hours['openingTime']));
    const closes = allDay ? '23:59:59' : mendTime(asText(hours['closingTime']));
    if (days.length === 0 || opens === null || closes === null) {
      notes.add('read-hours', `${location.place}.hoursOfOperation[${index}]`);
      continue;
    }
    read.push({ days, opens: shortTime(opens), closes: shortTime(closes) });
  }
  return read;
}
