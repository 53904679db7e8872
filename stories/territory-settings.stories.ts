import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/territory-settings';
import {
  createSettings,
  settingsScenes,
  type SettingsScene,
} from '../packages/elements/src/components/territory-settings/testing/settings-scenes.ts';

const tag = 'sas-territory-settings';

const meta: Meta = {
  title: 'Elements/sas-territory-settings',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'What a lead changes of its territory: numbers, hours, status, partners, danger signs, booking by ' +
          'the public; now or from an instant on, with a preview of what the public will see.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: SettingsScene): StoryObj => ({
  render: () => createSettings(scene),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement>(tag);
    if (element) await scene.act?.(element);
  },
});

export const Form = story(settingsScenes.form);
export const AllOpen = story(settingsScenes['all open']);
export const Loading = story(settingsScenes.loading);
export const NoTerritory = story(settingsScenes['no territory']);
export const NotYours = story(settingsScenes['not yours']);
export const Offline = story(settingsScenes.offline);
export const Changed = story(settingsScenes.changed);
export const Preview = story(settingsScenes.preview);
export const Saved = story(settingsScenes.saved);
export const Scheduled = story(settingsScenes.scheduled);
export const Faulty = story(settingsScenes.faulty);
export const Conflict = story(settingsScenes.conflict);
export const NotSent = story(settingsScenes['not sent']);
export const Pending = story(settingsScenes.pending);
export const AskedToWithdraw = story(settingsScenes['asked to withdraw']);
export const Withdrawn = story(settingsScenes.withdrawn);
export const LongTexts = story(settingsScenes['long texts']);
