import { glob, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fill } from './placeholders.ts';

/** A file of an example, and where it is served. */
export interface ExampleFile {
  /** `/examples/hospital-portal/` */
  url: string;
  content: string;
  /** Extension of the file, with its dot. */
  extension: string;
}

const NAMES = ['hospital-portal', 'practice-page', 'professional-site', 'playground'];
const FOLDER = new URL('../', import.meta.url);

/**
 * Every file of the pages that stand beside this program, as its server gives it: the platform is the
 * page's own origin.
 */
export async function exampleFiles(key: string): Promise<ExampleFile[]> {
  const files: ExampleFile[] = [];
  const values = { 'https://your-platform.example': '', 'pk_…': key };
  for await (const path of glob(`{${NAMES.join(',')}}/*.{html,css,js,svg,json}`, {
    cwd: FOLDER,
  })) {
    const text = await readFile(new URL(path.replaceAll('\\', '/'), FOLDER), 'utf8');
    const extension = extname(path);
    files.push({
      url: `/examples/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
      content: extension === '.html' ? fill(text, values) : text,
      extension,
    });
  }
  return files;
}
