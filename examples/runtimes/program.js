/** `SAS_URL=… SAS_KEY=pk_… node program.js`; the same for `deno run` and `bun run`. */
import { env } from 'node:process';
import { steps } from './steps.js';

const delivery = env.SAS_DELIVERY && JSON.parse(env.SAS_DELIVERY);
console.log(JSON.stringify(await steps({ baseUrl: env.SAS_URL, key: env.SAS_KEY, delivery })));
