import type { Report } from './finding.ts';

/** A file that follows `schemas/access.schema.json`, as far as the rules read it. */
export interface AccessFile {
  notices: {
    facility: string;
    access: string;
    from?: string | null;
    to?: string | null;
    timeZone?: string;
  }[];
}

const instant = (text: string | null | undefined, open: number): number =>
  text ? Date.parse(text) : open;

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What the schema cannot say of a list of notices. `now` in ms since 1970. */
export function accessRules({ notices }: AccessFile, now: number, report: Report): void {
  const periods = notices.map(({ from, to }) => [instant(from, -Infinity), instant(to, Infinity)]);
  for (const [index, notice] of notices.entries()) {
    const place = `/notices/${index}`;
    const [from = NaN, to = NaN] = periods[index] ?? [];
    if (Number.isNaN(from) || Number.isNaN(to)) {
      report('error', place, 'no-instant', 'begins or ends at no date that exists');
      continue;
    }
    if (to <= from) report('error', place, 'period', 'ends before it begins: it is not shown');
    else if (to <= now) report('warning', place, 'expired', 'has expired: it is not shown');
    if (to === Infinity) {
      report('warning', `${place}/to`, 'open-ended', 'has no end: come back to it');
    }
    if (notice.timeZone !== undefined && !isZone(notice.timeZone)) {
      report('error', `${place}/timeZone`, 'no-zone', `${notice.timeZone} is no zone`);
    }
    for (let other = 0; other < index; other += 1) {
      const [otherFrom = NaN, otherTo = NaN] = periods[other] ?? [];
      const before = notices[other];
      const together = from < otherTo && otherFrom < to;
      const same = before?.facility === notice.facility;
      if (together && same && before.access !== notice.access) {
        report('error', place, 'contradiction', `says the opposite of /notices/${other}`);
      }
    }
  }
}
