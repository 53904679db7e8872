import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/editor-status';
import type { SasEditorStatus } from '@sas-kit/elements/editor-status';
import {
  createStatus,
  editorScenes,
  playStatus,
  type EditorScene,
} from '../packages/elements/src/components/editor-status/testing/editor-scenes.ts';

const tag = 'sas-editor-status';

const meta: Meta = {
  title: 'Elements/sas-editor-status',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'How the connected vendors stand, for administrators: who answers, how fast, what breaks the rules of ' +
          'the guide. One is asked at once, paused and resumed. Others see the state only.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: EditorScene): StoryObj => ({
  render: () => createStatus(scene),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<SasEditorStatus>(tag);
    if (element) await playStatus(scene, element);
  },
});

export const List = story(editorScenes.list);
export const AllWell = story(editorScenes['all well']);
export const NotYetAsked = story(editorScenes['not yet asked']);
export const Details = story(editorScenes.details);
export const Loading = story(editorScenes.loading);
export const Empty = story(editorScenes.empty);
export const Narrow = story(editorScenes.narrow);
export const Forbidden = story(editorScenes.forbidden);
export const Offline = story(editorScenes.offline);
export const NoLongerRead = story(editorScenes['no longer read']);
export const Checked = story(editorScenes.checked);
export const NotAsExpected = story(editorScenes['not as expected']);
export const AskedToPause = story(editorScenes['asked to pause']);
export const Paused = story(editorScenes.paused);
export const Conflict = story(editorScenes.conflict);
export const NotSent = story(editorScenes['not sent']);
