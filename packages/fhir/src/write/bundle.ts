import type { Finding } from '../finding.ts';
import { PROFILES, type Flow } from '../guide.ts';
import type { Agenda } from '../model.ts';
import type { AgendaResource, BundleEntry, FhirBundle } from '../resources.ts';
import { writeAssociationFlow } from './association-flow.ts';
import { Notes } from './notes.ts';
import type { WriteOptions } from './options.ts';
import { writePractitionerFlow } from './practitioner-flow.ts';

/** A Bundle, and what was seen while it was written. */
export interface WrittenBundle {
  readonly resource: FhirBundle;
  readonly findings: readonly Finding[];
  /** Why a slot of the agenda is not in the Bundle, by its id. */
  readonly leftOut: ReadonlyMap<string, Finding>;
}

/**
 * The address of a request as the self link repeats it: untouched but for a bare `+` in the query, which
 * a form decoder would read as a space (official test 4.3.07).
 *
 * Source: guide, "Réponse"; official test 4.3.07.
 */
export function selfLink(url: string): string {
  const query = url.indexOf('?');
  if (query < 0) return url;
  return url.slice(0, query) + url.slice(query).replace(/\+/g, '%2B').replace(/ /g, '%20');
}

/**
 * Writes the answer to a search as the guide wants it: INT_R01 (`ps`), INT_R04 (`cpts`), SOS (`sos`).
 *
 * Pass the part of the agenda that answers the search: slots inside the window, and the practitioners,
 * places, communities and associations that they name. `total` counts the matches: the slots, or the
 * Schedules of the SOS flow. An answer without slot has neither entry nor empty list.
 *
 * Nothing throws for a bad record: what cannot be sent is left out, and the findings say why.
 * Source: guide 1.1.0, profiles BundleAgregateur, sas-cpts-bundle-aggregator, sas-sos-bundle-aggregator.
 */
export function writeBundle(flow: Flow, agenda: Agenda, options: WriteOptions): WrittenBundle {
  const notes = new Notes();
  const { matches, included } =
    flow === 'sos'
      ? writeAssociationFlow(agenda, options, notes)
      : writePractitionerFlow(flow, agenda, options, notes);
  const base = options.baseUrl.replace(/\/+$/, '');
  const entry: BundleEntry[] = [];
  const add = (resource: AgendaResource, mode: 'match' | 'include') => {
    const fullUrl = `${base}/${resource.resourceType}/${resource.id}`;
    entry.push({ fullUrl, resource, search: { mode } });
  };
  for (const resource of matches) add(resource, 'match');
  for (const resource of included) add(resource, 'include');
  const resource: FhirBundle = {
    resourceType: 'Bundle',
    ...(options.id !== undefined && { id: options.id }),
    meta: { profile: [PROFILES[flow].Bundle] },
    type: 'searchset',
    total: matches.length,
    link: [{ relation: 'self', url: selfLink(options.selfUrl) }],
    ...(entry.length > 0 && { entry }),
  };
  return { resource, findings: notes.findings, leftOut: notes.leftOut };
}
