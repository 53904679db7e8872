/** `worker.js` is built from `../worker.js`, by Rollup. */
const output = document.querySelector('output');
const { platform: baseUrl, key } = output.dataset;

// A page that requires trusted types tells which scripts it starts.
const { trustedTypes = { createPolicy: (_, rules) => rules } } = globalThis;
const scripts = trustedTypes.createPolicy('sas-worker', { createScriptURL: (url) => url });

const worker = new Worker(scripts.createScriptURL('worker.js'), { type: 'module' });
worker.addEventListener('message', ({ data }) => (output.value = JSON.stringify(data)));
worker.postMessage({ baseUrl, key });
