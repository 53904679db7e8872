import { createHash, X509Certificate } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import type { ClientCertificate } from '../authenticate.ts';

/** The certificate that a client showed on this connection and that our authorities signed. */
export function certificateOfSocket(socket: unknown): ClientCertificate | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  const shown = socket.getPeerX509Certificate();
  return shown === undefined ? undefined : describe(shown);
}

/**
 * The certificate that a proxy verified and hands on: percent-encoded PEM, as nginx's
 * `$ssl_client_escaped_cert` is. To be read from believed proxies only.
 */
export function certificateOfHeader(value: string | undefined): ClientCertificate | undefined {
  if (value === undefined || value === '') return undefined;
  try {
    return describe(new X509Certificate(decodeURIComponent(value)));
  } catch {
    return undefined;
  }
}

/** A name that stands more than once names nobody. */
function describe(certificate: X509Certificate): ClientCertificate | undefined {
  const named = (attribute: string) =>
    certificate.subject
      .split('\n')
      .filter((line) => line.startsWith(`${attribute}=`))
      .map((line) => line.slice(attribute.length + 1));
  const [commonName, second] = named('CN');
  if (commonName === undefined || second !== undefined) return undefined;
  return {
    thumbprint: createHash('sha256').update(certificate.raw).digest('base64url'),
    commonName,
    organizationalUnits: named('OU'),
  };
}
