import {
  setCustomElementsManifest,
  type Decorator,
  type Preview,
} from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };

/** The API tables of every element. */
setCustomElementsManifest(manifest);

/** The page around the element: its language and its colours are what the element follows. */
const page: Decorator = (story, { globals }) => {
  document.documentElement.lang = String(globals['language']);
  document.documentElement.style.colorScheme = String(globals['scheme']);
  document.documentElement.dataset['sasPreset'] = String(globals['preset']);
  document.body.style.fontFamily = 'system-ui, sans-serif';
  document.body.style.background = 'Canvas';
  return html`${story()}`;
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [page],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    options: { storySort: { order: ['Bienvenue', 'Webmestres', 'Developers', 'Elements'] } },
    docs: { story: { inline: false, height: '40rem' } },
  },
  initialGlobals: { language: 'fr', scheme: 'light', preset: 'neutral' },
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: { title: 'Language', icon: 'globe', items: ['fr', 'en'], dynamicTitle: true },
    },
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: { title: 'Scheme', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
    },
    preset: {
      description: 'Colours of the page',
      toolbar: {
        title: 'Preset',
        icon: 'paintbrush',
        items: ['neutral', 'contrast', 'dsfr'],
        dynamicTitle: true,
      },
    },
  },
};

export default preview;
