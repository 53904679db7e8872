import type { Attention, Orientation } from '@sas-kit/client';

/** Whose orientations are listed: the reader's, those of the whole desk, those that wait to be carried out. */
export type Show = 'mine' | 'desk' | 'to-execute';

/** What happened to an appointment, and to which orientation. */
export interface Alarm {
  readonly id: string;
  /** When it happened: what happens after it is another one. */
  readonly at: string;
}

/** The orientations of a day in the order in which they stand, by id. */
export interface Day {
  readonly alarms: readonly Alarm[];
  readonly waiting: readonly string[];
  readonly others: readonly string[];
  /** Those that wait until the reader asks for them. */
  readonly held: { readonly waiting: number; readonly others: number };
  /** Alarms that are not listed: other people's. */
  readonly elsewhere: number;
}

/**
 * What happened to its appointment and nobody has acknowledged; null where nothing did. Of one that was
 * taken back it is only that its appointment stands all the same.
 */
export function alarmOf({ attention, withdrawnAt }: Orientation): Attention | null {
  if (attention?.acknowledgedAt !== null) return null;
  return withdrawnAt === null || attention.reason === 'not-cancelled' ? attention : null;
}

/** Whose alarms are listed: what nobody carried out is everybody's, as it was before. */
export const isListed = (one: Orientation, show: Show): boolean =>
  show === 'desk' || one.mine || alarmOf(one)?.reason === 'not-executed';

const latestFirst = (a: string, b: string) => Date.parse(b) - Date.parse(a);

interface Wanted {
  alarms: Alarm[];
  waiting: Orientation[];
  others: Orientation[];
  elsewhere: number;
}

/** Where each of them belongs: alarms by what happened last, decisions by who waits longest, the rest the latest first. */
function sort(all: readonly Orientation[], show: Show): Wanted {
  const wanted: Wanted = { alarms: [], waiting: [], others: [], elsewhere: 0 };
  for (const one of all) {
    const listed = isListed(one, show);
    const alarm = alarmOf(one);
    if (alarm && listed) wanted.alarms.push({ id: one.id, at: alarm.at });
    else if (alarm) wanted.elsewhere += 1;
    else if (one.state === 'to-execute') wanted.waiting.push(one);
    else if (listed && show !== 'to-execute') wanted.others.push(one);
  }
  wanted.alarms.sort((a, b) => latestFirst(a.at, b.at));
  wanted.waiting.sort((a, b) => latestFirst(b.created, a.created));
  wanted.others.sort((a, b) => latestFirst(a.created, b.created));
  return wanted;
}

const idOf = ({ id }: { id: string }): string => id;

/**
 * Lets a day settle without moving what is read. An alarm comes to the top whatever is read; all else keeps
 * its place, and what is new waits, but for decisions to carry out and the reader's own while nobody reads.
 *
 * @param before - what is shown; undefined where nothing is, or where the reader asks for everything
 * @param reading - the list has the focus or the pointer
 */
export function settleDay(
  before: Day | undefined,
  all: readonly Orientation[],
  show: Show,
  reading: boolean,
): Day {
  const { elsewhere, ...wanted } = sort(all, show);
  if (!before) {
    const [waiting, others] = [wanted.waiting.map(idOf), wanted.others.map(idOf)];
    return { alarms: wanted.alarms, waiting, others, held: { waiting: 0, others: 0 }, elsewhere };
  }
  const known = new Set(all.map(idOf));
  const toldBefore = (alarm: Alarm) =>
    before.alarms.some(({ id, at }) => id === alarm.id && at === alarm.at);
  const news = wanted.alarms.filter((alarm) => !toldBefore(alarm));
  const rising = new Set(news.map(idOf));
  const alarms = [...news, ...before.alarms.filter(({ id }) => known.has(id) && !rising.has(id))];
  const above = new Set(alarms.map(idOf));
  const stays = (id: string) => known.has(id) && !above.has(id);
  const [stayed, rest] = [before.waiting.filter(stays), before.others.filter(stays)];
  const shown = new Set([...above, ...stayed, ...rest]);
  const isNew = ({ id }: Orientation) => !shown.has(id);
  const [decisions, made] = [wanted.waiting.filter(isNew), wanted.others.filter(isNew)];
  const coming = reading ? [] : made.filter(({ mine }) => mine);
  return {
    alarms,
    waiting: [...stayed, ...(reading ? [] : decisions).map(idOf)],
    others: [...coming.map(idOf), ...rest],
    held: { waiting: reading ? decisions.length : 0, others: made.length - coming.length },
    elsewhere,
  };
}
