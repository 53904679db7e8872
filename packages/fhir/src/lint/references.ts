import { EXTENSIONS } from '../codes.ts';
import { asObject, asObjects, asText, type Json } from '../json.ts';
import { type Located, relativeReference } from '../references.ts';
import { SEARCHES, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

/** A reference, where it is and what it may lead to. */
interface Link {
  readonly from: Located;
  readonly text: string;
  readonly place: string;
  readonly targets: readonly string[];
}

function link(from: Located, value: unknown, element: string, targets: readonly string[]): Link[] {
  const reference = asObject(value);
  if (reference === null) return [];
  const text = asText(reference['reference']);
  // A logical reference (identifier only) leads nowhere and need not.
  if (text === '' && reference['identifier'] !== undefined) return [];
  return [{ from, text, place: `${from.place}.${element}.reference`, targets }];
}

const each = (value: unknown) => [...asObjects(value).entries()];

function linksOf(from: Located, flow: string): Link[] {
  const { resource } = from;
  switch (from.type) {
    case 'Slot':
      return [
        ...link(from, resource['schedule'] ?? {}, 'schedule', ['Schedule']),
        ...serviceLinks(from, resource),
      ];
    case 'Schedule': {
      const targets = flow === 'sos' ? ['Location'] : ['Practitioner', 'PractitionerRole'];
      return each(resource['actor']).flatMap(([index, actor]) =>
        link(from, actor, `actor[${index}]`, targets),
      );
    }
    case 'PractitionerRole':
      return [
        ...link(from, resource['practitioner'] ?? {}, 'practitioner', ['Practitioner']),
        ...each(resource['location']).flatMap(([index, location]) =>
          link(from, location, `location[${index}]`, ['Location']),
        ),
      ];
    case 'HealthcareService':
      return link(from, resource['providedBy'] ?? {}, 'providedBy', ['Organization']);
    case 'Location':
      if (flow !== 'sos') return [];
      return link(from, resource['managingOrganization'] ?? {}, 'managingOrganization', [
        'Organization',
      ]);
    default:
      return [];
  }
}

function serviceLinks(from: Located, resource: Json): Link[] {
  return each(resource['serviceType']).flatMap(([index, type]) =>
    each(type['extension'])
      .filter(([, extension]) => extension['url'] === EXTENSIONS.serviceType)
      .flatMap(([at, extension]) =>
        link(
          from,
          extension['valueReference'] ?? {},
          `serviceType[${index}].extension[${at}].value`,
          ['HealthcareService'],
        ),
      ),
  );
}

/** Every reference that the guide asks for. */
function links(subject: Subject): Link[] {
  return subject.entries.flatMap((located) => linksOf(located, subject.flow));
}

/** The type that a reference names; '' for `urn:` and for what names none. */
function namedType(text: string): string {
  return relativeReference(text).split('/')[0] ?? '';
}

/** Rules about references between resources. */
export const REFERENCE_RULES: readonly Rule[] = [
  {
    id: 'reference-missing',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'référence obligatoire absente', en: 'required reference missing' },
    mend: { fr: 'écrire Type/id', en: 'write Type/id' },
    source: 'profils du guide ; tests 4.3.05, 4.3.12',
    check(subject, report) {
      for (const { text, place } of links(subject)) if (text === '') report(place);
    },
  },
  {
    id: 'reference-relative',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'référence absolue : le kit ne compare que des références relatives',
      en: 'absolute reference: the kit compares relative references only',
    },
    mend: { fr: 'écrire Type/id', en: 'write Type/id' },
    source: 'tests 4.3.05, 4.4.05 à 4.4.08, 4.3.12',
    check(subject, report) {
      for (const { text, place } of links(subject)) {
        if (/^(?:https?:|urn:|\/)/i.test(text)) report(place, text);
      }
    },
  },
  {
    id: 'reference-dangling',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'référence vers une ressource absente du Bundle',
      en: 'reference to a resource that is not in the Bundle',
    },
    mend: {
      fr: 'joindre la ressource référencée (aggregation bundled)',
      en: 'add the resource that is referred to (aggregation bundled)',
    },
    source: 'profils FrSlotAgregateur et FrPractitionerRoleExerciceAgregateur, aggregation',
    check(subject, report) {
      for (const { from, text, place } of links(subject)) {
        if (text === '') continue;
        // A resource alone can only keep its promise about what it contains.
        if (subject.bundle === null && !text.startsWith('#')) continue;
        if (subject.index.resolve({ reference: text }, from) === null) report(place, text);
      }
    },
  },
  {
    id: 'reference-target',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'référence vers une ressource d’un autre type',
      en: 'reference to a resource of another type',
    },
    mend: {
      fr: 'Slot → Schedule → Practitioner et PractitionerRole → Location ; SOS : Schedule → Location → Organization',
      en: 'Slot → Schedule → Practitioner and PractitionerRole → Location; SOS: Schedule → Location → Organization',
    },
    source: 'profils du guide, targetProfile',
    check(subject, report) {
      for (const { from, text, place, targets } of links(subject)) {
        const target = subject.index.resolve({ reference: text }, from);
        const type = target?.type ?? namedType(text);
        if (type !== '' && !targets.includes(type)) report(place, text);
      }
    },
  },
];
