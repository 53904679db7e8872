import type { TokenProvider } from '@sas-kit/client';
import { createTransport, type StreamTransport } from '@sas-kit/client/transport';

/** How a page says in whose name to call. */
export interface OwnConnection {
  baseUrl: string;
  getToken: TokenProvider | undefined;
  session: boolean;
}

/** What calls in the reader's own name: made once, and anew when the page says another one. */
export class OwnResources<C> {
  readonly #connect: (transport: StreamTransport) => C;
  #made: (OwnConnection & { resources: C }) | undefined;

  constructor(connect: (transport: StreamTransport) => C) {
    this.#connect = connect;
  }

  /** Undefined where the page gave neither a token nor a session. */
  of(connection: OwnConnection): C | undefined {
    return connection.getToken || connection.session ? this.over(connection) : undefined;
  }

  /** The same; where the page gave neither, in nobody's name. */
  over({ baseUrl, getToken, session }: OwnConnection): C {
    const made = this.#made;
    if (made?.baseUrl === baseUrl && made.getToken === getToken && made.session === session) {
      return made.resources;
    }
    const resources = this.#connect(createTransport({ baseUrl, token: getToken, session }));
    this.#made = { baseUrl, getToken, session, resources };
    return resources;
  }
}
