import type { AgendaStatistics } from '@sas-kit/client';
import { addDays } from '../../../format/week.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import type { FigureQuery } from '../statistics-client.ts';

type Figures = AgendaStatistics['items'][number];
type Agenda = NonNullable<Figures['agenda']>;

/** Agendas that a reader keeps. */
export const agendas = {
  own: { scheduleId: 'own', practitioner: 'Aline Vaudrelle', place: 'Cabinet des Galets' },
  house: { scheduleId: 'house', practitioner: null, place: 'Maison médicale de garde' },
} satisfies Record<string, Agenda>;

const share = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part * 1000) / whole) / 10;

/** Figures of one agenda; small counts as well, as they are one's own. */
export function ownFigures(
  [from, to]: readonly [string, string],
  agenda: Agenda | null,
  [published, used, overbooked, honoured, noShows]: readonly [
    published: number,
    used: number,
    overbooked: number,
    honoured: number,
    noShows: number,
  ],
): Figures {
  return {
    ...{ from, to, agenda, published, publishedMinutes: published * 20, used, overbooked },
    ...{ honoured, noShows, usedPercent: share(used, published) },
    noShowPercent: share(noShows, honoured + noShows),
  };
}

/** Weeks of a query in November, whatever the step, each of some agendas, in the shape of the platform. */
export function ownAgendaStatistics(
  { from, to, step }: FigureQuery,
  kept: readonly Agenda[] = [agendas.own],
): AgendaStatistics {
  const items: Figures[] = [];
  for (let day = from; day <= to; day = addDays(day, 7)) {
    const bounds = [`${day}T00:00:00+01:00`, `${addDays(day, 7)}T00:00:00+01:00`] as const;
    for (const [at, agenda] of kept.entries()) {
      const week = items.length;
      const counts = [12 + 3 * at, 7 + (week % 3), week % 2, 6 + (week % 3), week % 2] as const;
      items.push(ownFigures(bounds, agenda, counts));
    }
  }
  const sum = (name: 'published' | 'used' | 'overbooked' | 'honoured' | 'noShows') =>
    items.reduce((all, each) => all + (each[name] ?? 0), 0);
  const total = ownFigures([items[0]?.from ?? '', items.at(-1)?.to ?? ''], null, [
    sum('published'),
    sum('used'),
    sum('overbooked'),
    sum('honoured'),
    sum('noShows'),
  ]);
  return {
    ...{ area: null, timeZone: fixtures.zone, step: step === 'hour' ? 'day' : step },
    ...{ suppressedBelow: 1, roundedTo: 1, items, total },
  };
}
