/** A Chromium for tests and screenshots: the one named, the installed one, else the one that npm brings. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Keeps the browser off the network; as root it starts only without its sandbox. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Path of a Chromium: `CHROME_PATH`, an installed one, else that of `@sparticuz/chromium` (Linux x64).
 *
 * @throws {Error} where there is none.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  const locked = await lockedChromium();
  if (locked !== undefined) return locked;
  throw new Error('No Chromium found: install one, or name it in CHROME_PATH.');
}

/**
 * Path of the Chromium that npm brings, whose version and fonts the lock file holds: a picture of it is
 * the same everywhere. Undefined but on Linux x64.
 */
export async function lockedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return unpackedChromium();
}

/**
 * Unpacks the browser beside its final folder and renames that: of several processes that need it at
 * once, none runs a file that another is still writing.
 */
async function unpackedChromium(): Promise<string> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const folder = join(cache, 'sas-kit-chromium');
  if (existsSync(join(folder, 'chromium'))) return join(folder, 'chromium');
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = fresh;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  return join(folder, 'chromium');
}
