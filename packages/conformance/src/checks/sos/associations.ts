import { asText, member } from '@sas-kit/fhir/json';
import { type Check, Skip } from '../../check.ts';
import { countFault, fault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { identifierOf, search, searchFound } from '../../search/answer.ts';
import { foundCheck } from '../places/found.ts';
import { unionCheck } from '../places/together.ts';

const needs = [FIXTURES.association];

/** The checks of an SOS Médecins association; the official kit has none. */
export const ASSOCIATION_CHECKS: readonly Check[] = [
  foundCheck(
    'sos-one/found',
    { flow: 'sos', fixture: FIXTURES.association, idsOf: ({ siret }) => [siret] },
    [],
  ),
  {
    id: 'sos-one/identifier',
    title: {
      fr: 'l’association répondue est celle demandée',
      en: 'the association in the answer is the one asked for',
    },
    source: 'page SOS, critère actor:Location.organization.identifier ; FAQ SOS, erreur 1',
    mend: {
      fr: 'Organization.identifier[0].value : 3 + SIRET demandé',
      en: 'Organization.identifier[0].value: 3 + SIRET asked for',
    },
    needs,
    async run(scene) {
      const { siret } = scene.get(FIXTURES.association);
      const { index } = await searchFound(scene, 'sos', [siret]);
      const found = index.ofType('Organization').map(identifierOf);
      if (found.length === 1 && found[0] === siret) return [];
      const said = found.join(', ') || '–';
      return [
        fault(
          'Organization.identifier[0].value',
          `${said} au lieu de ${siret}`,
          `${said} instead of ${siret}`,
        ),
      ];
    },
  },
  {
    id: 'sos-one/sites',
    title: {
      fr: 'un Schedule et un Location par point fixe de garde',
      en: 'one Schedule and one Location for each fixed site',
    },
    source: 'page SOS ; FAQ SOS, « ressource discriminante » et erreur 4',
    mend: {
      fr: 'un agenda par lieu : autant de Schedule que de Location',
      en: 'one agenda for one place: as many Schedules as Locations',
    },
    needs,
    async run(scene) {
      const { siret, sites } = scene.get(FIXTURES.association);
      if (sites === undefined) {
        throw new Skip({
          fr: 'la configuration ne donne pas sos.one.sites',
          en: 'the configuration does not give sos.one.sites',
        });
      }
      const { index } = await searchFound(scene, 'sos', [siret]);
      return [
        ...countFault('Schedule', index.ofType('Schedule').length, sites),
        ...countFault('Location', index.ofType('Location').length, sites),
      ];
    },
  },
  {
    id: 'sos-one/managed',
    title: {
      fr: 'chaque lieu est géré par l’association demandée',
      en: 'each place is managed by the association asked for',
    },
    source: 'page SOS, _include:iterate=Location:organization ; profil sas-sos-location-aggregator',
    mend: {
      fr: 'Location.managingOrganization : Organization/id de l’association',
      en: 'Location.managingOrganization: Organization/id of the association',
    },
    needs,
    async run(scene) {
      const { siret } = scene.get(FIXTURES.association);
      const { index } = await searchFound(scene, 'sos', [siret]);
      return index
        .ofType('Location')
        .filter((location) => {
          const owner = index.resolve(location.resource['managingOrganization'], location);
          return owner === null || identifierOf(owner) !== siret;
        })
        .map(({ place, resource }) => {
          const said = asText(member(resource['managingOrganization'], 'reference')) || '–';
          return fault(
            `${place}.managingOrganization`,
            `${said} n’est pas l’association demandée`,
            `${said} is not the association asked for`,
          );
        });
    },
  },
  {
    id: 'sos-one/only-with-slots',
    title: {
      fr: '_has : seuls viennent les Schedule qui ont un créneau dans la période',
      en: '_has: only Schedules with a slot in the window come',
    },
    source: 'page SOS, _has:Slot:schedule:start ; spécifications fonctionnelles',
    mend: {
      fr: 'laisser de côté les Schedule sans créneau libre dans la période',
      en: 'leave out Schedules without a free slot in the window',
    },
    needs,
    async run(scene) {
      const { siret } = scene.get(FIXTURES.association);
      const { index, slots } = await searchFound(scene, 'sos', [siret]);
      const used = new Set(
        slots.map(({ resource }) => asText(member(resource['schedule'], 'reference'))),
      );
      return index
        .ofType('Schedule')
        .filter(({ id }) => !used.has(`Schedule/${id}`))
        .map(({ place, id }) =>
          fault(place, `Schedule/${id} sans créneau`, `Schedule/${id} without slot`),
        );
    },
  },
  {
    id: 'sos-one/includes',
    title: {
      fr: 'Location:Organization et Location:organization sont compris tous deux',
      en: 'Location:Organization and Location:organization are both understood',
    },
    source: 'page SOS : le texte écrit Organization, l’exemple organization',
    mend: {
      fr: 'comparer les _include sans égard à la casse',
      en: 'compare the _include parameters whatever their case',
    },
    needs,
    async run(scene) {
      const { siret } = scene.get(FIXTURES.association);
      const { index } = await search(scene, 'sos', [siret], {
        edit: (parts) =>
          parts.map(([name, value]) => [name, value.replace(':organization', ':Organization')]),
      });
      return index.ofType('Organization').length > 0
        ? []
        : [
            fault(
              'Organization',
              'l’association ne vient pas avec _include:iterate=Location:Organization',
              'the association does not come with _include:iterate=Location:Organization',
            ),
          ];
    },
  },
];

/** The checks of the search for two associations. */
export const ASSOCIATIONS_TOGETHER_CHECKS: readonly Check[] = [
  {
    id: 'sos-together/found',
    title: {
      fr: 'une recherche pour deux associations trouve les deux',
      en: 'a search for two associations finds both',
    },
    source: 'page SOS, critère 1..25 ; FAQ SOS, erreur 4',
    mend: {
      fr: 'répondre pour tous les SIRET séparés par des virgules',
      en: 'answer for all comma-separated SIRET',
    },
    needs: [FIXTURES.associations],
    async run(scene) {
      const sirets = scene.get(FIXTURES.associations);
      const { index } = await search(scene, 'sos', sirets);
      const found = index.ofType('Organization').map(identifierOf);
      return sirets
        .filter((siret) => !found.includes(siret))
        .map((siret) =>
          fault('Organization.identifier[0].value', `${siret} absent`, `${siret} missing`),
        );
    },
  },
  unionCheck('sos-together/union-of-each', 'sos', FIXTURES.associations, 'Location'),
];
