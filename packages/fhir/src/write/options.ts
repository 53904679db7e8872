import type { GuideVersion } from '../guide.ts';
import type { Slot } from '../model.ts';
import type { AgendaResource } from '../resources.ts';

/** What a Bundle needs besides the agenda. */
export interface WriteOptions {
  /** Base address of the FHIR interface, without a slash at the end: `https://agenda.example/fhir`. */
  readonly baseUrl: string;
  /** Address of the request, query included; echoed as the self link (official test 4.3.07). */
  readonly selfUrl: string;
  /** The vendor's own system for its places: a URL or `urn:oid:…`. */
  readonly identifierSystem: string;
  /** Id of the Bundle. Default: none. */
  readonly id?: string;
  /** Default `1.1`, which the official test kit validates against. */
  readonly guide?: GuideVersion;
  /** Booking address for a slot that has none of its own (official test 4.3.08 wants one on all). */
  readonly agendaUrl?: (slot: Slot) => string | undefined;
}

/** Resources of an answer: those that the search asked for, and those that they lead to. */
export interface FlowResources {
  readonly matches: readonly AgendaResource[];
  readonly included: readonly AgendaResource[];
}
