import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/orientation-list';
import type { SasOrientationList } from '@sas-kit/elements/orientation-list';
import {
  createList,
  orientationScenes,
  playList,
  type OrientationScene,
} from '../packages/elements/src/components/orientation-list/testing/orientation-scenes.ts';

const tag = 'sas-orientation-list';

const meta: Meta = {
  title: 'Elements/sas-orientation-list',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'The orientations of a desk’s day, live: what became of each appointment, how far dispatch software is ' +
          'told, what waits to be carried out. A slot that is cancelled, moved or covered by an absence comes to ' +
          'the top within a second and stays until somebody acknowledges it; nothing else moves what is read.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: OrientationScene): StoryObj => ({
  render: () => createList(scene),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<SasOrientationList>(tag);
    if (element) await playList(scene, element);
  },
});

export const Day = story(orientationScenes.day);
export const EveryState = story(orientationScenes['every state']);
export const WholeTeam = story(orientationScenes['whole team']);
export const ToArrange = story(orientationScenes['to arrange']);
export const Cancelled = story(orientationScenes.cancelled);
export const Moved = story(orientationScenes.moved);
export const Absent = story(orientationScenes.absent);
export const NotCancelled = story(orientationScenes['not cancelled']);
export const NotConfirmed = story(orientationScenes['not confirmed']);
export const NotCarriedOut = story(orientationScenes['not carried out']);
export const Acknowledged = story(orientationScenes.acknowledged);
export const AcknowledgedTooLate = story(orientationScenes['acknowledged too late']);
export const OfColleagues = story(orientationScenes['of colleagues']);
export const NewOnesWait = story(orientationScenes['new ones wait']);
export const NotTransmitted = story(orientationScenes['not transmitted']);
export const Resent = story(orientationScenes.resent);
export const Frozen = story(orientationScenes.frozen);
export const Partial = story(orientationScenes.partial);
export const Loading = story(orientationScenes.loading);
export const Empty = story(orientationScenes.empty);
export const NoneOfThese = story(orientationScenes['none of these']);
export const Forbidden = story(orientationScenes.forbidden);
export const Offline = story(orientationScenes.offline);
