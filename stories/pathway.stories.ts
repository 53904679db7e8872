import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/pathway';
import { pathwayScenes } from '../packages/elements/src/components/pathway/testing/pathway-scenes.ts';
import { create, type Scene } from '../packages/elements/src/testing/scenes.ts';

const tag = 'sas-pathway';

const meta: Meta = {
  title: 'Elements/sas-pathway',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'The way of a patient from a need to an answer. One list is the text and the diagram. It asks ' +
          'nobody, so it has no state of loading or failure.',
      },
    },
  },
};

export default meta;

const story = (scene: Scene): StoryObj => ({ render: () => create(tag, scene) });

export const FifteenAlone = story(pathwayScenes['fifteen alone']);
export const LocalNumber = story(pathwayScenes['local number']);
export const UntilADay = story(pathwayScenes['until a day']);
export const Expired = story(pathwayScenes.expired);
export const NotANumber = story(pathwayScenes['not a number']);
