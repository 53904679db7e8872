import { rollup, type Plugin } from 'rollup';

interface RollupConfig {
  readonly bundling: () => Plugin[];
}

/**
 * A program over the sources of this client, bundled and minified as an application would. It imports them
 * by their name, `./errors.ts`, and leaves what it makes on `globalThis`.
 */
export async function bundle(program: string): Promise<string> {
  const configuration = new URL('../../../../rollup.config.js', import.meta.url).href;
  const { bundling } = (await import(configuration)) as RollupConfig;
  const entry: Plugin = {
    name: 'entry',
    resolveId: (id, importer) => {
      if (id === 'entry') return id;
      return importer === 'entry' ? new URL(`../${id}`, import.meta.url).pathname : null;
    },
    load: (id) => (id === 'entry' ? program : null),
  };
  const build = await rollup({ input: 'entry', plugins: [entry, ...bundling()] });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  return output[0].code;
}
