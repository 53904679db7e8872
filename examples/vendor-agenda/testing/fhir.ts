/** An answer of the FHIR interface, read. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

export async function ask(url: string, init?: RequestInit): Promise<Received> {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Resources of one type in a Bundle. */
export const resourcesOf = (bundle: any, type: string): any[] =>
  (bundle.entry ?? [])
    .map(({ resource }: any) => resource)
    .filter(({ resourceType }: any) => resourceType === type);

/** Starts of the slots of a Bundle, local time of their place. */
export const startsOf = (bundle: any): string[] =>
  resourcesOf(bundle, 'Slot').map(({ start }) => start);

const PERSON = 'urn:oid:1.2.250.1.71.4.2.1%7C';
const STRUCTURE = 'urn:oid:1.2.250.1.71.4.2.2%7C';

const bound = (at: Date): string => at.toISOString().replace('Z', '%2B00:00');

/** 72 hours from an instant. */
function window(from: Date): readonly [string, string] {
  return [bound(from), bound(new Date(from.getTime() + 72 * 3_600_000))];
}

/** The search by practitioner (INT_R01). */
export function slotSearch(base: string, ids: readonly string[], from: Date): string {
  const [ge, le] = window(from);
  return (
    `${base}/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&status=free` +
    `&schedule.actor:Practitioner.identifier=${ids.map((id) => PERSON + id).join()}` +
    `&start=ge${ge}&start=le${le}`
  );
}

/** The search by CPTS (INT_R04). */
export function communitySearch(base: string, ids: readonly string[], from: Date): string {
  return `${slotSearch(base, ids, from)}&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization`;
}

/** The search by SOS Médecins association. */
export function associationSearch(base: string, sirets: readonly string[], from: Date): string {
  const [ge, le] = window(from);
  return (
    `${base}/Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location` +
    `&_include:iterate=Location:organization&_has:Slot:schedule:status=free` +
    `&_has:Slot:schedule:start=ge${ge}&_has:Slot:schedule:start=le${le}` +
    `&actor:Location.organization.identifier=${sirets.map((id) => STRUCTURE + id).join()}`
  );
}

/** A regulator's account as SAS sends it (INT_R02). */
export function regulator(value: string, changes: object = {}): object {
  return {
    resourceType: 'Practitioner',
    active: true,
    identifier: [{ system: 'urn:oid:1.2.250.1.71.4.2.1', value }],
    name: [{ family: 'Régulatrice', given: ['Fictive'] }],
    telecom: [{ system: 'email', value: 'regulatrice@example.org' }],
    ...changes,
  };
}

const JSON_BODY = { 'content-type': 'application/fhir+json' };

export function createRegulator(base: string, account: object): Promise<Received> {
  const body = JSON.stringify(account);
  return ask(`${base}/Practitioner`, { method: 'POST', headers: JSON_BODY, body });
}

export function updateRegulator(base: string, value: string, account: object): Promise<Received> {
  const criterion = `identifier=${PERSON}${encodeURIComponent(value)}`;
  const body = JSON.stringify(account);
  return ask(`${base}/Practitioner?${criterion}`, { method: 'PUT', headers: JSON_BODY, body });
}
