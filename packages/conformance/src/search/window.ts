import { formatInstant, fromWallClock, offsetAt, type Flow } from '@sas-kit/fhir';

const PARIS = 'Europe/Paris';
const SECOND = 1_000;
const DAY = 86_400_000;

/** The two bounds of a search, as they are written in it and as instants. */
export interface SearchWindow {
  /** Not encoded, without the prefix `ge`. */
  readonly ge: string;
  /** Not encoded, without the prefix `le`. */
  readonly le: string;
  /** What they mean, both included, ms since 1970. */
  readonly from: number;
  readonly to: number;
}

/** The clock of Paris as if it were UTC, whole seconds, ms since 1970. */
function wallClock(now: number): number {
  const wall = now + offsetAt(PARIS, now) * 60_000;
  return wall - (wall % SECOND);
}

const text = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, 23);

/**
 * From now to the end of the day after tomorrow in Paris, written as SAS writes it:
 * - `ps`: as the official kit, the Paris clock labelled `+00:00`, so that it begins one or two hours late;
 * - `cpts`: as the official kit, the Paris clock without offset;
 * - `sos`: as the guide's page, with the offset of Paris and without milliseconds.
 *
 * @param now ms since 1970.
 */
export function windowOf(flow: Flow, now: number): SearchWindow {
  const start = wallClock(now);
  const end = start - (start % DAY) + 3 * DAY - SECOND;
  if (flow === 'ps') {
    return { ge: `${text(start)}+00:00`, le: `${text(end)}+00:00`, from: start, to: end };
  }
  const from = fromWallClock(start, PARIS);
  const to = fromWallClock(end, PARIS);
  if (flow === 'cpts') return { ge: text(start), le: text(end), from, to };
  const seconds = (instant: number) => formatInstant(instant, PARIS).replace('.000', '');
  // Without milliseconds the last second counts whole.
  return { ge: seconds(from), le: seconds(to), from, to: to + SECOND - 1 };
}
