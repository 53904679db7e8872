import type { components } from '../generated/platform.ts';
import { type ErrorCode, type Fault, ProblemError } from '../http/problem.ts';
import { toE164 } from './phone.ts';
import type { Territory } from './territory-records.ts';
import type { TerritoryParts } from './territory-timeline.ts';

type Schemas = components['schemas'];
type TerritoryUpdate = Schemas['TerritoryUpdate'];
type Period = { validFrom: string | null; validUntil: string | null };

/** Answered by everybody's emergency services: no territory lists them as its own. */
const OF_EVERYBODY = ['112', '114'];

/** Collects every fault, so that a form tells all of them at once. */
class Faults {
  readonly #found: Fault[] = [];

  add(code: ErrorCode, pointer: string, detail: string): void {
    this.#found.push({ code, pointer, detail });
  }

  /** Keeps what a reading throws. */
  read<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#found.push(...error.faults);
      return undefined;
    }
  }

  /** @throws {ProblemError} of the first fault, with all of them. */
  check(): void {
    const [first] = this.#found;
    if (first === undefined) return;
    const detail = this.#found.map((fault) => `${fault.pointer} ${fault.detail}`).join('; ');
    throw new ProblemError(first.code, detail, { faults: this.#found });
  }
}

/**
 * What a change makes of a territory, in the form in which it is kept.
 *
 * @param before the territory as it will stand when the change begins to hold
 * @param today civil date of the territory
 * @throws {ProblemError} 400 or 422 with the place of every fault.
 */
export function readTerritoryParts(
  update: TerritoryUpdate,
  before: Territory,
  today: string,
): TerritoryParts {
  const faults = new Faults();
  const parts: TerritoryParts = {};
  const { accessNumbers, openingHours, statuses, partners, dangerSigns, publicBooking } = update;
  const compared = accessNumbers !== undefined || openingHours !== undefined;
  const checkedOn = update.checkedOn ?? (compared ? today : undefined);
  if (checkedOn !== undefined) {
    if (checkedOn > today) faults.add('out-of-range', '/checkedOn', 'is a day to come');
    parts.checkedOn = checkedOn;
  }
  if (accessNumbers) {
    parts.accessNumbers = accessNumbers.map((number, index) =>
      readNumber(number, `/accessNumbers/${index}`, faults),
    );
  }
  if (openingHours) {
    for (const [index, hours] of openingHours.entries()) checkHours(hours, index, faults);
    parts.openingHours = openingHours;
  }
  if (statuses) {
    for (const [index, { from }] of statuses.entries()) {
      checkDate(from, `/statuses/${index}/from`, faults);
    }
    parts.statuses = statuses.toSorted((one, other) => compare(one.from ?? '', other.from ?? ''));
  }
  if (partners) {
    parts.partners = partners.toSorted((one, other) => one.name.localeCompare(other.name, 'fr'));
  }
  if (dangerSigns !== undefined) {
    if (dangerSigns !== null) checkSigns(dangerSigns, before.dangerSigns, today, faults);
    parts.dangerSigns = dangerSigns;
  }
  if (publicBooking) {
    checkAccountability(publicBooking, faults);
    const { enabled, controller, dataProtectionContact } = publicBooking;
    parts.publicBooking = { enabled, controller, dataProtectionContact };
  }
  if (Object.keys(parts).length === 0) faults.add('missing-member', '', 'nothing is to change');
  faults.check();
  return parts;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function readNumber(
  update: Schemas['AccessNumberUpdate'],
  pointer: string,
  faults: Faults,
): Schemas['AccessNumber'] {
  const { number: text, label, regimes, hours = null, validFrom, validUntil, source } = update;
  checkPeriod(update, pointer, faults);
  const number =
    text === 'to-be-announced'
      ? text
      : (faults.read(() => toAccessNumber(text, `${pointer}/number`)) ?? text);
  if (number === '15') {
    if (regimes.length < 2) {
      faults.add('emergency-number', `${pointer}/regimes`, '15 answers day and night');
    }
    if (hours !== null) faults.add('emergency-number', `${pointer}/hours`, '15 has no hours');
    if (validUntil !== null) {
      faults.add('emergency-number', `${pointer}/validUntil`, '15 does not end');
    }
  }
  return { number, label, regimes, hours, validFrom, validUntil, source };
}

/** 15, 116 117 and short numbers as they are; all others in E.164. */
function toAccessNumber(text: string, pointer: string): string {
  const digits = text.replaceAll(/[\s.()-]/g, '');
  if (OF_EVERYBODY.includes(digits)) {
    const detail = `${digits} is shown everywhere already, and is no territory's`;
    throw new ProblemError('emergency-number', detail, {
      faults: [{ code: 'emergency-number', pointer, detail }],
    });
  }
  return /^(15|116117|3\d{3})$/.test(digits) ? digits : toE164(text, pointer);
}

function checkHours(hours: Schemas['OpeningHoursUpdate'], index: number, faults: Faults): void {
  const pointer = `/openingHours/${index}`;
  checkPeriod(hours, pointer, faults);
  for (const [at, { from, to }] of hours.sas.entries()) {
    if (from < to) continue;
    faults.add('end-before-start', `${pointer}/sas/${at}/to`, `${to} is not after ${from}`);
  }
}

function checkPeriod({ validFrom, validUntil }: Period, pointer: string, faults: Faults): void {
  checkDate(validFrom, `${pointer}/validFrom`, faults);
  checkDate(validUntil, `${pointer}/validUntil`, faults);
  if (validFrom === null || validUntil === null) return;
  if (validUntil >= validFrom.slice(0, validUntil.length)) return;
  faults.add(
    'end-before-start',
    `${pointer}/validUntil`,
    `${validUntil} is not after ${validFrom}`,
  );
}

/** A day that no calendar has is none, whatever its form. */
function checkDate(date: string | null, pointer: string, faults: Faults): void {
  if (date === null || date.length < 10) return;
  const day = new Date(date);
  if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)) return;
  faults.add('invalid-format', pointer, `${date} is no day`);
}

function checkSigns(
  signs: Schemas['DangerSignsUpdate'],
  before: Territory['dangerSigns'],
  today: string,
  faults: Faults,
): void {
  if (signs.date > today) faults.add('out-of-range', '/dangerSigns/date', 'is a day to come');
  const textOf = ({ fr, en }: Schemas['DangerSigns']) => JSON.stringify([fr, en]);
  if (before?.version !== signs.version || textOf(before) === textOf(signs)) return;
  const detail = `version ${signs.version} has another text`;
  faults.add('version-required', '/dangerSigns/version', detail);
}

/** Code de la santé publique and GDPR art. 13: people are told who answers for their data, and whom to ask. */
function checkAccountability(booking: Schemas['PublicBookingUpdate'], faults: Faults): void {
  if (!booking.enabled) return;
  for (const name of ['controller', 'dataProtectionContact'] as const) {
    if (booking[name] !== null) continue;
    const detail = 'is required where the public books';
    faults.add('accountability-required', `/publicBooking/${name}`, detail);
  }
}
