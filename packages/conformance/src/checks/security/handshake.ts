import {
  connect,
  type ConnectionOptions,
  type PeerCertificate,
  type SecureVersion,
  TLSSocket,
} from 'node:tls';

/** What came of a handshake in one version. */
export type Handshake =
  | {
      readonly kind: 'accepted';
      /** Why the server's certificate is not trusted; null when it is. */
      readonly distrust: string | null;
      readonly certificate: PeerCertificate;
    }
  | { readonly kind: 'refused' }
  /** This Node cannot speak the version. */
  | { readonly kind: 'unable'; readonly code: string };

/** Errors that OpenSSL raises before it has said a word. */
const UNABLE = new Set([
  'ERR_SSL_NO_PROTOCOLS_AVAILABLE',
  'ERR_SSL_NO_CIPHERS_AVAILABLE',
  'ERR_TLS_INVALID_PROTOCOL_VERSION',
]);

export interface HandshakeOptions {
  readonly host: string;
  readonly port: number;
  readonly authorities?: string | undefined;
  readonly minVersion: SecureVersion;
  readonly maxVersion: SecureVersion;
  readonly deadlineMs: number;
}

/** Node refuses some versions before it connects. */
function open(options: ConnectionOptions): TLSSocket | Handshake {
  try {
    return connect(options);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (UNABLE.has(code)) return { kind: 'unable', code };
    throw error;
  }
}

/**
 * Shakes hands without a client certificate.
 *
 * @throws the error of Node when nobody listens.
 */
export function shakeHands(options: HandshakeOptions): Promise<Handshake> {
  const { host, authorities, deadlineMs, ...rest } = options;
  return new Promise((resolve, reject) => {
    const isName = !/^[\d.]+$|:/.test(host);
    const socket = open({
      ...rest,
      host,
      ...(isName && { servername: host }),
      ...(authorities !== undefined && { ca: authorities }),
      rejectUnauthorized: false,
      // What OpenSSL asks for before it offers the old versions at all.
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    if (!(socket instanceof TLSSocket)) return resolve(socket);
    const end = (result: Handshake): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => end({ kind: 'refused' }), deadlineMs);
    let connected = false;
    socket.on('connect', () => (connected = true));
    socket.on('secureConnect', () => {
      const certificate = socket.getPeerCertificate();
      const { authorized, authorizationError } = socket;
      end({
        kind: 'accepted',
        certificate,
        distrust: authorized ? null : String(authorizationError),
      });
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? '';
      if (UNABLE.has(code)) return end({ kind: 'unable', code });
      if (connected) return end({ kind: 'refused' });
      clearTimeout(timer);
      reject(error);
    });
    socket.on('close', () => end({ kind: 'refused' }));
  });
}
