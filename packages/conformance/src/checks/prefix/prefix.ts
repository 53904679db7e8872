import { asObjects, asText } from '@sas-kit/fhir/json';
import type { Check, Scene } from '../../check.ts';
import { fault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { type Answer, identifierOf, search, searchFound } from '../../search/answer.ts';
import { typeChecks } from '../types/types.ts';

const needs = [FIXTURES.unprefixed];
const SOURCE = 'FAQ PS et CPTS, erreur 1 ; FAQ SOS, erreur 1';

const answerOf = (scene: Scene): Promise<Answer> =>
  searchFound(scene, 'ps', [scene.get(FIXTURES.unprefixed).id]);

/** A fault when none of some resources has the wanted identifier first. */
function identifierFault({ index }: Answer, type: string, wanted: string) {
  const found = index.ofType(type).map(identifierOf);
  if (found.includes(wanted)) return [];
  const said = found.join(', ') || '–';
  return [
    fault(
      `${type}.identifier[0].value`,
      `${said} au lieu de ${wanted}`,
      `${said} instead of ${wanted}`,
    ),
  ];
}

/** Identifiers and telephones are mended whatever is stored (FAQ, errors 1 to 3). */
export const PREFIX_CHECKS: readonly Check[] = [
  {
    id: 'prefix/stored-without',
    title: {
      fr: 'un praticien saisi sans préfixe est trouvé, et répondu avec son préfixe',
      en: 'a practitioner stored without prefix is found, and answered with it',
    },
    source: SOURCE,
    mend: {
      fr: 'comparer les identifiants sans leur préfixe, répondre 8 + RPPS',
      en: 'compare identifiers without their prefix, answer 8 + RPPS',
    },
    needs,
    async run(scene) {
      const { id } = scene.get(FIXTURES.unprefixed);
      return identifierFault(await search(scene, 'ps', [id]), 'Practitioner', id);
    },
  },
  {
    id: 'prefix/asked-without',
    title: {
      fr: 'un praticien demandé sans préfixe est trouvé, et répondu avec son préfixe',
      en: 'a practitioner asked for without prefix is found, and answered with it',
    },
    source: SOURCE,
    mend: {
      fr: 'reconnaître 10999… comme 810999… dans la requête',
      en: 'take 10999… for 810999… in the request',
    },
    needs,
    async run(scene) {
      const { id } = scene.get(FIXTURES.unprefixed);
      return identifierFault(await search(scene, 'ps', [id.slice(1)]), 'Practitioner', id).map(
        (found) => ({ ...found, severity: 'warning' as const }),
      );
    },
  },
  {
    id: 'prefix/phone-corrected',
    title: {
      fr: 'le téléphone saisi en clair est transmis au format +33XXXXXXXXX',
      en: 'the telephone as typed is sent in the form +33XXXXXXXXX',
    },
    source: 'FAQ PS et CPTS, erreur 2',
    mend: {
      fr: 'ôter espaces et points, remplacer le 0 par +33',
      en: 'remove spaces and dots, put +33 for the 0',
    },
    needs,
    async run(scene) {
      const { phone } = scene.get(FIXTURES.unprefixed);
      const { index } = await answerOf(scene);
      return index.ofType('PractitionerRole').flatMap(({ resource, place }) => {
        const value = asText(asObjects(resource['telecom'])[0]?.['value']);
        // A place may have no telephone: only the configuration says that it has one.
        const right = phone === undefined ? /^(\+\d{6,15})?$/.test(value) : value === phone;
        if (right) return [];
        const wanted = phone ?? '+33XXXXXXXXX';
        return [
          fault(
            `${place}.telecom[0].value`,
            `${value || '–'} au lieu de ${wanted}`,
            `${value || '–'} instead of ${wanted}`,
          ),
        ];
      });
    },
  },
  ...typeChecks('prefix', 'ps', FIXTURES.unprefixed, ({ id }) => id).filter(
    ({ id }) => id === 'prefix/specialties',
  ),
  {
    id: 'prefix/association',
    title: {
      fr: 'une association saisie sans préfixe est trouvée, et répondue avec son préfixe',
      en: 'an association stored without prefix is found, and answered with it',
    },
    source: SOURCE,
    mend: {
      fr: 'comparer les SIRET sans leur préfixe, répondre 3 + SIRET',
      en: 'compare SIRET numbers without their prefix, answer 3 + SIRET',
    },
    needs: [FIXTURES.unprefixedSiret],
    async run(scene) {
      const siret = scene.get(FIXTURES.unprefixedSiret);
      return identifierFault(await search(scene, 'sos', [siret]), 'Organization', siret);
    },
  },
];
