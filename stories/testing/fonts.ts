import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a configuration by which a browser has the fonts of its own folder and no others of the machine.
 * Answers its path.
 *
 * @param browser - path of the Chromium that npm brings, its fonts beside it
 */
export async function ownFonts(browser: string): Promise<string> {
  const folder = join(dirname(browser), '../sas-kit-fonts');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  const fresh = `${file}.${process.pid}`;
  await writeFile(
    fresh,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(dirname(browser), 'fonts')}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`,
  );
  await rename(fresh, file);
  return file;
}
