import type { AssociationFixture, AssociationFixtures } from '@sas-kit/conformance';
import { parseSiret } from '@sas-kit/fhir';
import type { AgendaFile, FileAssociation } from '../agenda-file/agenda-file.ts';
import {
  canSend,
  filled,
  type Found,
  foundIn,
  modalitiesOf,
  slotTypesOf,
  type Timed,
} from './profile.ts';

interface Candidate {
  readonly siret: string;
  readonly record: FileAssociation;
  /** Whether any of its sites has a slot, sent or not. */
  readonly hasSlots: boolean;
  readonly found: Found;
}

/** Which association of the file serves for which check of the SOS search. */
export function associationFixtures(
  file: AgendaFile,
  timed: readonly Timed[],
  now: Date,
): AssociationFixtures {
  const all = (file.associations ?? []).flatMap((record) => candidate(file, record, timed, now));
  if (all.length === 0) return {};
  const offering = all.filter(({ found }) => found.slots.length > 0);
  const one = offering.find(({ found }) => found.stable) ?? offering[0];
  const [first, second] = offering;
  const unprefixed = offering.find(({ record }) => record.siret.replace(/\s/g, '').length === 14);
  const noSlots = all.find(({ hasSlots }) => !hasSlots);
  return {
    ...(one && { one: fixture(one) }),
    ...(first && second && { together: [first.siret, second.siret] as const }),
    ...(unprefixed && { unprefixed: unprefixed.siret }),
    ...(noSlots && { noSlots: noSlots.siret }),
    unknown: unknownSiret(all),
  };
}

function candidate(
  file: AgendaFile,
  record: FileAssociation,
  timed: readonly Timed[],
  now: Date,
): Candidate[] {
  const parsed = parseSiret(record.siret);
  if (parsed === null) return [];
  const sites = new Set(record.sites.map(({ id }) => id));
  const own = timed.filter(({ slot }) => sites.has(slot.site ?? ''));
  const sent = own.filter((each) => canSend(file, each));
  return [
    { siret: parsed.sas, record, hasSlots: own.length > 0, found: foundIn('sos', sent, now) },
  ];
}

function fixture({ siret, found }: Candidate): AssociationFixture {
  if (!found.stable) return { siret };
  return {
    siret,
    sites: new Set(found.slots.map(({ site }) => site)).size,
    slotTypes: slotTypesOf('sos', found),
    ...filled('consultationTypes', modalitiesOf(found)),
  };
}

/** A SIRET with a right key that no association of the file has. */
function unknownSiret(known: readonly Candidate[]): string {
  const taken = new Set(known.map(({ siret }) => siret));
  for (let number = 90_000_999_990_000; ; number += 1) {
    const parsed = parseSiret(String(number));
    if (parsed?.checkDigit === 'right' && !taken.has(parsed.sas)) return parsed.sas;
  }
}
