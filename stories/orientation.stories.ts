import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/orientation';
import type { SasOrientation } from '@sas-kit/elements/orientation';
import {
  createOrientation,
  orientationScenes,
  playOrientation,
  type OrientationScene,
} from '../packages/elements/src/components/orientation/testing/orientation-scenes.ts';

const tag = 'sas-orientation';

const meta: Meta = {
  title: 'Elements/sas-orientation',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'From a doctor’s decision to the appointment, at a desk: who decided, the own doctor first, a slot, a ' +
          'recap, Enter, ten seconds to take it back, and what is read to the patient. Each action has one key.',
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

export const Opening = story(orientationScenes.opening);
export const NoPlace = story(orientationScenes['no place']);
export const NothingSaid = story(orientationScenes['nothing said']);
export const OfADoctor = story(orientationScenes['of a doctor']);
export const InTheDispatchProgram = story(orientationScenes['in the dispatch program']);
export const Waiting = story(orientationScenes.waiting);
export const NothingWaits = story(orientationScenes['nothing waits']);
export const Protocol = story(orientationScenes.protocol);
export const OwnDoctor = story(orientationScenes['own doctor']);
export const Searching = story(orientationScenes.searching);
export const WalkIn = story(orientationScenes['walk-in']);
export const Enlarged = story(orientationScenes.enlarged);
export const BesideTheSlots = story(orientationScenes['beside the slots']);
export const APracticeSaidYes = story(orientationScenes['a practice said yes']);
export const APracticeSaidNo = story(orientationScenes['a practice said no']);
export const NobodyToCall = story(orientationScenes['nobody to call']);
export const ByTelephone = story(orientationScenes['by telephone']);
export const BookedAtAVendor = story(orientationScenes['booked at a vendor']);
export const LeftForAVendor = story(orientationScenes['left for a vendor']);
export const GivenBack = story(orientationScenes['given back']);
export const AnotherAppointment = story(orientationScenes['another appointment']);
export const AnAppointmentIsMoved = story(orientationScenes['an appointment is moved']);
export const AskedBeforeItIsLeft = story(orientationScenes['asked before it is left']);
export const NotTaken = story(orientationScenes['not taken']);
export const Recap = story(orientationScenes.recap);
export const Conflict = story(orientationScenes.conflict);
export const Refused = story(orientationScenes.refused);
export const NotSent = story(orientationScenes['not sent']);
export const Told = story(orientationScenes.told);
export const ToldOfASmur = story(orientationScenes['told of a SMUR']);
export const LeftToAnOperator = story(orientationScenes['left to an operator']);
export const Withdrawn = story(orientationScenes.withdrawn);
export const WithoutKeys = story(orientationScenes['without keys']);
export const NotMine = story(orientationScenes['not mine']);
export const Loading = story(orientationScenes.loading);
export const SignedOut = story(orientationScenes['signed out']);
export const Offline = story(orientationScenes.offline);
