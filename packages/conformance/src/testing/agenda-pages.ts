import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decideArrival } from '@sas-kit/connector/single-sign-on';
import { MemoryRegulators } from '@sas-kit/connector';
import { parseConfig } from '../read-config.ts';
import { SOUND_CONFIG } from './config.ts';
import type { Tested } from './faulty.ts';
import { startServer } from './server.ts';

/** What a page of an agenda answers: a status, a type and a body, or an address to go to. */
export type Page =
  | { readonly to: string }
  | { readonly body: string; readonly status?: number; readonly type?: string };

const PROVIDER = 'https://wallet.bas.psc.esante.gouv.fr/auth?response_type=code';

/** An agenda's own pages, done well: the connector decides. */
export async function soundPage(url: string): Promise<Page> {
  const regulators = new MemoryRegulators();
  const names = ['sas', 'sas-preprod'];
  const arrival = await decideArrival({ url, names, nationalId: null, regulators });
  if (arrival.kind === 'authenticate') return { to: PROVIDER };
  if (arrival.kind === 'login') return { body: '<h1>Connexion</h1>' };
  return { body: '<h1>Erreur</h1>', status: 403 };
}

/** Starts the sound server, its slots leading to an agenda whose pages a test decides. */
export async function startWithPages(
  page: (url: string, origin: string) => Page | Promise<Page> = soundPage,
): Promise<Tested> {
  const pages = createServer((request, response) => {
    const answer = async () => {
      const { host = '' } = request.headers;
      const made = await page(request.url ?? '/', `http://${host}`);
      if ('to' in made) return response.writeHead(302, { Location: made.to }).end();
      const { body, status = 200, type = 'text/html; charset=utf-8' } = made;
      return response.writeHead(status, { 'Content-Type': type }).end(body);
    };
    void answer();
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const { port } = pages.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/agenda?praticien=pr-1`;
  const server = await startServer({
    agenda: (offer) => ({ ...offer, slots: offer.slots.map((slot) => ({ ...slot, url })) }),
  });
  const close = async () => {
    pages.closeAllConnections();
    await Promise.all([server.close(), new Promise((resolve) => pages.close(resolve))]);
  };
  return { base: server.base, config: parseConfig(SOUND_CONFIG), close };
}
