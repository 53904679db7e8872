import {
  formatInstant,
  parsePhone,
  parsePractitionerId,
  pickStructureIdentifier,
} from '@sas-kit/fhir';
import type {
  CommunityFixtures,
  PractitionerFixture,
  PractitionerFixtures,
} from '@sas-kit/conformance';
import type { AgendaFile, FilePractitioner, FileSlot } from '../agenda-file/agenda-file.ts';
import {
  canSend,
  communitiesOf,
  filled,
  type Found,
  foundIn,
  maySend,
  modalitiesOf,
  placesOf,
  slotTypesOf,
  type Timed,
} from './profile.ts';

/** A practitioner with an RPPS, and what searches find of theirs. */
interface Candidate {
  readonly id: string;
  readonly record: FilePractitioner;
  readonly timed: readonly Timed[];
  readonly ps: Found;
  readonly cpts: Found;
}

/** Who of the file serves for which check of the searches by practitioner and by CPTS. */
export function practitionerFixtures(
  file: AgendaFile,
  timed: readonly Timed[],
  now: Date,
): { readonly practitioners: PractitionerFixtures; readonly cpts: CommunityFixtures } {
  const all = file.practitioners.flatMap((record) => candidate(file, record, timed, now));
  const rpps = all.filter(({ id }) => /^8\d{11}$/.test(id));
  const offering = rpps.filter(({ ps }) => ps.slots.length > 0);
  const at = (count: number) => best(offering.filter(({ ps }) => placesOf(ps).length === count));
  const bareIds = offering.filter(isTypedBare);
  const unprefixed = best(bareIds.filter((each) => phoneOf(file, each))) ?? best(bareIds);
  const [first, second] = offering;
  const noSlots = rpps.find((each) => each.timed.length === 0);
  const bare = offering.find((each) => phoneOf(file, each) === undefined && isAlone(each));
  const adeli = all.find(({ id }) => id.startsWith('0'));
  const one = best(
    rpps.filter(({ cpts }) => placesOf(cpts).length === 1 && communitiesOf(cpts).length === 1),
  );
  const several = best(rpps.filter(({ cpts }) => placesOf(cpts).length === 2 && joins(cpts)));
  const alone = offering.filter(isAlone);
  const identified = alone.filter((each) => hasStructure(file, each));
  const onePlace = best(identified.length > 0 ? identified : alone);
  const twoPlaces = at(2);
  return {
    practitioners: {
      ...(onePlace && { onePlace: fixture(file, onePlace, 'ps') }),
      ...(twoPlaces && { twoPlaces: fixture(file, twoPlaces, 'ps') }),
      ...(first && second && { together: [first.id, second.id] as const }),
      ...(unprefixed && { unprefixed: fixture(file, unprefixed, 'ps') }),
      ...(noSlots && { noSlots: noSlots.id }),
      unknown: unknownId(all),
      ...(bare && { bare: bare.id }),
      ...(adeli && { adeli: adeli.id }),
      ...keptOf(file, offering),
    },
    cpts: {
      ...(one && { one: fixture(file, one, 'cpts') }),
      ...(several && { several: fixture(file, several, 'cpts') }),
    },
  };
}

function candidate(
  file: AgendaFile,
  record: FilePractitioner,
  timed: readonly Timed[],
  now: Date,
): Candidate[] {
  const parsed = parsePractitionerId(record.nationalId);
  if (parsed?.kind !== 'rpps' && parsed?.kind !== 'adeli') return [];
  const own = timed.filter(({ slot }) => slot.practitioner === record.id && !slot.site);
  const sent = own.filter((each) => canSend(file, each));
  const [ps, cpts] = [foundIn('ps', sent, now), foundIn('cpts', sent, now)];
  return [{ id: parsed.sas, record, timed: own, ps, cpts }];
}

/** The first whose slots do not change during a run, else the first. */
const best = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.find(({ ps, cpts }) => ps.stable && cpts.stable) ?? candidates[0];

const isTypedBare = ({ record, id }: Candidate): boolean =>
  !record.nationalId.replace(/\s/g, '').startsWith('8') && id.startsWith('8');

const isAlone = ({ ps }: Candidate): boolean => placesOf(ps).length === 1;

/** A slot for one CPTS, a slot for another, one for both. */
function joins({ slots }: Found): boolean {
  const alone = new Set(
    slots.flatMap(({ communities: [first, ...more] = [] }) =>
      more.length === 0 && first !== undefined ? [first] : [],
    ),
  );
  return alone.size > 1 && slots.some(({ communities = [] }) => communities.length > 1);
}

function fixture(file: AgendaFile, chosen: Candidate, flow: 'ps' | 'cpts'): PractitionerFixture {
  const found = chosen[flow];
  const phone = isAlone(chosen) ? phoneOf(file, chosen) : undefined;
  return {
    id: chosen.id,
    ...(found.stable && {
      slotTypes: slotTypesOf(flow, found),
      ...filled('consultationTypes', modalitiesOf(found)),
      ...filled('specialties', specialtiesOf(chosen.record, found.slots)),
    }),
    ...(phone !== undefined && { phone }),
  };
}

/** Whether their place has an identifier that SAS takes: official test 4.6.06 asks for one. */
function hasStructure(file: AgendaFile, { ps }: Candidate): boolean {
  const place = file.places.find(({ id }) => id === placesOf(ps)[0]);
  return pickStructureIdentifier(place?.structure) !== null;
}

function specialtiesOf(record: FilePractitioner, slots: readonly FileSlot[]): string[] {
  const said = slots.flatMap(({ specialties = [] }) =>
    specialties.length > 0 ? specialties : (record.specialties ?? []),
  );
  return [...new Set(said)];
}

/** The number that is sent with them: of the place, else their own. */
function phoneOf(file: AgendaFile, { ps, record }: Candidate): string | undefined {
  const place = file.places.find(({ id }) => id === placesOf(ps)[0]);
  for (const typed of [place?.phone, record.phone]) {
    const phone = typed ? parsePhone(typed, place?.postalCode) : null;
    if (phone?.kind === 'e164') return phone.value;
  }
  return undefined;
}

/** Somebody who has times that must never leave, at none of which a slot leaves. */
function keptOf(
  file: AgendaFile,
  offering: readonly Candidate[],
): Pick<PractitionerFixtures, 'kept'> {
  for (const { id, timed } of offering) {
    const sent = new Set(timed.filter((each) => maySend(file, each)).map(({ start }) => start));
    const kept = timed.filter((each) => !maySend(file, each) && !sent.has(each.start));
    const starts = kept.map(({ start }) => formatInstant(start, 'Europe/Paris'));
    if (starts.length > 0) return { kept: { id, starts } };
  }
  return {};
}

/** An RPPS with a right key that nobody of the file has, of the range that nobody has at all. */
function unknownId(known: readonly Candidate[]): string {
  const taken = new Set(known.map(({ id }) => id));
  for (let number = 10_999_099_990; ; number += 1) {
    const parsed = parsePractitionerId(String(number));
    if (parsed?.checkDigit === 'right' && !taken.has(parsed.sas)) return parsed.sas;
  }
}
