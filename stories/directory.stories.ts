import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/directory';
import { directoryScenes } from '../packages/elements/src/components/directory/testing/directory-scenes.ts';
import { create, type Scene } from '../packages/elements/src/testing/scenes.ts';

const tag = 'sas-directory';

const meta: Meta = {
  title: 'Elements/sas-directory',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'The SAS by region and department: status with dates and sources, numbers, partners of equal ' +
          'weight. From a platform, or from a static file of the same site: `src="territories.json"`.',
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

export const List = story(directoryScenes.list);
export const Open = story(directoryScenes.open);
export const Filtered = story(directoryScenes.filtered);
export const NoMatch = story(directoryScenes['no match']);
export const Empty = story(directoryScenes.empty);
export const Loading = story(directoryScenes.loading);
export const Partial = story(directoryScenes.partial);
export const NobodyAnswers = story(directoryScenes.error);
export const Offline = story(directoryScenes.offline);
export const StaticFile = story(directoryScenes['static file']);
export const FileNotThere = story(directoryScenes['file not there']);
export const LongTexts = story(directoryScenes['long texts']);
