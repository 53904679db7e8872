/** What derives from the elements: the manifest, types for frameworks, data for an editor. */
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';
import { format, resolveConfig } from 'prettier';
import { root } from '../run.ts';
import { analyze } from './analyze.ts';
import { elementDocs } from './elements.ts';
import { reactTypes, vueTypes } from './framework-types.ts';

const folder = 'packages/elements';

/** Path of the manifest, in the repository. */
export const MANIFEST = `${folder}/custom-elements.json`;

const quiet = { hideLogs: true };

/** Every generated file, by its path in the repository. */
export async function manifestFiles(): Promise<Map<string, string>> {
  const manifest = await analyze();
  const docs = elementDocs(manifest);
  // It adds what it needs to the manifest, and types it by a later schema.
  const editorInput = structuredClone(manifest) as never;
  const contents: Record<string, string> = {
    [MANIFEST]: JSON.stringify(manifest),
    [`${folder}/generated/react.d.ts`]: reactTypes(docs),
    [`${folder}/generated/vue.d.ts`]: vueTypes(docs),
    [`${folder}/generated/vscode.html-custom-data.json`]: getVsCodeHtmlCustomData(
      editorInput,
      quiet,
    ),
    [`${folder}/generated/vscode.css-custom-data.json`]: getVsCodeCssCustomData(editorInput, quiet),
  };
  const options = (await resolveConfig(`${root}package.json`)) ?? {};
  const files = new Map<string, string>();
  for (const [path, text] of Object.entries(contents)) {
    files.set(path, await format(text, { ...options, filepath: path }));
  }
  return files;
}
