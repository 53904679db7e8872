import type { Fault } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';

/**
 * The id in `Location: [base]/Practitioner/id`, without version.
 *
 * @returns null where the header is absent or leads elsewhere.
 */
export function locatedId({ headers }: Exchange, type: string): string | null {
  const path = (headers.location ?? '').split(/[?#]/)[0] ?? '';
  const parts = path.replace(/\/_history\/[^/]+$/, '').split('/');
  const [name, id] = parts.slice(-2);
  return name === type && id !== undefined && /^[A-Za-z0-9\-.]{1,64}$/.test(id) ? id : null;
}

/** The fault of an answer that does not say where the resource is. */
export function judgeLocation(exchange: Exchange, type: string): Fault[] {
  if (locatedId(exchange, type) !== null) return [];
  const { location } = exchange.headers;
  const place = 'headers.location';
  if (location === undefined) {
    return [
      {
        place,
        message: { fr: 'en-tête Location absent', en: 'no Location header' },
        exchange,
      },
    ];
  }
  return [
    {
      place,
      message: {
        fr: `Location n’est pas [base]/${type}/id : « ${location.slice(0, 200)} »`,
        en: `Location is not [base]/${type}/id: “${location.slice(0, 200)}”`,
      },
      exchange,
    },
  ];
}

/** The fault of a second answer that is about another resource than the first. */
export function judgeSame(first: Exchange, second: Exchange, type: string): Fault[] {
  const [one, other] = [locatedId(first, type), locatedId(second, type)];
  if (one === null || other === null || one === other) return [];
  return [
    {
      place: 'headers.location',
      message: {
        fr: `une autre ressource : ${other} au lieu de ${one}`,
        en: `another resource: ${other} instead of ${one}`,
      },
      exchange: second,
    },
  ];
}
