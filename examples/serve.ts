/** `npm run site -- professional-site`: a page of the examples, from its files alone, without any platform. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CDN_FOLDER, prepareElements } from './demonstration/prepare.ts';
import { startSite } from './static-site.ts';

const NAMES = ['professional-site', 'recipes/static'];

const [name = NAMES[0]!, port = '8090'] = process.argv.slice(2);
const folder = fileURLToPath(new URL(`${name}/`, import.meta.url));
if (!NAMES.includes(name) || !existsSync(folder)) {
  console.error(`there is no page ${name}; there are ${NAMES.join(', ')}`);
  process.exitCode = 2;
} else {
  await prepareElements(console.log);
  const { origin } = await startSite(
    { '': folder, cdn: fileURLToPath(CDN_FOLDER) },
    { port: Number(port) },
  );
  console.log(`${name}: ${origin}/\nCtrl+C to stop.`);
}
