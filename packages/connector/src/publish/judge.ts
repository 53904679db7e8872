import {
  type Address,
  type Finding,
  fromWallClock,
  isTimeZone,
  parseInstant,
  type Slot,
  timeZoneOf,
} from '@sas-kit/fhir';
import type { OfferedSlot } from '../agenda.ts';
import { BoundedMap } from './bounded-map.ts';
import { asText, isAgreed } from './mend-slot.ts';
import { communitiesOf, isOn, type Records } from './records.ts';
import { slotFinding, type PublishRule } from './rules.ts';
import { isShownAnywhere } from './shown.ts';

/** What a search asked for. */
export interface Asked {
  /** null: anybody. */
  readonly identifiers: ReadonlySet<string> | null;
  readonly from: number;
  readonly to: number;
}

/** A slot that may leave. */
export interface Ready {
  readonly slot: OfferedSlot;
  readonly owner: Owner;
  /** In ms since 1970. */
  readonly start: number;
}

/** Who offers a slot, and where. */
export interface Owner {
  /** By which a search asks for them. */
  readonly identifier: string;
  readonly names: Pick<Slot, 'practitioner' | 'place' | 'site'>;
  readonly address: Address;
  /** Whether they agree that web visitors see the slots that say so. */
  readonly publicDisplay: boolean;
  /** Changes when a record that the slot leads to reads differently. */
  readonly version: string;
}

/** A slot that may leave, or why it may not. */
export type Judgement = { readonly ready: Ready } | { readonly reasons: readonly Finding[] };

/**
 * Whether a slot may be sent, whatever the vendor answered: free, of someone who consents, for everyone,
 * asked for, inside the window. Pure; every reason that holds is given.
 */
export function judge(slot: OfferedSlot, records: Records, asked: Asked): Judgement {
  const reasons: Finding[] = [];
  const say: Say = (rule, element = '', value) => {
    reasons.push(slotFinding(rule, slot.id, element, value));
  };
  const { status, consent, audience } = slot as { readonly [Key in keyof OfferedSlot]: unknown };
  if (status !== undefined && status !== null && status !== 'free')
    say('slot-busy', 'status', status);
  if (!isOn(consent)) say('slot-consent', 'consent');
  if (audience === 'own-patients' || audience === 'structure') say(audience, 'audience');
  else if (audience !== undefined && audience !== null && audience !== 'everyone') {
    say('slot-audience', 'audience', audience);
  }
  const owner = ownerOf(slot, records, asked, say);
  const start = startOf(slot, owner?.address);
  if (start === null) say('slot-time', 'start', slot.start);
  else if (!(start >= asked.from && start <= asked.to)) {
    say('outside-window', 'start', slot.start);
  }
  if (reasons.length === 0 && !isShownAnywhere(slot)) {
    say('agenda-slot-visibility', 'visibility', slot.visibility);
  }
  if (reasons.length > 0 || owner === null || start === null) return { reasons };

  return { ready: { slot, owner, start } };
}

type Say = (rule: PublishRule, element?: string, value?: unknown) => void;

/** Who offers a slot; null with a reason when nobody asked for them, or they are not known. */
function ownerOf(slot: OfferedSlot, records: Records, asked: Asked, say: Say): Owner | null {
  const found = slot.site ? siteOf(slot, records, say) : practitionerOf(slot, records, say);
  if (found !== null && asked.identifiers?.has(found.identifier) === false) {
    say('not-asked');
  }
  return found;
}

function siteOf(slot: OfferedSlot, records: Records, say: Say): Owner | null {
  const known = records.sites.get(slot.site ?? '');
  if (known === undefined) {
    say('slot-owner', 'site', slot.site);
    return null;
  }
  if (known.siret === null) {
    say('association-siret', 'site', known.record.siret);
    return null;
  }
  return {
    identifier: known.siret,
    names: { site: known.site.id },
    address: known.site,
    publicDisplay: true,
    version: known.version,
  };
}

function practitionerOf(slot: OfferedSlot, records: Records, say: Say): Owner | null {
  const person = records.practitioners.get(slot.practitioner ?? '');
  if (person === undefined) {
    say('slot-owner', 'practitioner', slot.practitioner);
    return null;
  }
  if (!person.consents) say('practitioner-consent', 'practitioner');
  if (person.sas === null) {
    say('practitioner-id', 'practitioner', person.record.nationalId);
    return null;
  }
  const place = records.places.get(slot.place ?? '');
  if (place === undefined) {
    say('slot-owner', 'place', slot.place);
    return null;
  }
  const communities = communitiesOf(slot)
    .map((id) => records.communities.get(id)?.version ?? '')
    .join();
  return {
    identifier: person.sas,
    names: { practitioner: person.record.id, place: place.record.id },
    address: place.record,
    publicDisplay: isAgreed(person.record.publicDisplay),
    version: `${person.version} ${place.version} ${communities}`,
  };
}

/** Instants already read: slots of an agenda start at few different times. */
const instants = new BoundedMap<string, number>(20_000);

/** The instant at which a slot starts; a text without offset is local time of the place. */
function startOf(slot: OfferedSlot, address: Address | undefined): number | null {
  const text = asText(slot.start);
  const known = instants.get(text);
  if (known !== undefined) return known;
  const parsed = parseInstant(text);
  if (parsed === null) return null;
  if (parsed.epochMs !== null) {
    instants.set(text, parsed.epochMs);
    return parsed.epochMs;
  }
  const { timeZone, postalCode } = address ?? {};
  const zone = timeZone && isTimeZone(timeZone) ? timeZone : undefined;
  return fromWallClock(parsed.wallMs, zone ?? timeZoneOf(postalCode));
}
