import type { Flow } from '@sas-kit/fhir';
import type { Check, Fixture } from '../../check.ts';
import { fault } from '../../fault.ts';
import { search } from '../../search/answer.ts';

/** Whom a search of the fixture asks for. */
export interface Asked<Value> {
  readonly flow: Flow;
  readonly fixture: Fixture<Value>;
  readonly idsOf: (value: Value) => readonly string[];
}

/** The check on which those of its group stand: the fixture has slots in the window. */
export function foundCheck<Value>(
  id: string,
  { flow, fixture, idsOf }: Asked<Value>,
  kit: readonly string[],
): Check {
  return {
    id,
    kit,
    title: {
      fr: `${fixture.path} a des créneaux dans les jours demandés`,
      en: `${fixture.path} has slots in the days asked for`,
    },
    source: 'kit officiel, premier test de chaque groupe 4.2 à 4.9',
    mend: {
      fr: 'donner à ce jeu d’essai des créneaux libres entre 2 h et la fin d’après-demain',
      en: 'give this fixture free slots between 2 h from now and the end of the day after tomorrow',
    },
    needs: [fixture],
    async run(scene) {
      const ids = idsOf(scene.get(fixture));
      const { slots } = await search(scene, flow, ids);
      if (slots.length > 0) return [];
      return [
        fault(
          'Bundle.entry',
          `aucun créneau pour ${ids.join(', ')}`,
          `no slot for ${ids.join(', ')}`,
        ),
      ];
    },
  };
}
