import { parseInstant } from '@sas-kit/fhir';
import { asText } from '@sas-kit/fhir/json';
import type { Check } from '../../check.ts';
import { fault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { search, searchFound } from '../../search/answer.ts';

/** What must never leave, and what must not be invented. */
export const SILENCE_CHECKS: readonly Check[] = [
  {
    id: 'silence/kept-never-sent',
    title: {
      fr: 'ce qui est pris, réservé ou sans accord n’est jamais transmis',
      en: 'what is busy, kept or without consent is never sent',
    },
    source: 'exigence 47 ; pages de recherche, status fixé à free',
    mend: {
      fr: 'ne transmettre que les créneaux libres, ouverts à tous et consentis',
      en: 'send only slots that are free, open to all and agreed to',
    },
    needs: [FIXTURES.kept],
    async run(scene) {
      const { id, starts } = scene.get(FIXTURES.kept);
      const instants = new Set(starts.map((start) => Date.parse(start)));
      const { slots } = await search(scene, 'ps', [id]);
      return slots
        .filter(({ resource }) => {
          return instants.has(parseInstant(asText(resource['start']))?.epochMs ?? NaN);
        })
        .map(({ place, resource }) => {
          const start = asText(resource['start']);
          return fault(
            `${place}.start`,
            `${start} ne devait pas partir`,
            `${start} was not to leave`,
          );
        });
    },
  },
  {
    id: 'silence/no-phone',
    title: {
      fr: 'sans téléphone connu, aucun telecom',
      en: 'no telecom when no telephone is known',
    },
    source: 'exigence 36 ; FAQ PS et CPTS, erreur 10',
    mend: {
      fr: 'ne pas transmettre telecom quand le numéro est inconnu',
      en: 'send no telecom when the number is unknown',
    },
    needs: [FIXTURES.bare],
    async run(scene) {
      const { index } = await searchFound(scene, 'ps', [scene.get(FIXTURES.bare)]);
      return [...index.ofType('Practitioner'), ...index.ofType('PractitionerRole')]
        .filter(({ resource }) => resource['telecom'] !== undefined)
        .map(({ place }) => fault(`${place}.telecom`, 'telecom présent', 'telecom is there'));
    },
  },
];
