import { materialise, replan } from './agenda.ts';
import type { CredentialStore, FakeIdentity } from './callers.ts';
import { agendasOf, type FakeAgenda } from './data/agendas.ts';
import { identities as everyRole } from './data/identities.ts';
import { type FakeNews, NEWS } from './data/news.ts';
import { PLACES } from './data/places.ts';
import { TERRITORIES } from './data/territories.ts';
import { addNews } from './operations/news.ts';
import { addRule } from './operations/rules.ts';
import { openSchedule } from './operations/schedules.ts';
import { createRandom, randomId } from './random.ts';
import type { PlaceRecord, Territory, World } from './world.ts';

/** What a platform begins with, in place of what the seed gives. */
export interface FakeData {
  territories?: readonly Territory[];
  agendas?: readonly FakeAgenda[];
  news?: readonly FakeNews[];
  /** Communes and departments that searches and agendas may name, largest first. */
  places?: readonly PlaceRecord[];
  /** Callers; each has the token `fake-` and its first role. */
  identities?: readonly FakeIdentity[];
}

/** What makes a world. */
export interface WorldOptions {
  readonly seed: number;
  readonly now: () => number;
  readonly url: string;
  readonly origins: readonly string[];
  readonly data: FakeData;
}

/** Of every fake platform; a key is no secret. */
export const PUBLISHABLE_KEY = 'pk_fake_publishable_key';
const MACHINES = ['editor', 'dispatch-software'];
const AWAY_MS = 30 * 86_400_000;

function credentialsOf(
  identities: readonly FakeIdentity[],
  origins: readonly string[],
): CredentialStore {
  const tokens = new Map(
    identities.map((identity) => [`fake-${identity.roles[0]}`, { identity }] as const),
  );
  return { publishableKey: PUBLISHABLE_KEY, origins, tokens };
}

function publish(world: World, { rules = [], away = false, ...request }: FakeAgenda): void {
  const vendor = [...world.credentials.tokens.values()].find(({ identity }) =>
    identity.roles.includes('editor'),
  );
  const identity = vendor?.identity ?? { subject: 'seed', roles: ['administrator'] };
  const caller = { kind: 'professional', scope: 'seed', identity } as const;
  const schedule = world.schedules.get(openSchedule(world, caller, request))!;
  for (const rule of rules) addRule(world, schedule, rule);
  materialise(world, schedule);
  if (!away) return;
  const id = world.newId();
  const start = world.now();
  const period = { start, end: start + AWAY_MS };
  world.absences.set(id, { id, scheduleId: schedule.id, ...period, version: 1 });
  replan(world, schedule);
}

/** Makes everything that a platform knows: the same seed and data make the same world. */
export function createWorld({ seed, now, url, origins, data }: WorldOptions): World {
  const random = createRandom(seed);
  const identities = data.identities ?? everyRole();
  const machines = identities.filter(({ roles }) => roles.some((role) => MACHINES.includes(role)));
  const territories = data.territories ?? TERRITORIES;
  const world: World = {
    now,
    random,
    newId: () => randomId(random),
    url,
    credentials: credentialsOf(identities, origins),
    clients: new Map(
      machines.map((identity) => [
        identity.subject,
        { secret: `${identity.subject}-secret`, identity },
      ]),
    ),
    places: data.places ?? PLACES,
    territories: new Map(
      territories.map((each) => [each.id, { territory: structuredClone(each), version: 1 }]),
    ),
    schedules: new Map(),
    slots: new Map(),
    rules: new Map(),
    absences: new Map(),
    holds: new Map(),
    appointments: new Map(),
    news: new Map(),
    made: new Map(),
    streams: new Set(),
  };
  for (const agenda of data.agendas ?? agendasOf(seed)) publish(world, agenda);
  for (const item of data.news ?? NEWS) addNews(world, null, item);
  return world;
}

/** After the clock has moved: weekly rules reach as far as before, and streams tell what is over. */
export function passTime(world: World): void {
  const ruled = new Set([...world.rules.values()].map(({ scheduleId }) => scheduleId));
  for (const id of ruled) materialise(world, world.schedules.get(id)!);
  for (const stream of world.streams) stream.changed();
}
