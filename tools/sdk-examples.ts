import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { acceptanceTable } from './sdk-acceptance.ts';

/** Where the page stands in the repository. */
export const SDK_EXAMPLES_PAGE = 'docs/sdk-examples.md';

/** The programs, by file in `examples/sdk`, as a vendor would come to them. */
export const SDK_EXAMPLES = {
  'publish-agenda': 'Publish an agenda',
  'keep-in-step': 'Keep it in step with your software',
  'search-and-book': 'Search and book',
  'watch-availability': 'Watch availability',
  'receive-webhooks': 'Receive signed events',
  'dispatch-link': 'A link from dispatch software (INT_L01)',
  'message-and-matching': 'A message to dispatch software and its file (INT_L02)',
} as const;

/** Text of an example as it stands in its file. */
export function exampleText(name: string): Promise<string> {
  const file = new URL(`../examples/sdk/${name}.ts`, import.meta.url);
  return readFile(fileURLToPath(file), 'utf8');
}

const HEAD = `<!-- Generated from examples/sdk by \`npm run generate\`. Do not edit. -->

# The SDK by example

Complete programs, each one file below 60 lines, run by the tests as you would run them. Start a platform,
and tell the programs where its credentials are:

\`\`\`sh
npm start -- --credentials .sas-data.credentials
\`\`\`

\`\`\`sh
export SAS_CREDENTIALS=.sas-data.credentials
npm run example examples/sdk/search-and-book.ts
\`\`\`

Against another platform, set \`SAS_URL\` and a key or a token of yours (\`SAS_KEY\`, \`SAS_TOKEN\`).
[\`settings.ts\`](../examples/sdk/settings.ts) reads them; everything else is in the file.
`;

const TAIL = `## What the client holds to

Ten acceptance tests, over real sockets and against the real platform where it takes part; what has to
fail does so by a proxy that [answers late, wrongly, half or not at
all](../examples/sdk/acceptance/faults.ts):

${acceptanceTable()}
`;

/** The page about the examples, out of the files themselves. */
export async function sdkExamplesPage(): Promise<string> {
  const parts = Object.entries(SDK_EXAMPLES).map(async ([name, title]) => {
    const path = `examples/sdk/${name}.ts`;
    return `## ${title}\n\n[\`${path}\`](../${path})\n\n\`\`\`ts\n${await exampleText(name)}\`\`\`\n`;
  });
  const page = [HEAD, ...(await Promise.all(parts)), TAIL].join('\n');
  const options = await resolveConfig(new URL(`../${SDK_EXAMPLES_PAGE}`, import.meta.url));
  return format(page, { ...options, parser: 'markdown' });
}
