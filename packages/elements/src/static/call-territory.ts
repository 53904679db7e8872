import type { Territory } from '@sas-kit/client';
import type { OpeningHours, RegimeNumber } from '@sas-kit/client/regime';
import { isDate } from '../format/week.ts';
import { isPartialDate } from '../format/partial-date.ts';
import { isMembers, listMember, textMember, textsMember, type Members } from './members.ts';

/** What of a territory says whom to call when. */
export type CallTerritory = Pick<
  Territory,
  'id' | 'name' | 'timeZone' | 'checkedOn' | 'dangerSigns'
> & {
  accessNumbers: readonly RegimeNumber[];
  openingHours: readonly OpeningHours[];
};

/** A time of day, `24:00` where it ends. */
const time = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const bridges = ['monday-before-holiday', 'friday-after-holiday', 'saturday-after-holiday'];
const calendars =
  'national alsace-moselle guadeloupe martinique guyane la-reunion mayotte'.split(' ');

const isZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
};

/** Whether a member is a list of nothing but these words. */
const isListOf = (members: Members, name: string, words: readonly string[]) =>
  Array.isArray(members[name]) &&
  textsMember(members, name).filter((word) => words.includes(word)).length ===
    members[name].length;

const hasValidity = (members: Members) =>
  ['validFrom', 'validUntil'].every((name) => {
    const date = members[name];
    return date === null || (typeof date === 'string' && isPartialDate(date));
  });

const isNumber = (members: Members) =>
  /^(\+?\d{2,15}|to-be-announced)$/.test(textMember(members, 'number') ?? '') &&
  ['label', 'source'].every((name) => textMember(members, name) !== null) &&
  textsMember(members, 'regimes').length > 0 &&
  isListOf(members, 'regimes', ['sas', 'pdsa']) &&
  hasValidity(members);

const isHours = (members: Members) =>
  isListOf(members, 'days', days) &&
  ['from', 'to'].every((name) => time.test(textMember(members, name) ?? ''));

const isOpening = (members: Members) =>
  calendars.includes(textMember(members, 'holidays') ?? '') &&
  isListOf(members, 'bridgeDays', bridges) &&
  textMember(members, 'source') !== null &&
  hasValidity(members) &&
  isWhole(members, 'sas', isHours);

const isSigns = (value: unknown) =>
  value === null ||
  (isMembers(value) &&
    ['version', 'date'].every((name) => textMember(value, name) !== null) &&
    (value['notice'] === null || textMember(value, 'notice') !== null) &&
    ['validatedBy', 'fr', 'en'].every((name) => Array.isArray(value[name])));

/** Whether a member is a list of nothing but such records. */
function isWhole(members: Members, name: string, is: (record: Members) => boolean): boolean {
  const records = listMember(members, name);
  const value = members[name];
  return Array.isArray(value) && records.length === value.length && records.every(is);
}

/** What is asked of each member. */
const rules: Record<keyof CallTerritory, (record: Members) => boolean> = {
  id: (record) => textMember(record, 'id') !== null,
  name: (record) => textMember(record, 'name') !== null,
  timeZone: (record) => isZone(textMember(record, 'timeZone') ?? ''),
  checkedOn: (record) => isDate(textMember(record, 'checkedOn') ?? ''),
  accessNumbers: (record) => isWhole(record, 'accessNumbers', isNumber),
  openingHours: (record) => isWhole(record, 'openingHours', isOpening),
  dangerSigns: (record) => isSigns(record['dangerSigns']),
};

/**
 * The territory of a static file: the file itself, or the one of this id in its list `territories`.
 * A wrong number is worse than none: one member that is not as it should be refuses all.
 *
 * @returns the territory, or what is wrong with the file
 */
export function readCallTerritory(file: unknown, id: string): CallTerritory | string {
  if (!isMembers(file)) return 'is no territory.';
  const listed = Array.isArray(file['territories']);
  const record = listed
    ? listMember(file, 'territories').find((each) => id === '' || each['id'] === id)
    : file;
  if (!record) return `has no territory « ${id} ».`;
  for (const [name, rule] of Object.entries(rules)) {
    if (!rule(record)) return `has no valid « ${name} ».`;
  }
  return record as unknown as CallTerritory;
}
