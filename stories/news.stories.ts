import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/news';
import {
  createNews,
  newsScenes,
  type NewsScene,
} from '../packages/elements/src/components/news/testing/news-scenes.ts';

const tag = 'sas-news';

const meta: Meta = {
  title: 'Elements/sas-news',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'Information for professionals. Items are articles between the tags, readable without script; ' +
          'the element filters, sorts, prints and shares them. Or from a static file: `src="news.json"`.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: NewsScene): StoryObj => ({
  render: () => createNews(scene),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement>(tag);
    if (element) await scene.act?.(element);
  },
});

export const List = story(newsScenes.list);
export const Filtered = story(newsScenes.filtered);
export const Archives = story(newsScenes.archives);
export const NoMatch = story(newsScenes['no match']);
export const Empty = story(newsScenes.empty);
export const Loading = story(newsScenes.loading);
export const StaticFile = story(newsScenes['static file']);
export const Platform = story(newsScenes.platform);
export const PlatformNotThere = story(newsScenes['platform not there']);
export const FileAndArticles = story(newsScenes['file and articles']);
export const FileNotThere = story(newsScenes.error);
export const FileNotThereArticlesAre = story(newsScenes.partial);
export const CopyByHand = story(newsScenes['copy by hand']);
export const LongTexts = story(newsScenes['long texts']);
