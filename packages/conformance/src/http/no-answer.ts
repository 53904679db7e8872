import type { Text } from '@sas-kit/fhir';
import { NoAnswer, type NoAnswerReason, type Sent } from './exchange.ts';

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EADDRNOTAVAIL',
]);

/** Errors about certificates and protocol versions, as Node and OpenSSL name them. */
const TLS = /^(?:ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|CRL_)/;

function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: readonly { code?: string }[] };
  return code ?? errors?.[0]?.code ?? '';
}

function reasonOf(error: unknown): NoAnswerReason {
  const code = codeOf(error);
  if (UNREACHABLE.has(code)) return 'unreachable';
  return TLS.test(code) ? 'tls' : 'broken';
}

const SAID: Readonly<Record<'unreachable' | 'tls' | 'broken', Text>> = {
  unreachable: { fr: 'serveur injoignable', en: 'server unreachable' },
  tls: { fr: 'échec de la négociation TLS', en: 'TLS could not be agreed' },
  broken: {
    fr: 'connexion coupée, ou réponse qui n’est pas du HTTP',
    en: 'connection cut, or an answer that is not HTTP',
  },
};

/** @param passedMs the deadline in ms when it has passed, else null. */
export function noAnswerOf(error: unknown, request: Sent, passedMs: number | null): NoAnswer {
  if (error instanceof NoAnswer) return error;
  if (passedMs !== null) {
    const said = {
      fr: `pas de réponse entière en ${passedMs} ms`,
      en: `no whole answer within ${passedMs} ms`,
    };
    return new NoAnswer('timeout', said, request, error);
  }
  const reason = reasonOf(error) as keyof typeof SAID;
  const detail = codeOf(error) || (error as Error).message;
  const { fr, en } = SAID[reason];
  return new NoAnswer(reason, { fr: `${fr} (${detail})`, en: `${en} (${detail})` }, request, error);
}
