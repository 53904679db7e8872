/** Codes of Node, Deno and Bun for a connection that was never made. Browsers do not tell. */
const neverSent = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
];

/** Whether a request whose connection failed may have reached the platform. */
export function wasSent(cause: unknown): boolean {
  type Coded = { code?: unknown; cause?: Coded } | null | undefined;
  const code = (cause as Coded)?.cause?.code ?? (cause as Coded)?.code;
  return !neverSent.includes(String(code));
}
