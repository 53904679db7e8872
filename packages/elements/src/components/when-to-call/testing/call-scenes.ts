import { failing, hanging, offline, refusal, type Script } from '../../../testing/fake-client.ts';
import { asOf } from '../../../testing/fixtures.ts';
import type { Scenes } from '../../../testing/scenes.ts';
import { untilText } from '../../../testing/tree.ts';
import type { SasWhenToCall } from '../when-to-call.ts';
import * as fixtures from './call-fixtures.ts';

const at = (instant: string, more: Record<string, string> = {}) => ({
  territory: 'demonstration',
  at: instant,
  ...more,
});
const answering = (territory = fixtures.territory): Partial<Script> => ({
  territory: async () => territory,
});
const showing = (text: string) => (element: HTMLElement) => untilText(element, text);

/** The states of `<sas-when-to-call>`. Where nothing else is said it is a Monday at 14:20. */
export const whenToCallScenes = {
  'by day': {
    attributes: at(asOf),
    script: answering(),
    act: showing('En journée'),
  },
  'at night': {
    attributes: at('2026-11-23T22:30:00+01:00'),
    script: answering(),
    act: showing('116'),
  },
  'on a Saturday afternoon': {
    attributes: at('2026-11-28T15:00:00+01:00'),
    script: answering(),
    act: showing('samedi'),
  },
  'on a public holiday': {
    attributes: at('2026-05-14T10:00:00+02:00'),
    script: answering(),
    act: showing('Ascension'),
  },
  'on a bridge day': {
    attributes: at('2026-05-15T10:00:00+02:00'),
    script: answering(),
    act: showing('pont'),
  },
  'with its sources': {
    attributes: at(asOf),
    script: answering(),
    act: async (element) => {
      await untilText(element, 'sources');
      element.shadowRoot?.querySelector('summary')?.click();
      await untilText(element, 'Vérifié le');
    },
  },
  'to be announced': {
    attributes: at(asOf),
    script: answering(
      fixtures.where({
        accessNumbers: [{ ...fixtures.dayNumber, number: 'to-be-announced', validFrom: null }],
        openingHours: [],
        dangerSigns: null,
      }),
    ),
    act: showing('pas encore annoncé'),
  },
  expired: {
    attributes: at(asOf),
    script: answering(
      fixtures.where({ accessNumbers: [{ ...fixtures.dayNumber, validUntil: '2026-11-22' }] }),
    ),
    act: showing('n’est plus valable'),
  },
  'number of other hours': {
    attributes: at('2026-11-23T22:30:00+01:00'),
    script: answering(fixtures.where({ accessNumbers: [fixtures.dayNumber] })),
    act: showing('ne répondent pas à cette heure'),
  },
  'with old facts': {
    attributes: at(asOf),
    script: answering(fixtures.where({ checkedOn: '2026-02-01' })),
    act: showing('n’ont pas été vérifiées'),
  },
  overseas: {
    attributes: at('2026-11-23T14:20:00+04:00'),
    script: answering(fixtures.where({ name: 'La Réunion', timeZone: 'Indian/Reunion' })),
    act: showing('pas les vôtres'),
  },
  'several numbers': {
    attributes: at(asOf),
    script: answering(
      fixtures.where({
        accessNumbers: [
          {
            ...fixtures.dayNumber,
            number: '15',
            label: 'Le 15, jour et nuit',
            regimes: ['sas', 'pdsa'],
          },
          { ...fixtures.nightNumber, regimes: ['sas', 'pdsa'] },
        ],
      }),
    ),
    act: showing('116'),
  },
  loading: { attributes: at(asOf), script: { territory: hanging } },
  'not read': {
    attributes: at(asOf),
    script: { territory: failing(offline()) },
    act: showing('Le service ne répond pas'),
  },
  unknown: {
    attributes: at(asOf),
    script: { territory: failing(refusal('not-found', 404)) },
    act: showing('pas à leur adresse'),
  },
  offline: {
    attributes: at(asOf),
    script: answering(),
    act: async (element) => {
      await untilText(element, 'En journée');
      const call = element as SasWhenToCall;
      const client = call.client as unknown as { script: Script };
      client.script.territory = failing(offline());
      await call.refresh();
      await untilText(element, 'ont été lues');
    },
  },
  'without a territory': { attributes: {}, act: showing('pas encore annoncé') },
} satisfies Scenes;
