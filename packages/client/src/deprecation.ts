import type { Hooks } from './hooks.ts';
import { tell, type Logger } from './logger.ts';

/** `2027-07-01` of a `Deprecation` (RFC 9745, `@1688169599`) or `Sunset` (RFC 8594, an HTTP-date). */
function dayOf(value: string | null): string | undefined {
  const seconds = /^@(-?\d{1,11})$/.exec(value ?? '')?.[1];
  const time = new Date(seconds === undefined ? (value ?? '') : Number(seconds) * 1000);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().slice(0, 10);
}

/** Hooks that warn once per operation whose answers say that it is deprecated. */
export function deprecationWarnings(logger: Partial<Logger>): Hooks {
  const warned = new Set<string>();
  return {
    afterResponse({ call: { operation }, headers }) {
      const deprecation = headers.get('deprecation');
      if (deprecation === null || warned.has(operation)) return;
      warned.add(operation);
      const since = dayOf(deprecation);
      const until = dayOf(headers.get('sunset'));
      const dates = `${since ? ` since ${since}` : ''}${until ? `, ends ${until}` : ''}`;
      tell(logger, 'warn', `${operation} is deprecated${dates}`, { operation, since, until });
    },
  };
}
