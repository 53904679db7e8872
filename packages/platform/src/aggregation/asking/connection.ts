import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { Pool } from 'undici';
import { EditorFault } from './fault.ts';
import type { Editor } from '../editors/editors.ts';
import { ENCODINGS } from './decompress.ts';
import { type Carried, receive, type Received } from './receive.ts';

/** A client certificate and its key, PEM. */
export interface ClientCertificate {
  cert: string;
  key: string;
}

/** Settings of how editors are asked. */
export interface AskingSettings {
  /** Bytes of an answer, decompressed. */
  maxBytes: number;
  /** Client certificates by their name. */
  certificates: ReadonlyMap<string, ClientCertificate>;
  /** Authorities of editors, PEM, beside those that Node.js trusts. */
  authorities: readonly string[];
}

/** As the guide has it: not the name that FHIR registered. */
const ACCEPT = 'application/json+fhir';
const USER_AGENT = 'sas-kit-aggregation/1';

/** What a connection stands on: another one is made where it changes. */
export type Reached = Pick<Editor, 'endpoint' | 'certificate' | 'concurrency'>;

/** The way to one editor: connections that stay open, one question at a time on each. */
export class EditorConnection {
  readonly #path: string;
  /** Null without the certificate that the editor wants to see. */
  readonly #pool: Pool | null = null;
  readonly #most: number;

  constructor({ endpoint, certificate, concurrency }: Reached, settings: AskingSettings) {
    const { origin, pathname } = new URL(endpoint);
    this.#path = pathname.replace(/\/+$/, '');
    this.#most = settings.maxBytes;
    const shown = certificate === null ? null : settings.certificates.get(certificate);
    if (shown === undefined) return;
    this.#pool = new Pool(origin, {
      connections: concurrency,
      pipelining: 1,
      allowH2: false,
      connect: { secureContext: contextOf(shown, settings.authorities) },
    });
  }

  /**
   * Asks for what stands below the base of the editor. Tried a second time where the first connection
   * failed before anything was sent, never later: the editor may be at work already.
   *
   * @param deadlineMs for all of it.
   * @throws {EditorFault} for every fault; what the signal is aborted with.
   */
  get(path: string, deadlineMs: number, signal: AbortSignal): Promise<Received> {
    return this.#send({ path }, deadlineMs, signal);
  }

  /** Writes a resource there, as `get` asks: what may be written twice only. */
  put(path: string, body: string, deadlineMs: number, signal: AbortSignal): Promise<Received> {
    return this.#send({ path, carries: { method: 'PUT', body } }, deadlineMs, signal);
  }

  /** Sends a resource there, as `put` does: one that the editor knows again by its identifier. */
  post(path: string, body: string, deadlineMs: number, signal: AbortSignal): Promise<Received> {
    return this.#send({ path, carries: { method: 'POST', body } }, deadlineMs, signal);
  }

  async #send(
    { path, carries }: { path: string; carries?: Carried },
    deadlineMs: number,
    signal: AbortSignal,
  ): Promise<Received> {
    if (this.#pool === null) throw new EditorFault('certificate-missing');
    const pool = this.#pool;
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(new EditorFault('timeout')), deadlineMs);
    const give = () => ending.abort(signal.reason);
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
    const headers = {
      ...{ accept: ACCEPT, 'accept-encoding': ENCODINGS, 'user-agent': USER_AGENT },
      ...(carries !== undefined && { 'content-type': ACCEPT }),
    };
    const sent = { path: this.#path + path, headers, ...(carries !== undefined && { carries }) };
    const once = () => receive(pool, sent, this.#most, ending.signal);
    try {
      return await once().catch((error: unknown) => {
        const again = error instanceof EditorFault && error.early;
        if (!again || error.fault !== 'no-connection') throw error;
        return once();
      });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', give);
    }
  }

  /** Takes no more questions; those under way are answered. */
  async retire(): Promise<void> {
    await this.#pool?.close();
  }

  /** Ends what is open. */
  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}

/** Made once for an editor: reading the authorities for each connection would cost more than the answer. */
function contextOf(shown: ClientCertificate | null, authorities: readonly string[]): SecureContext {
  return createSecureContext({
    minVersion: 'TLSv1.2',
    ...shown,
    ...(authorities.length > 0 && { ca: [...rootCertificates, ...authorities] }),
  });
}
