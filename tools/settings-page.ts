import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { type Setting, SETTINGS } from '../packages/platform/src/settings.ts';

/** Where the page stands in the repository. */
export const OPERATION_PAGE = 'docs/operation.md';

const file = fileURLToPath(new URL(`../${OPERATION_PAGE}`, import.meta.url));
const BEGIN = '<!-- Generated from packages/platform/src/settings.ts by `npm run generate`. -->';
const END = '<!-- End of what is generated. -->';

/** The page for whoever runs the platform, as it stands, with the table of settings of the code. */
export async function operationPage(): Promise<string> {
  const page = await readFile(file, 'utf8');
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${OPERATION_PAGE} has lost its two marks`);
  const text = `${page.slice(0, before)}${BEGIN}\n\n${table()}\n\n${page.slice(after)}`;
  return prettier.format(text, { parser: 'markdown', printWidth: 100, proseWrap: 'preserve' });
}

function table(): string {
  const rows = Object.values<Setting>(SETTINGS).map(({ flag, variable, fallback, help }) => {
    const value = fallback === null ? '–' : `\`${fallback}\``;
    return `| \`--${flag}\` | \`${variable}\` | ${value} | ${help.replaceAll('|', '\\|')} |`;
  });
  return ['| flag | variable | default | what |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
