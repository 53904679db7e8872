/** One way to send a GET and read its JSON. */
export interface Contender {
  /** Name in the tables, its version included. */
  readonly name: string;
  /** A module that exports `open(baseUrl)`, which gives the call: what a program would write. */
  readonly module: string;
  /** What an application has to bundle for it; without one, nothing is weighed. */
  readonly bundled?: string;
}

/** What npm installs for the peers, beside everything else. */
export const DEPENDENCIES = {
  '@medplum/core': '5.2.13',
  '@octokit/core': '7.0.8',
  ky: '1.14.3',
  openai: '7.57.0',
  'openapi-fetch': '0.17.0',
} as const;

const PATH = '/v1/territories/le-havre-fecamp';

/** What everything stands on: the least that a call can cost. */
export const FLOOR: Contender = {
  name: 'fetch and json()',
  module: `export const open = (baseUrl) => async () => (await fetch(baseUrl + '${PATH}')).json();`,
};

export const OURS: Contender = {
  name: '@sas-kit/client',
  module: `import { createSasClient } from '@sas-kit/client';
    export const open = (baseUrl) => {
      const client = createSasClient({ baseUrl, key: 'pk_bench' });
      return () => client.territories.get('le-havre-fecamp');
    };`,
  bundled: `export { createSasClient } from '@sas-kit/client';`,
};

export const PEERS: readonly Contender[] = [
  {
    name: `ky ${DEPENDENCIES.ky}`,
    module: `import ky from 'ky';
      export const open = (baseUrl) => () => ky(baseUrl + '${PATH}').json();`,
    bundled: `export { default } from 'ky';`,
  },
  {
    name: `openapi-fetch ${DEPENDENCIES['openapi-fetch']}`,
    module: `import createClient from 'openapi-fetch';
      export const open = (baseUrl) => {
        const client = createClient({ baseUrl });
        return async () => (await client.GET('${PATH}')).data;
      };`,
    bundled: `export { default } from 'openapi-fetch';`,
  },
  {
    name: `@octokit/core ${DEPENDENCIES['@octokit/core']}`,
    module: `import { Octokit } from '@octokit/core';
      export const open = (baseUrl) => {
        const octokit = new Octokit({ baseUrl });
        return async () => (await octokit.request('GET ${PATH}')).data;
      };`,
    bundled: `export { Octokit } from '@octokit/core';`,
  },
  {
    name: `@medplum/core ${DEPENDENCIES['@medplum/core']}`,
    module: `import { MedplumClient } from '@medplum/core';
      export const open = (baseUrl) => {
        const client = new MedplumClient({ baseUrl: baseUrl + '/', cacheTime: 0, fetch });
        return () => client.get(baseUrl + '${PATH}', { cache: 'reload' });
      };`,
    bundled: `export { MedplumClient } from '@medplum/core';`,
  },
  {
    name: `openai ${DEPENDENCIES.openai}`,
    module: `import OpenAI from 'openai';
      export const open = (baseURL) => {
        const client = new OpenAI({ baseURL, apiKey: 'bench' });
        return () => client.get('${PATH}');
      };`,
    bundled: `export { default } from 'openai';`,
  },
];

/** An application that only searches. */
export const SEARCH_ONLY = `export { createTransport } from '@sas-kit/client';
  export { availabilityResource } from '@sas-kit/client/availability';`;
