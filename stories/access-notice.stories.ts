import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/access-notice';
import {
  accessNoticeScenes,
  createScene,
} from '../packages/elements/src/components/access-notice/testing/access-notice-scenes.ts';
import { clock } from '../packages/elements/src/base/clock.ts';
import { asOf } from '../packages/elements/src/testing/fixtures.ts';
import type { Scene } from '../packages/elements/src/testing/scenes.ts';

const tag = 'sas-access-notice';

const meta: Meta = {
  title: 'Elements/sas-access-notice',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'Access of an emergency department: open, or call first; from when to when, who says so. ' +
          'By attributes, or from a static file. Seen on a Monday at 14:20.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: Scene): StoryObj => ({
  render: () => {
    clock.today = () => Date.parse(asOf);
    return createScene(scene);
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement>(tag);
    if (element) await scene.act?.(element);
  },
});

export const Regulated = story(accessNoticeScenes.regulated);
export const Open = story(accessNoticeScenes.open);
export const LocalNumber = story(accessNoticeScenes['local number']);
export const Upcoming = story(accessNoticeScenes.upcoming);
export const Expired = story(accessNoticeScenes.expired);
export const AnotherZone = story(accessNoticeScenes['another zone']);
export const Empty = story(accessNoticeScenes.empty);
export const HalfANotice = story(accessNoticeScenes['half a notice']);
export const Loading = story(accessNoticeScenes.loading);
export const StaticFile = story(accessNoticeScenes['static file']);
export const FileNotThere = story(accessNoticeScenes.error);
export const LongTexts = story(accessNoticeScenes['long texts']);
