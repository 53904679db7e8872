import { steps } from '../steps.js';

const output = document.querySelector('output');
const { platform: baseUrl, key } = output.dataset;
output.value = JSON.stringify(await steps({ baseUrl, key }));
