/**
 * The elements of FHIR R4 that answers of the guide hold: `name:type`, with `*` where it is a list. What
 * is not named here is not judged.
 */
const ELEMENTS = {
  Bundle: 'type:text total:number link:Link* entry:Entry*',
  Link: 'relation:text url:text',
  Entry: 'fullUrl:text resource:Resource search:Search',
  Search: 'mode:text score:number',
  Resource: 'resourceType:text id:text meta:Meta contained:Resource* extension:Extension*',
  Meta: 'source:text lastUpdated:text profile:text* security:Coding* tag:Coding*',
  Extension:
    'url:text extension:Extension* valueBoolean:boolean valueString:text valueCode:text ' +
    'valueReference:Reference valueCoding:Coding valueCodeableConcept:CodeableConcept ' +
    'valueIdentifier:Identifier',
  Coding: 'extension:Extension* system:text version:text code:text display:text',
  CodeableConcept: 'extension:Extension* coding:Coding* text:text',
  Identifier:
    'extension:Extension* use:text type:CodeableConcept system:text value:text assigner:Reference',
  Reference: 'extension:Extension* reference:text type:text identifier:Identifier display:text',
  HumanName: 'use:text text:text family:text given:text* prefix:text* suffix:text*',
  ContactPoint: 'system:text value:text use:text rank:number',
  Address: 'use:text type:text text:text line:text* city:text postalCode:text country:text',
  Position: 'longitude:number latitude:number altitude:number',
  Hours: 'daysOfWeek:text* allDay:boolean openingTime:text closingTime:text',
  Participant: 'type:CodeableConcept* actor:Reference required:text status:text',
  Slot:
    'identifier:Identifier* serviceCategory:CodeableConcept* serviceType:CodeableConcept* ' +
    'specialty:CodeableConcept* appointmentType:CodeableConcept schedule:Reference status:text ' +
    'start:text end:text overbooked:boolean comment:text',
  Schedule:
    'identifier:Identifier* active:boolean serviceType:CodeableConcept* ' +
    'specialty:CodeableConcept* actor:Reference* comment:text',
  Practitioner:
    'identifier:Identifier* active:boolean name:HumanName* telecom:ContactPoint* ' +
    'address:Address* gender:text',
  PractitionerRole:
    'identifier:Identifier* active:boolean practitioner:Reference organization:Reference ' +
    'code:CodeableConcept* specialty:CodeableConcept* location:Reference* telecom:ContactPoint*',
  Location:
    'identifier:Identifier* status:text name:text type:CodeableConcept* telecom:ContactPoint* ' +
    'address:Address position:Position managingOrganization:Reference hoursOfOperation:Hours*',
  Organization:
    'identifier:Identifier* active:boolean type:CodeableConcept* name:text alias:text* ' +
    'telecom:ContactPoint* address:Address*',
  HealthcareService:
    'identifier:Identifier* active:boolean providedBy:Reference type:CodeableConcept* ' +
    'location:Reference* name:text telecom:ContactPoint*',
  Appointment:
    'identifier:Identifier* status:text serviceType:CodeableConcept* ' +
    'specialty:CodeableConcept* appointmentType:CodeableConcept start:text end:text ' +
    'slot:Reference* created:text comment:text participant:Participant*',
} as const;

/** A resource or data type whose elements the rules know. */
export type ElementType = keyof typeof ELEMENTS;

/** What an element is: one or a list, of a primitive or of elements in turn. */
export interface ElementShape {
  readonly type: ElementType | 'text' | 'number' | 'boolean';
  readonly list: boolean;
}

function shapesOf(elements: string): ReadonlyMap<string, ElementShape> {
  return new Map(
    elements.split(' ').map((element) => {
      const [name = '', type = ''] = element.split(':');
      return [name, { type: type.replace('*', ''), list: type.endsWith('*') } as ElementShape];
    }),
  );
}

/** Elements by the type that has them. */
export const ELEMENT_SHAPES: ReadonlyMap<string, ReadonlyMap<string, ElementShape>> = new Map(
  Object.entries(ELEMENTS).map(([type, elements]) => [type, shapesOf(elements)]),
);
