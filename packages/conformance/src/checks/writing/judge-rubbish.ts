import type { Fault } from '../../check.ts';
import { type Exchange, NoAnswer } from '../../http/exchange.ts';
import { isRefused, judgeInside } from './judge.ts';
import type { Rubbish } from './rubbish.ts';

/**
 * Sends rubbish.
 *
 * @returns the answer; null when the connection was cut while a large body was sent: a server may
 *   protect itself so.
 * @throws {NoAnswer}
 */
export async function sendRubbish(
  { name }: Rubbish,
  send: () => Promise<Exchange>,
): Promise<Exchange | null> {
  try {
    return await send();
  } catch (error) {
    const cut = error instanceof NoAnswer && error.reason === 'broken';
    if (cut && name === 'five-megabytes') return null;
    throw error;
  }
}

/** Faults of an answer to rubbish: it fails on it, it shows its inside, it takes it. */
export function judgeRubbish(exchange: Exchange | null, { what, taken }: Rubbish): Fault[] {
  if (exchange === null) return [];
  const faults = judgeInside(exchange);
  const { status } = exchange;
  const { method } = exchange.request;
  if (status >= 500) {
    faults.push({
      place: 'status',
      message: {
        fr: `${method}, ${what.fr} : ${status}, le serveur échoue au lieu de refuser`,
        en: `${method}, ${what.en}: ${status}, the server fails instead of refusing`,
      },
      exchange,
    });
  } else if (!isRefused(exchange) && taken !== 'fine') {
    faults.push({
      place: 'status',
      severity: taken,
      message: {
        fr: `${method}, ${what.fr} : accepté (${status})`,
        en: `${method}, ${what.en}: accepted (${status})`,
      },
      exchange,
    });
  }
  return faults;
}
