import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/availability';
import { availabilityScenes, create, type Scene } from '../packages/elements/src/testing/scenes.ts';

const tag = 'sas-availability';

const meta: Meta = {
  title: 'Elements/sas-availability',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'Free slots within 48 hours around a place. Data are fixed: a Monday at 14:20 in Le Havre. ' +
          'In every state the first thing said is where to call in an emergency.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: Scene): StoryObj => ({
  render: () => create(tag, scene),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement>(tag);
    if (element) await scene.act?.(element);
  },
});

export const Idle = story(availabilityScenes.idle);
export const Loading = story(availabilityScenes.loading);
export const Results = story(availabilityScenes.results);
export const AllTimes = story(availabilityScenes.expanded);
export const Empty = story(availabilityScenes.empty);
export const Partial = story(availabilityScenes.partial);
export const NobodyAnswers = story(availabilityScenes.error);
export const TooManyRequests = story(availabilityScenes.refused);
export const PlacesProposed = story(availabilityScenes['places proposed']);
export const PlaceMissing = story(availabilityScenes['place missing']);
