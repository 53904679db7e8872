/** No bundler: the whole client is one file, served beside the page. */
import * as sdk from '../cdn/client.js';
import { firstSteps } from '../first-steps.js';

const output = document.querySelector('output');
const { platform: baseUrl, key } = output.dataset;
output.value = JSON.stringify(await firstSteps(sdk, { baseUrl, key }));
