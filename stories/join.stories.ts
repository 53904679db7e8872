import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/join';
import { joinScenes } from '../packages/elements/src/components/join/testing/join-scenes.ts';
import { create, type Scene } from '../packages/elements/src/testing/scenes.ts';

const tag = 'sas-join';

const meta: Meta = {
  title: 'Elements/sas-join',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'How to join the SAS, by kind of professional; a new holder requests support by a message in ' +
          'their own mail program. It asks nobody, so it has no state of loading.',
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

export const Practitioner = story(joinScenes.practitioner);
export const Regulator = story(joinScenes.regulator);
export const Cpts = story(joinScenes.cpts);
export const HealthCentre = story(joinScenes.centre);
export const SosMedecins = story(joinScenes.sos);
export const HolderWithoutAddress = story(joinScenes['holder without address']);
export const Holder = story(joinScenes.holder);
export const TerritoryMissing = story(joinScenes['territory missing']);
export const MessageReady = story(joinScenes.ready);
