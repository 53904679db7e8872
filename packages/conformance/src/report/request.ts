import type { Exchange, Sent } from '../http/exchange.ts';

const SECRET = /auth|cookie|key|token|secret/i;
const LONGEST_BODY = 2_000;
const EXCERPT = 240;

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Without what a terminal or XML would take for a command. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, ' ');
}

/** A request as a command to repeat it, without secrets; a long body is left out. */
export function curlOf({ method, url, headers, body, identity }: Sent): string {
  const told = Object.entries(headers).filter(([name]) => name !== 'accept-encoding');
  const parts = [
    'curl -sS -i',
    ...(method === 'GET' ? [] : [method === 'HEAD' ? '-I' : `-X ${method}`]),
    quote(url),
    ...told.map(([name, value]) => `-H ${quote(`${name}: ${SECRET.test(name) ? '…' : value}`)}`),
    ...(url.startsWith('https:') && identity !== 'none'
      ? [`--cert ${identity}.crt --key ${identity}.key`]
      : []),
    ...(body === undefined
      ? []
      : [`--data-raw ${quote(body.length > LONGEST_BODY ? `… ${body.length} …` : body)}`]),
  ];
  return printable(parts.join(' '));
}

/** First characters of an answer, on one line; '' when none came. */
export function excerptOf({ text }: Exchange): string {
  const line = printable(text.slice(0, 4 * EXCERPT))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1)}…` : line;
}

/** `HTTP 200, application/fhir+json, 12 ms`; null when no answer came. */
export function answerLine({ status, headers, ms }: Exchange): string | null {
  if (status === 0) return null;
  const type = headers['content-type'];
  return [
    `HTTP ${status}`,
    ...(type === undefined ? [] : [printable(type)]),
    `${Math.round(ms)} ms`,
  ].join(', ');
}
