import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is kept of the stories; `npm run stories:update` writes it anew. */
export const KEPT = fileURLToPath(new URL('../kept/', import.meta.url));

/** What a failed comparison says. */
export const HOW_TO_UPDATE = 'Where the change is meant: npm run stories:update.';

/** Where the tree of a story is kept, as a screen reader reads it. */
export const treeFile = (story: string): string => join(KEPT, 'trees', `${story}.txt`);

/** Where the picture of a story is kept. */
export const pictureFile = (story: string): string =>
  join(KEPT, 'pictures', `${story.replace('/', '-')}.png`);
