/** An answer over real HTTP, read. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

export async function ask(url: string, init?: RequestInit): Promise<Received> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : JSON.parse(text),
  };
}

/** Resources of one type in a Bundle. */
export function resourcesOf(bundle: any, type: string): any[] {
  return (bundle.entry ?? [])
    .map((entry: any) => entry.resource)
    .filter((resource: any) => resource.resourceType === type);
}

export const idsOf = (bundle: any, type: string): string[] =>
  resourcesOf(bundle, type).map(({ id }) => id);

const NATIONAL = 'urn:oid:1.2.250.1.71.4.2.1%7C';
const STRUCTURE = 'urn:oid:1.2.250.1.71.4.2.2%7C';

export interface Asking {
  readonly ids?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

const FROM = '2026-11-22T08:00:00.000%2B01:00';
const TO = '2026-11-24T23:59:59.000%2B01:00';

/** The search of practitioners as the official kit sends it. */
export function slotSearch({ ids = ['810999001000'], from = FROM, to = TO }: Asking = {}): string {
  return (
    '/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor' +
    `&schedule.actor:Practitioner.identifier=${ids.map((id) => NATIONAL + id).join(',')}` +
    `&start=ge${from}&start=le${to}&status=free`
  );
}

/** That of CPTS: without offset (C17). */
export function communitySearch({
  ids = ['810999001000'],
  from = '2026-11-22T08:00:00.000',
  to = '2026-11-24T23:59:59.000',
}: Asking = {}): string {
  return (
    '/Slot?_include=Slot:schedule&_include=Slot:service-type-reference' +
    '&_include:iterate=Schedule:actor&_include:iterate=HealthcareService:organization' +
    `&schedule.actor:Practitioner.identifier=${ids.map((id) => NATIONAL + id).join(',')}` +
    `&start=ge${from}&start=le${to}&status=free`
  );
}

/** That of associations, as the guide writes it. */
export function associationSearch({
  ids = ['390000090200016'],
  from = '2026-11-22T08:00:00+01:00',
  to = '2026-11-24T23:59:59+01:00',
}: Asking = {}): string {
  return (
    '/Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location' +
    '&_include:iterate=Location:organization' +
    `&_has:Slot:schedule:start=ge${from}&_has:Slot:schedule:start=le${to}` +
    '&_has:Slot:schedule:status=free' +
    `&actor:Location.organization.identifier=${ids.map((id) => STRUCTURE + id).join(',')}`
  );
}
