import type { Text } from '@sas-kit/fhir';
import type { Check, Fixture } from '../../check.ts';
import type { Declared } from '../../config.ts';

function declaration(name: keyof Declared, id: string, kit: string, title: Text): Check {
  const fixture: Fixture<boolean> = {
    path: `declared.${name}`,
    of: ({ declared }) => declared[name],
  };
  return {
    id: `declared/${id}`,
    kit: [kit],
    title: { fr: `déclaré par vous : ${title.fr}`, en: `declared by you: ${title.en}` },
    source: `test ${kit}, sans vérification automatique`,
    mend: {
      fr: `remplir la condition, puis déclarer declared.${name} : true`,
      en: `meet the condition, then declare declared.${name}: true`,
    },
    needs: [fixture],
    run: async (scene) =>
      scene.get(fixture)
        ? []
        : [
            {
              place: fixture.path,
              message: { fr: 'déclaré non rempli', en: 'declared as not met' },
            },
          ],
  };
}

/** What no program can see: the official group 2 and test 6.2.01, from the configuration. */
export const DECLARED_CHECKS: readonly Check[] = [
  declaration('rppsUsed', 'rpps-used', '2.01', {
    fr: 'le RPPS identifie les praticiens',
    en: 'the RPPS identifies practitioners',
  }),
  declaration('rppsMandatory', 'rpps-mandatory', '2.02', {
    fr: 'chaque praticien a un RPPS',
    en: 'every practitioner has an RPPS',
  }),
  declaration('structureIdsUsed', 'structure-ids-used', '2.03', {
    fr: 'FINESS, SIRET ou RPPS rang identifie les structures',
    en: 'FINESS, SIRET or RPPS rang identifies structures',
  }),
  declaration('healthDataHosting', 'health-data-hosting', '2.04', {
    fr: 'l’hébergement est certifié HDS',
    en: 'the hosting is certified for health data (HDS)',
  }),
  declaration('twoFactors', 'two-factors', '2.05', {
    fr: 'les praticiens s’authentifient avec deux facteurs',
    en: 'practitioners authenticate with two factors',
  }),
  declaration('lockOut', 'lock-out', '2.06', {
    fr: 'un compte est bloqué après plusieurs échecs de connexion',
    en: 'an account is locked after several failed logins',
  }),
  declaration('singleSignOn', 'single-sign-on', '6.2.01', {
    fr: 'un régulateur connu de Pro Santé Connect arrive dans l’agenda (lien à suivre à la main)',
    en: 'a regulator known to Pro Santé Connect arrives in the agenda (a link to follow by hand)',
  }),
];
