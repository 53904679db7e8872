import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';

/** What `npm run docs:sdk` has written. */
const reference = fileURLToPath(new URL('../dist/sdk', import.meta.url));

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs'],
  staticDirs: [
    { from: '../packages/elements/presets', to: '/presets' },
    ...(existsSync(reference) ? [{ from: reference, to: '/sdk' }] : []),
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal: (vite) => ({
    ...vite,
    // The packages' sources, without a build.
    resolve: { ...vite.resolve, conditions: ['source', 'module', 'browser', 'development'] },
  }),
};

export default config;
