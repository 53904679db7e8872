import type { Attributes, ObservedCall } from './hooks.ts';

/** The port is the protocol's where an address names none. */
function serverOf(url: string): Attributes {
  const { hostname, port, protocol } = new URL(url);
  return {
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
  };
}

/** What is known of an attempt. */
export interface AttemptFacts {
  /** Address that it was sent to; nothing of it but host and port is told. */
  readonly url: string | undefined;
  readonly attempt: number;
  readonly status?: number | null | undefined;
  /** Code of a failure without an answer. */
  readonly failure?: string | undefined;
}

/** The attributes of an attempt, by the semantic conventions of OpenTelemetry. */
export function attributesOf(
  { method, template }: ObservedCall,
  { url, attempt, status, failure }: AttemptFacts,
): Attributes {
  const failed = status != null && status >= 400 ? `${status}` : failure;
  return {
    'http.request.method': method,
    'url.template': template,
    ...(url !== undefined && serverOf(url)),
    ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
    ...(status != null && { 'http.response.status_code': status }),
    ...(failed !== undefined && { 'error.type': failed }),
  };
}
