import { hubFinding, type HubFinding, type HubRule } from './findings.ts';
import { isFrenchOffset } from './french-zones.ts';
import { readInstant, type ReadInstant } from './instants.ts';

/** An object inside a message that is being read, where it is, and what was found so far. */
export interface Reading {
  readonly value: Readonly<Record<string, unknown>>;
  /** `message.appointment`; empty for the envelope. */
  readonly path: string;
  readonly findings: HubFinding[];
}

export type Presence = 'required' | 'optional';

/** Reports a finding about a property of what is being read, or about the whole of it. */
export function reportAt(reading: Reading, rule: HubRule, name = ''): void {
  const path = [reading.path, name].filter((part) => part !== '').join('.');
  reading.findings.push(hubFinding(rule, path));
}

/** The value of an own property; nothing is read from prototypes. */
function valueAt(reading: Reading, name: string): unknown {
  return Object.hasOwn(reading.value, name) ? reading.value[name] : undefined;
}

/** Whether it is an object, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a name; null when it is absent or no object, which is reported. */
export function objectAt(reading: Reading, name: string, presence: Presence): Reading | null {
  const value = valueAt(reading, name);
  if (isObject(value))
    return {
      value,
      path: reading.path === '' ? name : `${reading.path}.${name}`,
      findings: reading.findings,
    };
  reportAbsent(reading, name, value, presence);
  return null;
}

/** The first object of the list under a name; null when there is none, which is reported. */
export function firstAt(reading: Reading, name: string): Reading | null {
  const value = valueAt(reading, name);
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (Array.isArray(value) && value.length > 1) reportAt(reading, 'content-repeated', name);
  if (isObject(first)) {
    const path = reading.path === '' ? `${name}[0]` : `${reading.path}.${name}[0]`;
    return { value: first, path, findings: reading.findings };
  }
  reportAbsent(reading, name, Array.isArray(value) ? first : value, 'required');
  return null;
}

/**
 * The text under a name without blanks around it; a number is taken for its digits. Null when there
 * is none.
 */
export function textAt(reading: Reading, name: string, presence: Presence): string | null {
  const value = valueAt(reading, name);
  if (typeof value === 'number' && Number.isFinite(value)) {
    reportAt(reading, 'type-wrong', name);
    return String(value);
  }
  const text = typeof value === 'string' ? value.trim() : '';
  if (text !== '') return text;
  reportAbsent(reading, name, value, presence);
  return null;
}

/** The boolean under a name. Null when there is none. */
export function booleanAt(reading: Reading, name: string): boolean | null {
  const value = valueAt(reading, name);
  if (typeof value === 'boolean') return value;
  reportAbsent(reading, name, value, 'optional');
  return null;
}

/** The number under a name; digits in a text are taken for it. Null when there is none. */
export function numberAt(reading: Reading, name: string): number | null {
  const value = valueAt(reading, name);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && /^\d{1,9}$/.test(value.trim())) {
    reportAt(reading, 'type-wrong', name);
    return Number(value);
  }
  reportAbsent(reading, name, value, 'required');
  return null;
}

/** One of the values of a list, whatever its capitals. Null when there is none. */
export function oneOfAt<Value extends string>(
  reading: Reading,
  name: string,
  values: readonly Value[],
  presence: Presence,
): Value | null {
  const text = textAt(reading, name, presence);
  if (text === null) return null;
  const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
  if (found === undefined) reportAt(reading, 'value-unknown', name);
  else if (found !== text) reportAt(reading, 'value-case', name);
  return found ?? null;
}

const ODDITIES = {
  z: 'instant-z',
  fraction: 'instant-fraction',
  form: 'instant-form',
} as const satisfies Record<string, HubRule>;

/** The instant under a name, in the form that messages carry. Null when there is none. */
export function instantAt(reading: Reading, name: string, presence: Presence): ReadInstant | null {
  const text = textAt(reading, name, presence);
  if (text === null) return null;
  const instant = readInstant(text);
  if (instant === null) {
    reportAt(reading, 'instant-unreadable', name);
    return null;
  }
  if (instant.oddity !== null) reportAt(reading, ODDITIES[instant.oddity], name);
  if (!isFrenchOffset(instant.epochMs, instant.offsetMinutes))
    reportAt(reading, 'offset-not-french', name);
  return instant;
}

/** Reports, once, that there are properties which a closed schema does not know. */
export function reportUnknownAt(reading: Reading, known: readonly string[]): void {
  if (Object.keys(reading.value).some((name) => !known.includes(name)))
    reportAt(reading, 'property-unknown');
}

function reportAbsent(reading: Reading, name: string, value: unknown, presence: Presence): void {
  const isAbsent = value === undefined || value === null;
  const isBlank = typeof value === 'string' && value.trim() === '';
  if (!isAbsent && !isBlank) reportAt(reading, 'type-wrong', name);
  else if (presence === 'required') reportAt(reading, 'required-missing', name);
  else if (value !== undefined) reportAt(reading, 'value-empty', name);
}
