import { parseInstant, type Flow, type SearchPart } from '@sas-kit/fhir';
import { asText } from '@sas-kit/fhir/json';
import type { Located } from '@sas-kit/fhir/references';
import { type Check, type Fault, type Fixture, type Scene, Stop } from '../../check.ts';
import { fault } from '../../fault.ts';
import { search, searchFound } from '../../search/answer.ts';
import type { SearchWindow } from '../../search/window.ts';
import { emptyFaults } from '../empty/empty.ts';
import { leewayFaults } from '../errors/refused.ts';
import { FORMS, paris, type WrittenForm } from './forms.ts';

const SECOND = 1_000;

const startOf = ({ resource }: Located): number =>
  parseInstant(asText(resource['start']))?.epochMs ?? NaN;

/** The checks of the window of a flow: both bounds belong to it, in whatever form they are written. */
export function windowChecks<Value>(
  group: string,
  flow: Flow,
  fixture: Fixture<Value>,
  idOf: (value: Value) => string,
): Check[] {
  const needs = [fixture];
  const idsOf = (scene: Scene): string[] => [idOf(scene.get(fixture))];

  /** The first slot of the fixture, and all that start with it. */
  async function first(scene: Scene): Promise<{ start: number; ids: string[] }> {
    const { slots } = await searchFound(scene, flow, idsOf(scene));
    const starts = slots.map(startOf).filter((each) => !Number.isNaN(each));
    if (starts.length === 0) {
      throw new Stop(fault('Slot.start', 'aucune date lisible', 'no readable date'));
    }
    const start = Math.min(...starts);
    return { start, ids: slots.filter((slot) => startOf(slot) === start).map(({ id }) => id) };
  }

  /** Asks from one instant to another and compares what comes. */
  async function compare(
    scene: Scene,
    from: number,
    to: number,
    wanted: readonly string[],
    form: Pick<WrittenForm, 'write' | 'encode'> = { write: paris },
  ): Promise<Fault[]> {
    const window: SearchWindow = { ge: form.write(from), le: form.write(to), from, to };
    const { encode } = form;
    const edit = (parts: SearchPart[]): SearchPart[] =>
      parts.map(([name, value]) => [
        name,
        encode !== undefined && /^(?:ge|le)/.test(value) ? encode(value) : value,
      ]);
    const { slots } = await search(scene, flow, idsOf(scene), { window, edit });
    const found = slots.map(({ id }) => id);
    const absent = wanted.filter((id) => !found.includes(id));
    const added = found.filter((id) => !wanted.includes(id));
    return [
      ...absent.map((id) =>
        fault(
          'Bundle.entry',
          `Slot/${id} absent de la période`,
          `Slot/${id} missing in the window`,
        ),
      ),
      ...added.map((id) =>
        fault('Bundle.entry', `Slot/${id} hors de la période`, `Slot/${id} outside the window`),
      ),
    ];
  }

  const bound = (
    name: string,
    title: Check['title'],
    run: (scene: Scene) => Promise<Fault[]>,
  ): Check => ({
    id: `${group}/${name}`,
    title,
    source: 'pages de recherche, critères start ge et le ; SearchParameter slot-sp-start',
    mend: {
      fr: 'garder les créneaux dont start est entre les bornes, comprises',
      en: 'keep the slots whose start lies between the bounds, included',
    },
    needs,
    run,
  });

  return [
    bound(
      'bounds-included',
      {
        fr: 'un créneau qui commence sur les deux bornes est dans la période',
        en: 'a slot that starts on both bounds is in the window',
      },
      async (scene) => {
        const { start, ids } = await first(scene);
        return compare(scene, start, start, ids);
      },
    ),
    bound(
      'before-excluded',
      {
        fr: 'un créneau qui commence avant ge n’est pas transmis',
        en: 'a slot that starts before ge is not sent',
      },
      async (scene) => {
        const { start } = await first(scene);
        return compare(scene, start + SECOND, start + 2 * SECOND, []);
      },
    ),
    bound(
      'after-excluded',
      {
        fr: 'un créneau qui commence après le n’est pas transmis',
        en: 'a slot that starts after le is not sent',
      },
      async (scene) => {
        const { start } = await first(scene);
        return compare(scene, start - 2 * SECOND, start - SECOND, []);
      },
    ),
    ...FORMS.map((form): Check => ({
      id: `${group}/${form.name}`,
      title: form.title,
      source: form.source,
      mend: form.mend,
      needs,
      async run(scene) {
        const { start, ids } = await first(scene);
        return compare(scene, start, start, ids, form);
      },
    })),
    {
      id: `${group}/upside-down`,
      title: {
        fr: 'période à l’envers : Bundle vide, ou refus motivé',
        en: 'window upside down: empty Bundle, or a refusal with its reason',
      },
      source: 'non fixé par le guide ; policy.upsideDown',
      mend: {
        fr: 'répondre un Bundle vide, ou 400 avec un OperationOutcome',
        en: 'answer an empty Bundle, or 400 with an OperationOutcome',
      },
      needs,
      async run(scene) {
        const { start } = await first(scene);
        const window = { ge: paris(start + SECOND), le: paris(start - SECOND), from: 0, to: 0 };
        const { upsideDown } = scene.config.policy;
        return leewayFaults(scene, flow, idsOf(scene), upsideDown, { window }, emptyFaults);
      },
    },
  ];
}
