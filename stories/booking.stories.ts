import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/booking';
import { bookingScenes, create, type Scene } from '../packages/elements/src/testing/scenes.ts';

const tag = 'sas-booking';

const meta: Meta = {
  title: 'Elements/sas-booking',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'The whole path in one tag: search, keep a slot, give a contact, booked; then cancel or move ' +
          'by the link of the confirmation. Data are fixed: a Monday at 14:20 in Le Havre.',
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

export const Search = story(bookingScenes.searching);
export const KeepingASlot = story(bookingScenes.holding);
export const SlotKept = story(bookingScenes.held);
export const LessThanAMinute = story(bookingScenes.expiring);
export const TimeIsUp = story(bookingScenes.expired);
export const SlotTaken = story(bookingScenes.conflict);
export const BookingIsOff = story(bookingScenes.refused);
export const FormErrors = story(bookingScenes['form errors']);
export const NobodyAnswers = story(bookingScenes['not sent']);
export const Confirmed = story(bookingScenes.confirmed);
export const WalkIn = story(bookingScenes['walk-in']);
export const BookedElsewhere = story(bookingScenes.elsewhere);
export const OpeningTheLink = story(bookingScenes.opening);
export const Managed = story(bookingScenes.managed);
export const AskedToCancel = story(bookingScenes['asked to cancel']);
export const Cancelled = story(bookingScenes.cancelled);
export const Moving = story(bookingScenes.moving);
export const Moved = story(bookingScenes.moved);
export const LinkLeadsNowhere = story(bookingScenes.lost);
