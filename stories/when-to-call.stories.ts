import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/when-to-call';
import { whenToCallScenes } from '../packages/elements/src/components/when-to-call/testing/call-scenes.ts';
import { create, type Scene } from '../packages/elements/src/testing/scenes.ts';

const tag = 'sas-when-to-call';

const meta: Meta = {
  title: 'Elements/sas-when-to-call',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'Whom to call now in a territory, why, until when, and what comes next; the danger signs that ' +
          'the territory gives. The instants are fixed. `src` reads a file in place of a platform. In ' +
          'every state the first thing said is where to call in an emergency.',
      },
    },
  },
};

export default meta;

const story = (scene: Scene): StoryObj => ({
  render: () => create(tag, scene),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement>(tag);
    if (element) await scene.act?.(element);
  },
});

export const ByDay = story(whenToCallScenes['by day']);
export const AtNight = story(whenToCallScenes['at night']);
export const SaturdayAfternoon = story(whenToCallScenes['on a Saturday afternoon']);
export const PublicHoliday = story(whenToCallScenes['on a public holiday']);
export const BridgeDay = story(whenToCallScenes['on a bridge day']);
export const SeveralNumbers = story(whenToCallScenes['several numbers']);
export const Sources = story(whenToCallScenes['with its sources']);
export const ToBeAnnounced = story(whenToCallScenes['to be announced']);
export const Expired = story(whenToCallScenes.expired);
export const OtherHours = story(whenToCallScenes['number of other hours']);
export const OldFacts = story(whenToCallScenes['with old facts']);
export const Overseas = story(whenToCallScenes.overseas);
export const Loading = story(whenToCallScenes.loading);
export const NotRead = story(whenToCallScenes['not read']);
export const UnknownTerritory = story(whenToCallScenes.unknown);
export const Offline = story(whenToCallScenes.offline);
export const WithoutTerritory = story(whenToCallScenes['without a territory']);
