import type {
  AgendaStatistics,
  CallStatistics,
  OrientationStatistics,
  OwnDoctorStatistics,
  SearchStatistics,
  Session,
  Territory,
  VendorStatistics,
} from '@sas-kit/client';
import { addDays } from '../../../format/week.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import type { FigureQuery, StatisticsClient } from '../statistics-client.ts';
import { ownAgendaStatistics } from './own-agendas.ts';

/** Who keeps an agenda, and leads no territory. */
export const practitioner = (change: Partial<Session> = {}): Session =>
  reader({ roles: ['practitioner'], rights: ['agenda-statistics:read'], ...change });

type Figures = CallStatistics['total'];
type Called =
  | 'session'
  | 'territories'
  | 'calls'
  | 'orientations'
  | 'ownDoctor'
  | 'agenda'
  | 'searches'
  | 'vendors';

/** Who reads, with the right. */
export const reader = (change: Partial<Session> = {}): Session => ({
  subject: 'lead',
  person: null,
  roles: ['territory-lead'],
  rights: ['statistics:read', 'agenda-statistics:read'],
  territories: ['le-havre'],
  nationalIds: [],
  structures: [],
  communities: [],
  delegations: [],
  terms: null,
  expiresAt: null,
  ...change,
});

/** Territories that touch each other: one in the department of another, one of its own region. */
export const territories: readonly Territory[] = [
  { ...fixtures.territory, departments: [], communes: ['76351'] },
  { ...fixtures.territory, id: 'rouen', name: 'Rouen', departments: [], communes: ['76540'] },
  {
    ...fixtures.territory,
    id: 'la-reunion',
    name: 'La Réunion',
    region: 'La Réunion',
    departments: ['974'],
    communes: [],
    timeZone: 'Indian/Reunion',
  },
];

const percent = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part * 1000) / whole) / 10;

/** Figures of a period from a few counts. */
export function figures(from: string, to: string, presented: number, missed: number): Figures {
  const abandonedEarly = Math.min(missed, 14);
  const abandoned = missed - abandonedEarly;
  const answered = presented - missed;
  const answeredWithin30s = Math.round(answered * 0.7);
  const answeredWithin60s = Math.round(answered * 0.9);
  return {
    from,
    to,
    presented,
    answered,
    answeredWithin30s,
    answeredWithin60s,
    abandonedEarly,
    abandoned,
    unfinished: 0,
    transferred: Math.round(answered * 0.12),
    answeredPercent: percent(answered, presented - abandonedEarly),
    within30sPercent: percent(answeredWithin30s, answered),
    within60sPercent: percent(answeredWithin60s, answered),
  };
}

/** All of them together. */
function totalOf(items: readonly Figures[]): Figures {
  const { from = '' } = items[0] ?? {};
  const sum = (name: 'presented' | 'abandoned' | 'abandonedEarly') =>
    items.reduce((total, each) => total + (each[name] ?? 0), 0);
  const [abandoned, abandonedEarly] = [sum('abandoned'), sum('abandonedEarly')];
  const to = items.at(-1)?.to ?? '';
  const total = figures(from, to, sum('presented'), abandoned + abandonedEarly);
  const { presented, answered } = total;
  const answeredPercent = percent(answered ?? 0, (presented ?? 0) - abandonedEarly);
  return { ...total, abandoned, abandonedEarly, answeredPercent };
}

/** Civil days of a query as periods of Paris in November: one a day, whatever the step. */
function daysOf({ from, to }: FigureQuery): [string, string][] {
  const days: [string, string][] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push([`${day}T00:00:00+01:00`, `${addDays(day, 1)}T00:00:00+01:00`]);
  }
  return days;
}

/** Answers in the shape of the platform: busier on weekends, like a service. */
export function callStatistics(
  query: FigureQuery,
  change: Partial<CallStatistics> = {},
): CallStatistics {
  const periods =
    query.step === 'month'
      ? [[`${query.from}T00:00:00+01:00`, `${addDays(query.to, 1)}T00:00:00+01:00`] as const]
      : daysOf(query);
  const items = periods.map(([from, to], at) =>
    figures(from, to, 150 + ((at * 37) % 60) + (at % 7 > 4 ? 80 : 0), 12 + ((at * 11) % 17)),
  );
  return {
    area: { kind: 'territory', id: 'le-havre', territories: ['le-havre'] },
    timeZone: fixtures.zone,
    step: query.step,
    suppressedBelow: 11,
    roundedTo: 1,
    targets: { answeredPercent: 90, within30sPercent: 80, within60sPercent: null },
    items,
    total: totalOf(items),
    ...change,
  };
}

/** What was decided in a period, from how much. */
function orientationFigures(from: string, to: string, all: number): OrientationStatistics['total'] {
  const unscheduledConsultation = Math.round(all * 0.55);
  const advice = Math.round(all * 0.25);
  const emergencyDepartment = Math.round(all * 0.1);
  const ambulance = Math.round(all * 0.06);
  const smur = Math.round(all * 0.02);
  const booked = Math.round(unscheduledConsultation * 0.8);
  const bookedWithin48h = Math.round(booked * 0.9);
  const noShows = Math.round(booked * 0.05);
  return {
    from,
    to,
    orientations: all,
    advice,
    unscheduledConsultation,
    emergencyDepartment,
    ambulance,
    smur,
    otherPrehospitalTeam:
      all - unscheduledConsultation - advice - emergencyDepartment - ambulance - smur,
    booked,
    bookedWithin48h,
    honoured: booked - noShows,
    noShows,
    ownDoctorAsked: all,
    withoutOwnDoctor: Math.round(all * 0.2),
    overbookingCalls: 46,
    overbookingAccepted: 0,
    bookedPercent: percent(booked, unscheduledConsultation),
    within48hPercent: percent(bookedWithin48h, booked),
    noShowPercent: percent(noShows, booked),
    withoutOwnDoctorPercent: percent(Math.round(all * 0.2), all),
    callsPerOverbooking: null,
    medianDelayMinutes: 320,
    medianDistanceKm: 12.4,
  };
}

/** Orientations in the shape of the platform. */
export function orientationStatistics(query: FigureQuery): OrientationStatistics {
  const days = daysOf(query);
  const items = days.map(([from, to], at) => orientationFigures(from, to, 90 + ((at * 23) % 40)));
  const all = items.reduce((sum, { orientations }) => sum + (orientations ?? 0), 0);
  const { suppressedBelow, roundedTo, timeZone, area } = callStatistics(query);
  return {
    ...{ area, timeZone, suppressedBelow, roundedTo },
    step: query.step === 'hour' ? 'day' : query.step,
    items,
    total: orientationFigures(days[0]?.[0] ?? '', days.at(-1)?.[1] ?? '', all),
  };
}

/** Communes of a month in the shape of the platform; of one, it is not told how many have no doctor. */
export function ownDoctorStatistics(query: FigureQuery): OwnDoctorStatistics {
  const { area, timeZone, suppressedBelow, roundedTo, total } = callStatistics(query);
  const { from, to } = total;
  const commune = (label: string, insee: string, asked: number, without: number | null) => ({
    ...{ from, to, insee, label },
    ownDoctorAsked: asked,
    withoutOwnDoctor: without,
    withoutOwnDoctorPercent: without === null ? null : percent(without, asked),
  });
  return {
    ...{ area, timeZone, suppressedBelow, roundedTo, step: 'month' as const },
    items: [commune('Le Havre', '76351', 812, 170), commune('Fécamp', '76259', 64, null)],
    total: { ...commune('', '', 876, 179), insee: null, label: null },
  };
}

/** Searches in the shape of the platform. */
export function searchStatistics(query: FigureQuery): SearchStatistics {
  const { area, timeZone, suppressedBelow, roundedTo } = callStatistics(query);
  const of = (from: string, to: string, searches: number, empty: number) => ({
    ...{ from, to, searches, empty },
    emptyPercent: percent(empty, searches),
  });
  const items = daysOf(query).map(([from, to], at) => of(from, to, 120 + at, 12 + ((at * 5) % 9)));
  const sum = (name: 'searches' | 'empty') => items.reduce((all, each) => all + each[name], 0);
  const total = of(items[0]?.from ?? '', items.at(-1)?.to ?? '', sum('searches'), sum('empty'));
  return { area, timeZone, step: query.step, suppressedBelow, roundedTo, items, total };
}

/** Slots of a place in the shape of the platform: one day of so few no-shows that they are masked. */
export function agendaStatistics(query: FigureQuery): AgendaStatistics {
  const { area, timeZone, suppressedBelow, roundedTo } = callStatistics(query);
  const of = (from: string, to: string, published: number, noShows: number) => {
    const used = Math.round(published * 0.7);
    const told = noShows < suppressedBelow ? null : noShows;
    return {
      ...{ from, to, agenda: null, published, used, publishedMinutes: published * 20 },
      ...{ overbooked: 14, honoured: used - noShows, noShows: told },
      usedPercent: percent(used, published),
      noShowPercent: told === null ? null : percent(told, used),
    };
  };
  const items = daysOf(query).map(([from, to], at) =>
    of(from, to, 220 + ((at * 29) % 70), at === 3 ? 6 : 12 + (at % 5)),
  );
  const published = items.reduce((sum, each) => sum + each.published, 0);
  const total = of(items[0]?.from ?? '', items.at(-1)?.to ?? '', published, 190);
  const step = query.step === 'hour' ? 'day' : query.step;
  return { area, timeZone, step, suppressedBelow, roundedTo, items, total };
}

/** Two vendors in the shape of the platform; one answered nothing on the second day. */
export function vendorStatistics({
  from,
  to,
  step,
}: Pick<FigureQuery, 'from' | 'to' | 'step'>): VendorStatistics {
  const days = daysOf({ from, to, step });
  const of = (
    days: [string, string],
    [id, name]: string[],
    asked: number,
    complete: number,
    circuitOpen: number,
  ) => ({
    ...{ from: days[0], to: days[1], vendor: { id: id!, name: name! }, asked, complete },
    ...{ timeout: asked - complete, failed: 0, refused: 0 },
    circuitOpen,
    completePercent: percent(complete, asked),
    medianMs: complete === 0 ? null : 320,
    p95Ms: complete === 0 ? null : 1240,
  });
  const vendors = [
    ['demonstration', 'Agenda de démonstration'],
    ['second', 'Second agenda'],
  ];
  const items = days.flatMap((day, at) =>
    vendors.map((vendor, which) => {
      const asked = 400 + at * 10 + which * 50;
      return which === 1 && at === 1
        ? of(day, vendor, asked, 0, 31)
        : of(day, vendor, asked, asked - 12, 0);
    }),
  );
  const whole: [string, string] = [days[0]?.[0] ?? '', days.at(-1)?.[1] ?? ''];
  const totals = vendors.map((vendor) => {
    const own = items.filter((item) => item.vendor.id === vendor[0]);
    const sum = (name: 'asked' | 'complete' | 'circuitOpen') =>
      own.reduce((all, each) => all + each[name], 0);
    return of(whole, vendor, sum('asked'), sum('complete'), sum('circuitOpen'));
  });
  const longStep = step === 'hour' ? 'day' : step;
  return { timeZone: fixtures.zone, step: longStep, items, totals };
}

/** A platform in memory that remembers what it was asked. */
export class FakeService {
  session = reader();
  territories = territories;
  calls: (query: FigureQuery) => CallStatistics = callStatistics;
  orientations: (query: FigureQuery) => OrientationStatistics = orientationStatistics;
  ownDoctor: (query: FigureQuery) => OwnDoctorStatistics = ownDoctorStatistics;
  agenda: (query: FigureQuery) => AgendaStatistics = agendaStatistics;
  ownAgendas: (query: FigureQuery) => AgendaStatistics = (query) => ownAgendaStatistics(query);
  searches: (query: FigureQuery) => SearchStatistics = searchStatistics;
  vendors: (query: Parameters<typeof vendorStatistics>[0]) => VendorStatistics = vendorStatistics;
  /** What a test puts in the place of the answers. */
  answers: Partial<Record<Called, () => Promise<unknown>>> = {};
  readonly asked: FigureQuery[] = [];
  /** What it was asked of agendas and vendors. */
  readonly askedFurther: Readonly<Record<'agenda' | 'vendors', object[]>> = {
    agenda: [],
    vendors: [],
  };

  /** The resources of a client that calls it. */
  get client(): StatisticsClient {
    return {
      session: {
        get: async () => {
          await this.answers.session?.();
          return this.session;
        },
      },
      territories: {
        // One to a page, so that there are pages.
        list: async ({ cursor = '0' }: { cursor?: string | undefined } = {}) => {
          await this.answers.territories?.();
          const at = Number(cursor);
          const next = at + 1 < this.territories.length ? String(at + 1) : null;
          return { items: this.territories.slice(at, at + 1), next };
        },
      },
      statistics: {
        calls: async (query: FigureQuery) => {
          this.asked.push(query);
          await this.answers.calls?.();
          return this.calls(query);
        },
        orientations: async (query: FigureQuery) => {
          await this.answers.orientations?.();
          return this.orientations(query);
        },
        agenda: async (query: FigureQuery) => {
          this.askedFurther.agenda.push(query);
          await this.answers.agenda?.();
          const place = query.territory ?? query.department ?? query.region;
          return place === undefined ? this.ownAgendas(query) : this.agenda(query);
        },
        vendors: async (query: Parameters<typeof vendorStatistics>[0]) => {
          this.askedFurther.vendors.push(query);
          await this.answers.vendors?.();
          return this.vendors(query);
        },
        searches: async (query: FigureQuery) => {
          await this.answers.searches?.();
          return this.searches(query);
        },
        ownDoctor: async (query: FigureQuery) => {
          await this.answers.ownDoctor?.();
          return this.ownDoctor(query);
        },
      } as Partial<StatisticsClient['statistics']> as StatisticsClient['statistics'],
    };
  }
}
