import type { Flow } from '@sas-kit/fhir';
import type { Check, Fixture } from '../../check.ts';
import { fault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { ask, bundleOf, search, searchFound } from '../../search/answer.ts';
import { refusalFaults } from '../errors/refused.ts';

const MOST = 25;

/** Practitioners in a range reserved for demonstrations, or associations, that nobody is. */
function strangers(flow: Flow, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(4, '0');
    return flow === 'sos' ? `3900009999${number}0` : `81099977${number}`;
  });
}

function limitChecks<Value>(
  group: string,
  flow: Flow,
  fixture: Fixture<Value>,
  idOf: (value: Value) => string,
): Check[] {
  const needs = [fixture];
  return [
    {
      id: `${group}/twenty-five`,
      title: {
        fr: `une recherche de ${MOST} identifiants trouve les mêmes créneaux que celle d’un seul`,
        en: `a search for ${MOST} identifiers finds the same slots as that for one`,
      },
      source: 'pages de recherche, tableau des critères, cardinalité 1..25',
      mend: {
        fr: `admettre ${MOST} identifiants séparés par des virgules`,
        en: `admit ${MOST} comma-separated identifiers`,
      },
      needs,
      async run(scene) {
        const id = idOf(scene.get(fixture));
        const alone = await searchFound(scene, flow, [id]);
        const { slots } = await search(scene, flow, [...strangers(flow, MOST - 1), id]);
        const found = new Set(slots.map((slot) => slot.id));
        return alone.slots
          .filter((slot) => !found.has(slot.id))
          .map((slot) =>
            fault('Bundle.entry', `Slot/${slot.id} absent`, `Slot/${slot.id} missing`),
          );
      },
    },
    {
      id: `${group}/twenty-six`,
      title: {
        fr: `${MOST + 1} identifiants : refus motivé, ou réponse entière`,
        en: `${MOST + 1} identifiers: refusal with its reason, or a whole answer`,
      },
      source: 'pages de recherche, tableau des critères ; au-delà de 25, non fixé par le guide',
      mend: {
        fr: 'répondre 400 avec un OperationOutcome, ou chercher tous les identifiants',
        en: 'answer 400 with an OperationOutcome, or look for all identifiers',
      },
      needs,
      async run(scene) {
        const id = idOf(scene.get(fixture));
        const exchange = await ask(scene, flow, [...strangers(flow, MOST), id]);
        if (exchange.status >= 400) return refusalFaults(exchange, scene.config.policy.malformed);
        bundleOf(exchange);
        const alone = await searchFound(scene, flow, [id]);
        const { slots } = await search(scene, flow, [...strangers(flow, MOST), id]);
        if (slots.length >= alone.slots.length) return [];
        return [
          fault(
            'Bundle.entry',
            'réponse incomplète, sans refus',
            'incomplete answer, without refusal',
            { exchange },
          ),
        ];
      },
    },
    {
      id: `${group}/twenty-five-in-time`,
      title: {
        fr: `${MOST} identifiants : réponse en moins de 7 s`,
        en: `${MOST} identifiers: answer in less than 7 s`,
      },
      source: 'annexe du guide : au-delà de 7 s la réponse est perdue ; limits.fullResponseMs',
      mend: {
        fr: 'lire les créneaux de tous les identifiants en une requête, avec un index',
        en: 'read the slots of all identifiers in one query, with an index',
      },
      needs,
      async run(scene) {
        const { fullResponseMs } = scene.config.limits;
        const ids = [...strangers(flow, MOST - 1), idOf(scene.get(fixture))];
        const { exchange } = await search(scene, flow, ids);
        return slowFaults(exchange.ms, fullResponseMs);
      },
    },
  ];
}

function slowFaults(ms: number, most: number) {
  if (ms < most) return [];
  const said = Math.round(ms);
  return [
    fault(
      'HTTP',
      `réponse en ${said} ms, ${most} au plus`,
      `answer in ${said} ms, at most ${most}`,
    ),
  ];
}

/** How much may be asked for, and how long it may take. */
export const LIMIT_CHECKS: readonly Check[] = [
  {
    id: 'time/one-practitioner',
    kit: ['4.1.01'],
    title: {
      fr: 'une recherche d’un praticien est répondue en moins d’une seconde',
      en: 'a search for one practitioner is answered in less than a second',
    },
    source: 'test 4.1.01 ; limits.responseMs',
    mend: {
      fr: 'garder l’agenda sous la main : index par praticien et début, pas d’appel distant',
      en: 'keep the agenda at hand: index by practitioner and start, no remote call',
    },
    needs: [FIXTURES.onePlace],
    async run(scene) {
      const { id } = scene.get(FIXTURES.onePlace);
      const { exchange } = await search(scene, 'ps', [id], { fresh: true });
      return slowFaults(exchange.ms, scene.config.limits.responseMs);
    },
  },
  ...limitChecks('limits', 'ps', FIXTURES.onePlace, ({ id }) => id),
  ...limitChecks('cpts-limits', 'cpts', FIXTURES.oneCpts, ({ id }) => id),
  ...limitChecks('sos-limits', 'sos', FIXTURES.association, ({ siret }) => siret),
];
