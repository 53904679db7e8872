import { fromWallClock, type Flow, type Modality, offsetAt, type Visibility } from '@sas-kit/fhir';
import { mendPostalCode } from '@sas-kit/fhir/postal-codes';
import type {
  AgendaFile,
  FilePlace,
  FilePractitioner,
  FileSlot,
} from '../agenda-file/agenda-file.ts';

const PARIS = 'Europe/Paris';
const HOUR_MS = 3_600_000;
/** The official kit's window begins up to two hours late; a run takes a while. */
const SURE_AFTER_MS = 2.75 * HOUR_MS;

/** Types that a flow carries. */
const TYPES: Readonly<Record<Flow, readonly Visibility[]>> = {
  ps: ['PUBLIC', 'PRO', 'SNP'],
  cpts: ['PUBLIC', 'PRO', 'SNP', 'CPTS'],
  sos: ['PUBLIC', 'SNP'],
};

/** A slot of the file and when it starts, ms since 1970. */
export interface Timed {
  readonly slot: FileSlot;
  readonly start: number;
}

/** The slots of somebody that a search of the kit finds. */
export interface Found {
  readonly slots: readonly FileSlot[];
  /** Whether a run a little later finds the same. */
  readonly stable: boolean;
}

/** Whether the file lets a slot leave at all. */
export function maySend(file: AgendaFile, { slot }: Timed): boolean {
  const { status = 'free', consent = true, audience = 'everyone' } = slot;
  const agreed = slot.site || practitionerOf(file, slot)?.consent !== false;
  return status === 'free' && consent && audience === 'everyone' && Boolean(agreed);
}

/** Whether it may leave, and what the guide wants of a place and of a name is there. */
export function canSend(file: AgendaFile, timed: Timed): boolean {
  const { slot } = timed;
  const place = placeOf(file, slot);
  if (place === undefined || !maySend(file, timed)) return false;
  const person = practitionerOf(file, slot);
  const named = slot.site || person?.family.trim();
  const { line, city, postalCode } = place;
  return Boolean(named && line.trim() && city.trim()) && mendPostalCode(postalCode) !== null;
}

function placeOf(file: AgendaFile, { site, place }: FileSlot): FilePlace | undefined {
  const sites = (file.associations ?? []).flatMap((association) => association.sites);
  return site ? sites.find(({ id }) => id === site) : file.places.find(({ id }) => id === place);
}

function practitionerOf(file: AgendaFile, slot: FileSlot): FilePractitioner | undefined {
  return file.practitioners.find(({ id }) => id === slot.practitioner);
}

/** What a search of a flow finds between now and the end of the day after tomorrow. */
export function foundIn(flow: Flow, slots: readonly Timed[], now: Date): Found {
  const shown = slots.filter(({ slot }) =>
    slot.visibility.some((code) => TYPES[flow].includes(code)),
  );
  const last = endOfWindow(now);
  const possible = shown.filter(({ start }) => start > now.getTime() && start <= last + HOUR_MS);
  const sure = possible.filter(
    ({ start }) => start >= now.getTime() + SURE_AFTER_MS && start <= last - HOUR_MS,
  );
  return { slots: sure.map(({ slot }) => slot), stable: sure.length === possible.length };
}

function endOfWindow(now: Date): number {
  const wall = now.getTime() + offsetAt(PARIS, now.getTime()) * 60_000;
  const day = 24 * HOUR_MS;
  return fromWallClock(wall - (wall % day) + 3 * day, PARIS);
}

export function slotTypesOf(flow: Flow, { slots }: Found): Visibility[] {
  return TYPES[flow].filter((code) => slots.some(({ visibility }) => visibility.includes(code)));
}

export function modalitiesOf({ slots }: Found): Modality[] {
  return [...new Set(slots.flatMap(({ modalities = [] }) => modalities))];
}

export function placesOf({ slots }: Found): string[] {
  return [...new Set(slots.map(({ place = '' }) => place))];
}

export function communitiesOf({ slots }: Found): string[] {
  return [...new Set(slots.flatMap(({ communities = [] }) => communities))];
}

/** A member of the configuration, unless there is nothing to say. */
export function filled<Name extends string, Value>(
  name: Name,
  values: readonly Value[],
): Partial<Record<Name, readonly Value[]>> {
  return values.length === 0 ? {} : ({ [name]: values } as Record<Name, readonly Value[]>);
}
