import type { Flow } from '@sas-kit/fhir';
import { asObject, asObjects, asText, member } from '@sas-kit/fhir/json';
import type { Check, Fixture } from '../../check.ts';
import type { PractitionerFixture } from '../../config.ts';
import { countFault, fault } from '../../fault.ts';
import { identifierOf, searchFound } from '../../search/answer.ts';
import { foundCheck } from './found.ts';

const STRUCTURE = /^(?:1[0-9A-Z]{9}|3\d{14}|4\d{14})$/;

/** The checks of the practitioner who consults at exactly one place (4.3, 4.6). */
export function onePlaceChecks(
  group: string,
  flow: Flow,
  fixture: Fixture<PractitionerFixture>,
): Check[] {
  const needs = [fixture];
  const answerOf = (scene: Parameters<Check['run']>[0]) =>
    searchFound(scene, flow, [scene.get(fixture).id]);
  return [
    foundCheck(`${group}/found`, { flow, fixture, idsOf: ({ id }) => [id] }, [
      '4.2.01',
      '4.3.01',
      '4.6.01',
      '4.7.01',
    ]),
    {
      id: `${group}/cardinalities`,
      kit: ['4.3.02'],
      title: {
        fr: 'un praticien, un lieu : 1 Practitioner, 1 PractitionerRole, 1 Schedule, 1 Location contenu',
        en: 'one practitioner, one place: 1 Practitioner, 1 PractitionerRole, 1 Schedule, 1 contained Location',
      },
      source: 'test 4.3.02 ; FAQ PS et CPTS, « ressource discriminante »',
      mend: {
        fr: 'un PractitionerRole et un Schedule par lieu, un Practitioner par personne',
        en: 'one PractitionerRole and one Schedule for one place, one Practitioner for one person',
      },
      needs,
      async run(scene) {
        const { index } = await answerOf(scene);
        const roles = index.ofType('PractitionerRole');
        const contained = roles.flatMap(({ resource }) => asObjects(resource['contained']));
        return [
          ...countFault('Practitioner', index.ofType('Practitioner').length, 1),
          ...countFault('PractitionerRole', roles.length, 1),
          ...countFault('Schedule', index.ofType('Schedule').length, 1),
          ...countFault('Location', contained.length, 1),
        ];
      },
    },
    {
      id: `${group}/identifier`,
      kit: ['4.3.03', '4.6.02'],
      title: {
        fr: 'le premier identifiant du praticien est celui demandé',
        en: "the practitioner's first identifier is the one asked for",
      },
      source: 'tests 4.3.03, 4.6.02 ; FAQ PS et CPTS, erreur 1',
      mend: {
        fr: 'mettre l’identifiant national, 8 + RPPS, dans identifier[0]',
        en: 'put the national identifier, 8 + RPPS, into identifier[0]',
      },
      needs,
      async run(scene) {
        const { id } = scene.get(fixture);
        const { index } = await answerOf(scene);
        const [first] = index.ofType('Practitioner');
        const value = first === undefined ? '' : identifierOf(first);
        if (value === id) return [];
        return [
          fault(
            `${first?.place ?? 'Practitioner'}.identifier[0].value`,
            `« ${value} » au lieu de ${id}`,
            `“${value}” instead of ${id}`,
          ),
        ];
      },
    },
    {
      id: `${group}/name`,
      kit: ['4.6.03', '4.6.04'],
      title: {
        fr: 'le praticien a un nom et un prénom',
        en: 'the practitioner has a family and a given name',
      },
      source: 'tests 4.6.03, 4.6.04',
      mend: { fr: 'valoriser name.family et name.given', en: 'fill name.family and name.given' },
      needs,
      async run(scene) {
        const { index } = await answerOf(scene);
        return index.ofType('Practitioner').flatMap(({ resource, place }) => {
          const [name = {}] = asObjects(resource['name']);
          const given = [name['given']].flat().map(asText).join('');
          return [
            ...(asText(name['family']) === ''
              ? [fault(`${place}.name[0].family`, 'nom absent', 'no family name')]
              : []),
            ...(given === ''
              ? [fault(`${place}.name[0].given`, 'prénom absent', 'no given name')]
              : []),
          ];
        });
      },
    },
    {
      id: `${group}/phone`,
      kit: ['4.6.05'],
      title: {
        fr: 'le téléphone du lieu est sur le PractitionerRole',
        en: "the place's telephone is on the PractitionerRole",
      },
      source: 'test 4.6.05 (facultatif) ; FAQ PS et CPTS, erreur 2',
      mend: {
        fr: 'transmettre PractitionerRole.telecom, system phone, value +33…',
        en: 'send PractitionerRole.telecom, system phone, value +33…',
      },
      needs,
      async run(scene) {
        const { phone } = scene.get(fixture);
        const { index } = await answerOf(scene);
        const [role] = index.ofType('PractitionerRole');
        const [telecom] = asObjects(role?.resource['telecom']);
        const value = asText(telecom?.['value']);
        const place = `${role?.place ?? 'PractitionerRole'}.telecom[0].value`;
        if (phone !== undefined && value !== phone) {
          const said = value || '–';
          return [fault(place, `${said} au lieu de ${phone}`, `${said} instead of ${phone}`)];
        }
        if (value !== '') return [];
        return [fault(place, 'téléphone absent', 'no telephone', { severity: 'warning' })];
      },
    },
    {
      id: `${group}/structure`,
      kit: ['4.6.06'],
      title: {
        fr: 'la structure du lieu a un identifiant national',
        en: 'the structure of the place has a national identifier',
      },
      source: 'test 4.6.06 ; FAQ PS et CPTS, « ID nationaux de structure »',
      mend: {
        fr: 'PractitionerRole.organization.identifier.value : 1 + FINESS, 3 + SIRET ou 4 + RPPS rang',
        en: 'PractitionerRole.organization.identifier.value: 1 + FINESS, 3 + SIRET or 4 + RPPS rang',
      },
      needs,
      async run(scene) {
        const { index } = await answerOf(scene);
        const [role] = index.ofType('PractitionerRole');
        const identifier = asObject(member(role?.resource['organization'], 'identifier'));
        const value = asText(identifier?.['value']);
        if (STRUCTURE.test(value)) return [];
        return [
          fault(
            `${role?.place ?? 'PractitionerRole'}.organization.identifier.value`,
            value === '' ? 'identifiant absent' : `« ${value} » n’est pas un identifiant préfixé`,
            value === '' ? 'no identifier' : `“${value}” is no prefixed identifier`,
          ),
        ];
      },
    },
  ];
}
