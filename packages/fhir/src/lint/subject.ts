import type { GuideVersion } from '../guide.ts';
import { asObjects, asText, type Json } from '../json.ts';
import {
  locateContained,
  locateEntries,
  locateResource,
  type Located,
  ResourceIndex,
} from '../references.ts';
import { timeZoneOf } from '../time-zones.ts';
import type { LintFlow } from './rule.ts';

/** What is known beside the resource. */
export interface LintOptions {
  /** Default `1.1`. */
  readonly guide?: GuideVersion;
  /** Now, milliseconds since 1970: then slots that have begun are reported (official test 4.3.04). */
  readonly now?: number;
  /** The window that was asked for, bounds included, milliseconds since 1970. */
  readonly window?: { readonly from: number; readonly to: number };
}

/** What is checked: a Bundle with its resources, or one resource alone. */
export class Subject {
  readonly flow: LintFlow;
  readonly options: LintOptions;
  /** Null when one resource is checked alone: then nothing is said of references. */
  readonly bundle: Json | null;
  /** Resources of the entries, or the one resource. */
  readonly entries: readonly Located[];
  /** The same and what they contain. */
  readonly resources: readonly Located[];
  readonly index: ResourceIndex;
  #zones: ReadonlyMap<Located, string> | null = null;

  constructor(resource: Json, flow: LintFlow, options: LintOptions) {
    const isBundle = asText(resource['resourceType']) === 'Bundle';
    this.flow = flow;
    this.options = options;
    this.bundle = isBundle ? resource : null;
    this.entries = isBundle ? locateEntries(resource) : [locateResource(resource)];
    this.resources = this.entries.flatMap((each) => [each, ...locateContained(each)]);
    this.index = new ResourceIndex(this.entries);
  }

  get guide(): GuideVersion {
    return this.options.guide ?? '1.1';
  }

  /** Resources of a type, contained ones too. */
  ofType(type: string): Located[] {
    return this.resources.filter((located) => located.type === type);
  }

  /** Zone of the place of a slot, by its postal code; null when the slot leads to no place. */
  zoneOf(slot: Located): string | null {
    this.#zones ??= this.#readZones();
    const schedule = this.index.resolve(slot.resource['schedule'], slot);
    return schedule === null ? null : (this.#zones.get(schedule) ?? null);
  }

  #readZones(): ReadonlyMap<Located, string> {
    const zones = new Map<Located, string>();
    for (const schedule of this.index.ofType('Schedule')) {
      for (const actor of asObjects(schedule.resource['actor'])) {
        const target = this.index.resolve(actor, schedule);
        if (target === null) continue;
        const [reference] = asObjects(target.resource['location']);
        const location =
          target.type === 'Location' ? target : this.index.resolve(reference, target);
        const [address] = asObjects(location?.resource['address']);
        if (address === undefined) continue;
        zones.set(schedule, timeZoneOf(asText(address['postalCode'])));
      }
    }
    return zones;
  }
}
