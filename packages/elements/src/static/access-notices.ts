import { isWebAddress, readList, textMember, type Members, type Reading } from './members.ts';

/** How an emergency department is reached: by anyone, or after a call. */
export const accesses = ['open', 'regulated'] as const;
export type Access = (typeof accesses)[number];

/** Access of one emergency department for some time. */
export interface AccessNotice {
  /** Name of the department or its hospital. */
  facility: string;
  access: Access;
  /** Instants in ms since 1970; null where the notice has no such end. */
  from: number | null;
  to: number | null;
  /** IANA zone of the place. */
  timeZone: string;
  /** Number to call first, where it is not 15. */
  phone: string | null;
  source: string;
  sourceUrl: string | null;
}

/** An instant with its zone: without one, nobody knows when it is. */
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant in ms since 1970, null for an absent one, undefined for what is none. */
function readInstant(text: string | null): number | null | undefined {
  if (text === null) return null;
  const instant = zoned.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * A notice of a file or of the element's attributes. Null where it cannot be trusted: access, place or
 * source is missing, or an end is no instant. A notice that is half understood would misdirect.
 */
export function readAccessNotice(record: Members): AccessNotice | null {
  const facility = textMember(record, 'facility');
  const source = textMember(record, 'source');
  const access = accesses.find((one) => one === record['access']);
  const from = readInstant(textMember(record, 'from'));
  const to = readInstant(textMember(record, 'to'));
  if (facility === null || source === null || !access) return null;
  if (from === undefined || to === undefined) return null;
  if (from !== null && to !== null && to <= from) return null;
  const timeZone = textMember(record, 'timeZone') ?? 'Europe/Paris';
  const phone = textMember(record, 'phone')?.replace(/[\s.]/g, '') ?? null;
  const sourceUrl = textMember(record, 'sourceUrl');
  return {
    facility,
    access,
    from,
    to,
    timeZone: isZone(timeZone) ? timeZone : 'Europe/Paris',
    phone: phone !== null && /^\+?\d{2,15}$/.test(phone) ? phone : null,
    source,
    sourceUrl: sourceUrl !== null && isWebAddress(sourceUrl) ? sourceUrl : null,
  };
}

/** The notices of a file; undefined where it has no list `notices`. */
export function readAccessNotices(file: unknown): Reading<AccessNotice> | undefined {
  return readList(file, ['notices'], readAccessNotice);
}

/** Notices that hold or will hold, those that hold first, then by their beginning. */
export function liveNotices(notices: readonly AccessNotice[], now: number): AccessNotice[] {
  const later = ({ from }: AccessNotice) => Number(from !== null && from > now);
  return notices
    .filter(({ to }) => to === null || to > now)
    .sort((one, other) => later(one) - later(other) || (one.from ?? 0) - (other.from ?? 0));
}

/** The next instant at which a notice begins or ends, undefined where none does. */
export function nextChange(notices: readonly AccessNotice[], now: number): number | undefined {
  const ends = notices.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null);
  const ahead = ends.filter((end) => end > now);
  return ahead.length > 0 ? Math.min(...ahead) : undefined;
}
