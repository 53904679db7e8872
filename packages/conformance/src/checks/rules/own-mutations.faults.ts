import type { Flow } from '@sas-kit/fhir';
import type { Mutation } from '../../../../fhir/src/testing/mutations.ts';
import { of } from '../../testing/spoil-answers.ts';

type Change = Mutation['change'];

const FLOWS: readonly Flow[] = ['ps', 'cpts', 'sos'];

/** The same fault in several flows. */
const inFlows = (flows: readonly Flow[], rule: string, name: string, change: Change): Mutation[] =>
  flows.map((flow) => ({ rule, flow, name, change }));

const slot = (b: any) => of(b, 'Slot')[0];
const role = (b: any) => of(b, 'PractitionerRole')[0];
const location = (b: any) => of(b, 'Location')[0];
const community = {
  coding: [{ system: 'http://x.example', code: '604' }],
  extension: [
    {
      url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType',
      valueReference: { reference: 'HealthcareService/cpts-1' },
    },
  ],
};

/** Puts the first resource of a type into the Bundle once more, under another id. */
function again(b: any, type: string, id: string): any {
  const resource = { ...structuredClone(of(b, type)[0]), id };
  const fullUrl = `https://agenda.example/fhir/${type}/${id}`;
  b.entry.push({ fullUrl, resource, search: { mode: 'include' } });
  return resource;
}

/** Faults that do not fit the answers of our sound server as fhir's tests write them. */
export const OWN_MUTATIONS: readonly Mutation[] = [
  ...inFlows(['cpts', 'sos'], 'bundle-self-link-plus', 'a bare plus', (b) => {
    b.link[0].url += '&x=a+b';
  }),
  ...inFlows(FLOWS, 'bundle-superfluous', 'a schedule without slot', (b) => {
    again(b, 'Schedule', 'lonely');
  }),
  ...inFlows(['cpts', 'sos'], 'date-offset', 'summer time in winter', (b) => {
    slot(b).start = slot(b).start.replace('+01:00', '+02:00');
  }),
  ...inFlows(['cpts'], 'date-order', 'an end at the start', (b) => {
    slot(b).end = slot(b).start;
  }),
  ...inFlows(FLOWS, 'date-past', 'a slot of two days ago', (b) => {
    slot(b).start = '2026-11-20T10:00:00.000+01:00';
  }),
  ...inFlows(FLOWS, 'date-window', 'a slot of next week', (b) => {
    slot(b).start = '2026-11-29T10:00:00.000+01:00';
  }),
  ...inFlows(['cpts'], 'place-identifier', 'none', (b) => delete role(b).contained[0].identifier),
  ...inFlows(['cpts'], 'practitioner-repeated', 'the same twice', (b) => {
    again(b, 'Practitioner', 'twin');
  }),
  ...inFlows(['cpts'], 'profile-url', 'that of the PS flow', (b) => {
    slot(b).meta.profile[0] = 'http://sas.fr/fhir/StructureDefinition/FrSlotAgregateur';
  }),
  ...inFlows(['cpts'], 'schedule-role-practitioner', 'of another', (b) => {
    again(b, 'Practitioner', 'other').identifier[0].value = '810999001075';
    of(b, 'Schedule')[0].actor[0].reference = 'Practitioner/other';
  }),
  ...inFlows(['cpts'], 'slot-type-code', 'private', (b) => {
    slot(b).meta.security[0].code = 'private';
  }),
  ...inFlows(['cpts', 'sos'], 'slot-url-missing-walk-in', 'none', (b) => {
    slot(b).appointmentType.coding[0].code = 'WALKIN';
    delete slot(b).comment;
  }),
  ...inFlows(['ps'], 'cpts-604-unexpected', '604 on a slot for the public', (b) => {
    slot(b).serviceType.push(community);
  }),
  ...inFlows(['ps'], 'cpts-extension-unexpected', 'on a consultation type', (b) => {
    slot(b).serviceType[0].extension = community.extension;
  }),
  ...inFlows(['sos'], 'empty-element', 'a text', (b) => (slot(b).comment = '')),
  ...inFlows(['sos'], 'phone-country', 'Belgian', (b) => {
    location(b).telecom[0].value = '+3225551212';
  }),
  ...inFlows(['sos'], 'phone-format', 'national', (b) => {
    location(b).telecom[0].value = '0261915050';
  }),
  ...inFlows(['sos'], 'telecom-complete', 'no value', (b) => delete location(b).telecom[0].value),
  ...inFlows(['sos'], 'place-address', 'no city', (b) => delete location(b).address.city),
  ...inFlows(['sos'], 'place-postal-code', 'a space', (b) => {
    location(b).address.postalCode = '76 620';
  }),
  ...inFlows(['sos'], 'profile-missing', 'none on the place', (b) => delete location(b).meta),
  ...inFlows(['sos'], 'reference-dangling', 'a place of nobody', (b) => {
    location(b).managingOrganization.reference = 'Organization/none';
  }),
  ...inFlows(['sos'], 'slot-repeated', 'the same time', (b) => {
    again(b, 'Slot', 'second');
  }),
  ...inFlows(['sos'], 'specialty-code', 'SM99', (b) => {
    const system =
      'https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale';
    slot(b).specialty = [{ coding: [{ system, code: 'SM99' }] }];
  }),
];
