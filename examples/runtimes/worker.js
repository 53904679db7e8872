/** A worker has no `window`, no `document` and no `process`. */
import { steps } from './steps.js';

addEventListener('message', async ({ data }) => postMessage(await steps(data)));
