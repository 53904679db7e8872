import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Demonstration, startDemonstration } from '../demonstration/demonstration.ts';
import { CDN_FOLDER, prepareElements } from '../demonstration/prepare.ts';
import { EmptyData, temporaryFolder } from '../demonstration/testing/folder.ts';
import { type Site, startSite } from '../static-site.ts';
import { MOMENT } from './checks.ts';

/** A page on a site of its own, and the platform that it calls on another origin. */
export interface Neighbours {
  address: () => string;
  origins: () => string[];
}

/** Serves a folder of the examples while the tests of the file run. */
export async function serveWithPlatform(name: string): Promise<Neighbours> {
  const empty = new EmptyData(await temporaryFolder());
  let demonstration: Demonstration;
  let site: Site;
  before(async () => {
    await prepareElements(() => undefined);
    const argv = ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'];
    demonstration = await startDemonstration({ argv, clock: MOMENT });
    const folder = fileURLToPath(new URL(`../${name}/`, import.meta.url));
    const { address, credentials } = demonstration;
    site = await startSite(
      { '': folder, cdn: fileURLToPath(CDN_FOLDER) },
      {
        values: { 'https://your-platform.example': address, 'pk_…': credentials.publishableKey },
      },
    );
  });
  after(async () => {
    site?.close();
    await demonstration?.close();
  });
  return {
    address: () => `${site.origin}/`,
    origins: () => [site.origin, demonstration.address],
  };
}
