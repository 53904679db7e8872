import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/statistics';
import type { SasStatistics } from '@sas-kit/elements/statistics';
import {
  createStatistics,
  playStatistics,
  statisticsScenes,
  type StatisticsScene,
} from '../packages/elements/src/components/statistics/testing/statistics-scenes.ts';

const tag = 'sas-statistics';

const meta: Meta = {
  title: 'Elements/sas-statistics',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'Figures of a service, for territory leads and authorities: calls, orientations, who has no doctor of their ' +
          'own, slots, searches, vendors; for a practice, the slots of its own agendas and who came. Every chart is a table, ' +
          'too, on screen, on paper and as a file. Counts that are too small are masked.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: StatisticsScene): StoryObj => ({
  render: () => createStatistics(scene),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<SasStatistics>(tag);
    if (element) await playStatistics(scene, element);
  },
});

export const Figures = story(statisticsScenes.figures);
export const Table = story(statisticsScenes.table);
export const WithMaskedFigures = story(statisticsScenes['with masked figures']);
export const ForAnAuthority = story(statisticsScenes['for an authority']);
export const OtherDates = story(statisticsScenes['other dates']);
export const WithoutTargets = story(statisticsScenes['without targets']);
export const Preparing = story(statisticsScenes.preparing);
export const Loading = story(statisticsScenes.loading);
export const Empty = story(statisticsScenes.empty);
export const NotRead = story(statisticsScenes['not read']);
export const OneNotRead = story(statisticsScenes['one not read']);
export const AgendasAndVendorsNotRead = story(statisticsScenes['agendas and vendors not read']);
export const AgendasAndVendorsEmpty = story(statisticsScenes['agendas and vendors empty']);
export const WithoutRightToAgendas = story(statisticsScenes['without the right to agendas']);
export const OfOnesOwnAgenda = story(statisticsScenes['of one’s own agenda']);
export const OfSeveralAgendas = story(statisticsScenes['of several agendas']);
export const WithoutSlotsOfOnesOwn = story(statisticsScenes['without slots of one’s own']);
export const NothingRead = story(statisticsScenes['nothing read']);
export const NotYours = story(statisticsScenes['not yours']);
export const Refused = story(statisticsScenes.refused);
export const NoTerritory = story(statisticsScenes['no territory']);
