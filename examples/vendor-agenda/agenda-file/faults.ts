import type { ErrorObject } from 'ajv';
import type { AgendaFile, FileSlot } from './agenda-file.ts';
import { startOf, StartError, zoneOf } from './slot-start.ts';

/** Something wrong in an agenda file. */
export interface Fault {
  /** `slots[3].minutes`; empty for the file itself. */
  readonly place: string;
  readonly message: string;
}

/** A fault of the schema, at a place that a person finds. */
export function schemaFault({ instancePath, keyword, params, message = '' }: ErrorObject): Fault {
  const steps = instancePath.split('/').slice(1).map(unescape);
  if (keyword === 'required') steps.push(String(params['missingProperty']));
  if (keyword === 'additionalProperties') steps.push(String(params['additionalProperty']));
  return { place: placeOf(steps), message: messageOf(keyword, params, message) };
}

const unescape = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

function placeOf(steps: readonly string[]): string {
  const place = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('');
  return place.replace(/^\./, '');
}

function messageOf(keyword: string, params: Record<string, unknown>, message: string): string {
  if (keyword === 'required') return 'is missing';
  if (keyword === 'additionalProperties') return 'is unknown';
  if (keyword === 'enum')
    return `must be one of ${(params['allowedValues'] as string[]).join(', ')}`;
  return message;
}

/** What the schema cannot say: an id used twice, a start that cannot be read. */
export function contentFaults(file: AgendaFile, now: Date): Fault[] {
  const sites = (file.associations ?? []).flatMap(({ sites }) => sites);
  return [
    ...repeated('practitioners', file.practitioners),
    ...repeated('places', file.places),
    ...repeated('communities', file.communities ?? []),
    ...repeated('associations', file.associations ?? []),
    ...repeated('sites of associations', sites),
    ...repeated('slots', file.slots),
    ...startFaults(file, now),
  ];
}

function repeated(list: string, records: readonly { readonly id: string }[]): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const [index, { id }] of records.entries()) {
    if (seen.has(id))
      faults.push({ place: `${list}[${index}].id`, message: `is used twice: ${id}` });
    seen.add(id);
  }
  return faults;
}

function startFaults(file: AgendaFile, now: Date): Fault[] {
  const faults: Fault[] = [];
  for (const [index, slot] of file.slots.entries()) {
    try {
      startOf(slot, zoneOf(undefined), now);
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      faults.push({ place: `slots[${index}]`, message: error.message });
    }
  }
  return faults;
}

/** Slots that name somebody who is not in the file: loaded, never sent. */
export function danglingReferences(file: AgendaFile): Fault[] {
  const known = (records: readonly { readonly id: string }[] = []) =>
    new Set(records.map(({ id }) => id));
  const practitioners = known(file.practitioners);
  const places = known(file.places);
  const communities = known(file.communities);
  const sites = known((file.associations ?? []).flatMap((each) => each.sites));
  const wrong = (slot: FileSlot): string[] => [
    ...(slot.site
      ? sites.has(slot.site)
        ? []
        : ['site']
      : [
          ...(practitioners.has(slot.practitioner ?? '') ? [] : ['practitioner']),
          ...(places.has(slot.place ?? '') ? [] : ['place']),
        ]),
    ...((slot.communities ?? []).every((id) => communities.has(id)) ? [] : ['communities']),
  ];
  return file.slots.flatMap((slot, index) =>
    wrong(slot).map((name) => ({
      place: `slots[${index}].${name}`,
      message: 'is not in the file',
    })),
  );
}
