import type { Territory } from '@sas-kit/client';
import type { OpeningHours, RegimeNumber } from '@sas-kit/client/regime';
import { isPartialDate } from '../format/partial-date.ts';
import { isDate } from '../format/week.ts';
import { isMembers, listMember } from './members.ts';

/** What of a territory says whom to call when. */
export type CallTerritory = Pick<
  Territory,
  'id' | 'name' | 'timeZone' | 'checkedOn' | 'dangerSigns'
> & {
  accessNumbers: readonly RegimeNumber[];
  openingHours: readonly OpeningHours[];
};

type Check = (value: unknown) => boolean;

const textThat =
  (is: (text: string) => boolean): Check =>
  (value) =>
    typeof value === 'string' && is(value);
const match = (pattern: RegExp) => textThat((text) => pattern.test(text));
const listOf =
  (is: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(is);
const orNull =
  (is: Check): Check =>
  (value) =>
    value === null || is(value);
const recordOf =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isMembers(value) && Object.entries(checks).every(([name, is]) => is(value[name]));

const text = match(/\S/);
const time = match(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const date = textThat(isPartialDate);
const valid = { validFrom: orNull(date), validUntil: orNull(date), source: text };
const zone = textThat((name) => {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
});

/** What is asked of each member. */
const checks: Record<keyof CallTerritory, Check> = {
  id: text,
  name: text,
  timeZone: zone,
  checkedOn: textThat(isDate),
  accessNumbers: listOf(
    recordOf({
      ...valid,
      number: match(/^(\+?\d{2,15}|to-be-announced)$/),
      label: text,
      regimes: listOf(match(/^(sas|pdsa)$/)),
    }),
  ),
  openingHours: listOf(
    recordOf({
      ...valid,
      sas: listOf(
        recordOf({
          days: listOf(match(/^(mon|tue|wed|thu|fri|sat|sun)$/)),
          from: time,
          to: time,
        }),
      ),
      holidays: match(
        /^(national|alsace-moselle|guadeloupe|martinique|guyane|la-reunion|mayotte)$/,
      ),
      bridgeDays: listOf(match(/^(monday-before|(friday|saturday)-after)-holiday$/)),
    }),
  ),
  dangerSigns: orNull(
    recordOf({
      version: text,
      date,
      notice: orNull(text),
      validatedBy: listOf(text),
      fr: listOf(text),
      en: listOf(text),
    }),
  ),
};

/**
 * The territory of a static file: the file itself, or the one of this id in its list `territories`.
 * A wrong number is worse than none: one member that is not as it should be refuses all.
 *
 * @returns the territory, or what is wrong with the file
 */
export function readCallTerritory(file: unknown, id: string): CallTerritory | string {
  if (!isMembers(file)) return 'is no territory.';
  const record = Array.isArray(file['territories'])
    ? listMember(file, 'territories').find((each) => id === '' || each['id'] === id)
    : file;
  if (!record) return `has no territory « ${id} ».`;
  for (const [name, is] of Object.entries(checks)) {
    if (!is(record[name])) return `has no valid « ${name} ».`;
  }
  return record as unknown as CallTerritory;
}
