import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newReader, openBrowser } from '../testing/browser.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { startVendor } from '../testing/vendor.ts';

const DEMONSTRATION = fileURLToPath(new URL('../../demonstration/main.ts', import.meta.url));
const folder = await temporaryFolder();

/** `npm start`, a platform with a practitioner; its address and the practitioner's token. */
async function startPlatform(): Promise<{ address: string; token: string }> {
  const credentials = join(folder, 'credentials.json');
  const argv = ['--port', '0', '--data', join(folder, 'data'), '--credentials', credentials];
  const child = spawn(process.execPath, ['--conditions=source', DEMONSTRATION, ...argv], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  after(() => child.kill('SIGKILL'));
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('close', () => reject(new Error(text)));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const ready = /^sas-platform ready on (\S+)$/m.exec(text)?.[1];
      if (ready !== undefined) resolve(ready);
    });
  });
  const { tokens } = JSON.parse(await readFile(credentials, 'utf8'));
  return { address, token: tokens.practitioner };
}

test('the agenda element works inside the vendor’s page', async () => {
  const { address, token } = await startPlatform();
  const { origin } = await startVendor(['--platform', address, `--key=${token}`], {
    now: () => new Date(),
  });
  const { page, complaints } = await newReader(await openBrowser());
  await page.goto(`${origin}/plateforme`);
  await page.getByRole('heading', { name: /Vaudrelle/ }).waitFor();
  assert.deepEqual(complaints, []);
});

test('the token is for the program’s own page only', async () => {
  const { origin } = await startVendor(['--platform', 'http://127.0.0.1:1', '--key', 'secret']);
  const own = await fetch(`${origin}/plateforme/jeton`, { method: 'POST' });
  assert.deepEqual(await own.json(), { token: 'secret' });
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const other = await fetch(`${origin}/plateforme/jeton`, { method: 'POST', headers });
    assert.equal(other.status, 403);
  }
});

test('without a platform the page says how to have one', async () => {
  const { origin } = await startVendor();
  const text = await (await fetch(`${origin}/plateforme`)).text();
  assert.match(text, /npm start[\s\S]*--platform[\s\S]*--key/);
  assert.equal((await fetch(`${origin}/plateforme/jeton`, { method: 'POST' })).status, 404);
  assert.equal((await fetch(`${origin}/cdn/sas-agenda.js`)).status, 404);
});
