import { asList, asObject, asObjects, asText } from '../json.ts';
import { type Located, relativeReference } from '../references.ts';
import { SEARCHES, type Report, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

/** Types of resources that a search may answer. */
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  ps: ['Slot', 'Schedule', 'Practitioner', 'PractitionerRole'],
  cpts: [
    'Slot',
    'Schedule',
    'Practitioner',
    'PractitionerRole',
    'HealthcareService',
    'Organization',
  ],
  sos: ['Slot', 'Schedule', 'Location', 'Organization'],
};

function eachEntry(
  subject: Subject,
  check: (entry: Record<string, unknown>, place: string) => void,
): void {
  for (const [index, entry] of asList(subject.bundle?.['entry']).entries()) {
    const object = asObject(entry);
    if (object !== null) check(object, `Bundle.entry[${index}]`);
  }
}

const typeOf = (entry: Record<string, unknown>) =>
  asText(asObject(entry['resource'])?.['resourceType']);

function checkTotal(subject: Subject, report: Report): void {
  if (subject.bundle === null) return;
  const total = subject.bundle['total'];
  const count = (type: string) => subject.entries.filter((each) => each.type === type).length;
  // SOS: the Schedules by FHIR, the Slots by the guide's page and example; both are taken.
  const right = subject.flow === 'sos' ? [count('Schedule'), count('Slot')] : [count('Slot')];
  if (!right.includes(total as number)) report('Bundle.total', total);
}

function checkSelfLink(subject: Subject, report: Report): void {
  if (subject.bundle === null) return;
  const links = asObjects(subject.bundle['link']);
  const [first = {}] = links;
  const url = asText(first['url']);
  const self = asText(first['relation']) === 'self' && /^https?:\/\//.test(url);
  if (!self) report('Bundle.link[0]', url);
  else if (links.length > 1) report('Bundle.link[1]');
}

/** Everything that the slots lead to by the includes of the search. */
function reachable(subject: Subject): Set<Located> {
  const reached = new Set<Located>(subject.entries.filter(({ type }) => type === 'Slot'));
  const queue = [...reached];
  for (let from = queue.pop(); from !== undefined; from = queue.pop()) {
    const { resource } = from;
    const references = [
      resource['schedule'],
      ...asObjects(resource['actor']),
      ...asObjects(resource['location']),
      resource['practitioner'],
      resource['providedBy'],
      resource['managingOrganization'],
      resource['organization'],
      ...asObjects(resource['serviceType'])
        .flatMap((type) => asObjects(type['extension']))
        .map((extension) => extension['valueReference']),
    ];
    for (const reference of references) {
      const target = subject.index.resolve(reference, from);
      if (target === null || reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  return reached;
}

/** Rules about the answer as a whole. */
export const BUNDLE_RULES: readonly Rule[] = [
  {
    id: 'bundle-type',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: "la réponse n'est pas un Bundle de type searchset",
      en: 'the answer is no Bundle of type searchset',
    },
    mend: { fr: 'mettre type = searchset', en: 'set type = searchset' },
    source: 'profils BundleAgregateur, sas-cpts-bundle-aggregator, sas-sos-bundle-aggregator',
    check(subject, report) {
      const type = subject.bundle?.['type'];
      if (subject.bundle !== null && type !== 'searchset') report('Bundle.type', type);
    },
  },
  {
    id: 'bundle-total',
    severity: 'warning',
    flows: SEARCHES,
    message: {
      fr: 'total absent ou différent du nombre de résultats',
      en: 'total missing or not the number of matches',
    },
    mend: {
      fr: 'compter les Slot (flux SOS : les Schedule) ; 0 sans résultat',
      en: 'count the Slots (SOS flow: the Schedules); 0 when there is none',
    },
    source: 'pages de recherche, « Réponse de base – Succès » ; test 4.3.02',
    check: checkTotal,
  },
  {
    id: 'bundle-self-link',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'pas un lien self, et un seul, avec une adresse absolue',
      en: 'not one self link, and one only, with an absolute address',
    },
    mend: {
      fr: "répéter l'adresse de la requête dans link[0], relation self",
      en: 'repeat the address of the request in link[0], relation self',
    },
    source: 'profils de Bundle CPTS et SOS, link 1..1 ; test 4.3.07',
    check: checkSelfLink,
  },
  {
    id: 'bundle-self-link-plus',
    severity: 'warning',
    flows: SEARCHES,
    message: {
      fr: 'le lien self contient un « + » nu, qui se lit comme une espace',
      en: 'the self link holds a bare “+”, which reads as a space',
    },
    mend: { fr: 'écrire %2B', en: 'write %2B' },
    source: 'test 4.3.07',
    check(subject, report) {
      const [link = {}] = asObjects(subject.bundle?.['link']);
      const url = asText(link['url']);
      if (/\?.*\+/.test(url)) report('Bundle.link[0].url');
    },
  },
  {
    id: 'bundle-entry-resource',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: "entrée sans ressource ou d'un type que la recherche ne demande pas",
      en: 'entry without resource or of a type that the search does not ask for',
    },
    mend: {
      fr: 'ne transmettre que les ressources demandées par les _include',
      en: 'send only what the _include parameters ask for',
    },
    source: 'pages de recherche, « Critères de recherche »',
    check(subject, report) {
      eachEntry(subject, (entry, place) => {
        const type = typeOf(entry);
        const outcome = type === 'OperationOutcome';
        if (!outcome && EXPECTED[subject.flow]?.includes(type) !== true) report(place, type);
      });
    },
  },
  {
    id: 'bundle-full-url',
    severity: 'error',
    flows: ['cpts', 'sos'],
    message: { fr: 'entrée sans fullUrl', en: 'entry without fullUrl' },
    mend: { fr: 'écrire [base]/Type/id', en: 'write [base]/Type/id' },
    source: 'profils de Bundle CPTS et SOS, entry.fullUrl 1..1',
    check(subject, report) {
      eachEntry(subject, (entry, place) => {
        if (asText(entry['fullUrl']) === '') report(`${place}.fullUrl`);
      });
    },
  },
  {
    id: 'bundle-full-url-match',
    severity: 'warning',
    flows: SEARCHES,
    message: {
      fr: "fullUrl qui ne finit pas par le type et l'identifiant de la ressource",
      en: 'fullUrl that does not end with the type and id of the resource',
    },
    mend: { fr: 'écrire [base]/Type/id', en: 'write [base]/Type/id' },
    source: 'FHIR R4, bdl-7 et Bundle.entry.fullUrl',
    check(subject, report) {
      eachEntry(subject, (entry, place) => {
        const url = asText(entry['fullUrl']);
        const id = asText(asObject(entry['resource'])?.['id']);
        if (url === '' || url.startsWith('urn:')) return;
        if (relativeReference(url) !== `${typeOf(entry)}/${id}`) report(`${place}.fullUrl`, url);
      });
    },
  },
  {
    id: 'bundle-search-mode',
    severity: 'information',
    flows: SEARCHES,
    message: {
      fr: 'search.mode absent ou contraire au type de la ressource',
      en: 'search.mode missing or at odds with the type of the resource',
    },
    mend: {
      fr: 'match pour les Slot (flux SOS : les Schedule), include pour le reste',
      en: 'match for the Slots (SOS flow: the Schedules), include for the rest',
    },
    source: 'guide 1.2.0, exemples de Bundle',
    check(subject, report) {
      const match = subject.flow === 'sos' ? 'Schedule' : 'Slot';
      eachEntry(subject, (entry, place) => {
        if (typeOf(entry) === 'OperationOutcome') return;
        const expected = typeOf(entry) === match ? 'match' : 'include';
        const mode = asText(asObject(entry['search'])?.['mode']);
        // The examples of guide 1.1 have none.
        if (mode === '' && subject.guide === '1.1') return;
        if (mode !== expected) report(`${place}.search.mode`, mode);
      });
    },
  },
  {
    id: 'bundle-repeated',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'ressource présente deux fois', en: 'resource present twice' },
    mend: {
      fr: 'ne transmettre chaque ressource qu’une fois',
      en: 'send each resource once',
    },
    source: 'FHIR R4, bdl-7 ; tests 4.3.02, 4.4.02',
    check(subject, report) {
      const seen = new Set<string>();
      for (const { type, id, place } of subject.bundle === null ? [] : subject.entries) {
        const key = `${type}/${id}`;
        if (id !== '' && seen.has(key)) report(place, key);
        seen.add(key);
      }
    },
  },
  {
    id: 'bundle-superfluous',
    severity: 'warning',
    flows: SEARCHES,
    message: {
      fr: 'ressource à laquelle aucun créneau ne mène',
      en: 'resource that no slot leads to',
    },
    mend: {
      fr: 'ne transmettre que ce que les créneaux référencent',
      en: 'send only what the slots refer to',
    },
    source: 'profils (aggregation bundled) ; pages de recherche, _include',
    check(subject, report) {
      if (subject.bundle === null) return;
      const reached = reachable(subject);
      for (const located of subject.entries) {
        if (located.type === 'OperationOutcome' || reached.has(located)) continue;
        report(located.place, `${located.type}/${located.id}`);
      }
    },
  },
];
