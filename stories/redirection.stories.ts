import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/orientation';
import type { SasOrientation } from '@sas-kit/elements/orientation';
import {
  createOrientation,
  playOrientation,
  type OrientationScene,
} from '../packages/elements/src/components/orientation/testing/orientation-scenes.ts';
import { redirectionScenes } from '../packages/elements/src/components/orientation/testing/redirection-scenes.ts';

const tag = 'sas-orientation';

const meta: Meta = {
  title: 'Elements/sas-orientation-redirection',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'For the nurse who receives people at an emergency department (`mode="redirection"`): under a signed protocol, ' +
          'towards practices of the scheme only, with a sheet of A5 for the patient. Keeping somebody is one key away.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: OrientationScene): StoryObj => ({
  render: () => createOrientation(scene),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<SasOrientation>(tag);
    if (element) await playOrientation(scene, element);
  },
});

export const Opening = story(redirectionScenes['redirection, opening']);
export const Said = story(redirectionScenes['redirection, said']);
export const NothingSaid = story(redirectionScenes['redirection, nothing said']);
export const NoProtocol = story(redirectionScenes['redirection, no protocol']);
export const Searching = story(redirectionScenes['redirection, searching']);
export const Recap = story(redirectionScenes['redirection, recap']);
export const Kept = story(redirectionScenes['redirection, kept']);
export const OutsideTheScheme = story(redirectionScenes['redirection, outside the scheme']);
export const Told = story(redirectionScenes['redirection, told']);
export const NotANurse = story(redirectionScenes['redirection, not a nurse']);
