import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/availability';
import { deskScenes } from '../packages/elements/src/components/availability/testing/desk-scenes.ts';
import { availabilityScenes, create, type Scene } from '../packages/elements/src/testing/scenes.ts';

const tag = 'sas-availability';

const meta: Meta = {
  title: 'Elements/sas-availability',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'Free slots within 48 hours around a place. Data are fixed: a Monday at 14:20 in Le Havre. ' +
          'In every state the first thing said is where to call in an emergency.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: Scene): StoryObj => ({
  render: () => create(tag, scene),
  play: ({ canvasElement }) => act(canvasElement, scene),
});

async function act(canvas: HTMLElement, scene: Scene): Promise<void> {
  const element = canvas.querySelector<HTMLElement>(tag);
  if (element) await scene.act?.(element);
}

export const Idle = story(availabilityScenes.idle);
export const Loading = story(availabilityScenes.loading);
export const Results = story(availabilityScenes.results);
export const AllTimes = story(availabilityScenes.expanded);
export const Empty = story(availabilityScenes.empty);
export const Partial = story(availabilityScenes.partial);
export const NobodyAnswers = story(availabilityScenes.error);
export const TooManyRequests = story(availabilityScenes.refused);
export const PlacesProposed = story(availabilityScenes['places proposed']);
export const PlaceMissing = story(availabilityScenes['place missing']);

/** A professional's search, whose client streams. Its stream is made where the story begins. */
const deskStory = (name: string): StoryObj => {
  let scene: Scene = {};
  return {
    render: () => create(tag, (scene = deskScenes()[name] ?? {})),
    play: ({ canvasElement }) => act(canvasElement, scene),
  };
};

export const DeskFirstCards = deskStory('first cards');
export const DeskSettled = deskStory('settled');
export const DeskArrivals = deskStory('arrivals');
export const DeskEditorDown = deskStory('one editor down');
export const DeskAllEditorsDown = deskStory('all editors down');
export const DeskNothingButFailures = deskStory('nothing but failures');
export const DeskEnlarged = deskStory('enlarged');
export const DeskOwnDoctor = deskStory('own doctor');
export const DeskFiltered = deskStory('filtered');
export const DeskDepartureAsked = deskStory('departure asked');
export const DeskDepartureBooked = deskStory('departure booked');
export const DeskDepartureGivenUp = deskStory('departure given up');
export const DeskDepartureNotNoted = deskStory('departure not noted');
export const DeskDepartureOverdue = deskStory('departure overdue');
export const DeskNobodyAnswers = deskStory('nobody');
