import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/participation';
import { clock } from '../packages/elements/src/base/clock.ts';
import type { FakeParticipation } from '../packages/elements/src/components/participation/testing/fake-participation.ts';
import type { SasParticipation } from '../packages/elements/src/components/participation/participation.ts';
import {
  createParticipation,
  type ParticipationScene,
  participationScenes,
} from '../packages/elements/src/components/participation/testing/participation-scenes.ts';

const tag = 'sas-participation';

const meta: Meta = {
  title: 'Elements/sas-participation',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'How a professional or a structure takes part in the SAS: one form, each question with its rule. The ' +
          'platform alone judges the answers; what is changed here stays in the page.',
      },
    },
  },
};

export default meta;

const platforms = new WeakMap<SasParticipation, FakeParticipation>();

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: ParticipationScene): StoryObj => ({
  render: () => {
    clock.zone = () => 'Europe/Paris';
    const { element, platform } = createParticipation(scene);
    platforms.set(element, platform);
    return element;
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<SasParticipation>(tag);
    const platform = element && platforms.get(element);
    if (platform) await scene.act?.(element, platform);
  },
});

export const NothingSaid = story(participationScenes['nothing said']);
export const Saved = story(participationScenes.saved);
export const Loading = story(participationScenes.loading);
export const Unsaved = story(participationScenes.unsaved);
export const TakingPart = story(participationScenes['taking part']);
export const SosMedecins = story(participationScenes['SOS Médecins']);
export const NotEligible = story(participationScenes['not eligible']);
export const AnswersMissing = story(participationScenes['answers missing']);
export const DeclarationMissing = story(participationScenes['declaration missing']);
export const Saving = story(participationScenes.saving);
export const SavedNow = story(participationScenes['saved now']);
export const SomebodyElseSaved = story(participationScenes.outdated);
export const NotSaved = story(participationScenes['not saved']);
export const ReadOnly = story(participationScenes['read only']);
export const NoPlace = story(participationScenes['no place']);
export const NoStructure = story(participationScenes['no structure']);
export const NobodySignedIn = story(participationScenes.nobody);
export const NobodyAnswers = story(participationScenes.error);
export const NotFound = story(participationScenes['not found']);
export const Structure = story(participationScenes.structure);
export const StructureAnswersMissing = story(participationScenes['structure taking part']);
export const StructureSaved = story(participationScenes['structure saved']);
