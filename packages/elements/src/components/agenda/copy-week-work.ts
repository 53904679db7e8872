import type { AgendaSlot } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { codeOf } from '../../base/sas-element.ts';
import { localToInstant } from '../../format/instants.ts';
import { addDays, isDate, mondayOf } from '../../format/week.ts';
import { readSlots, removeSlot } from './agenda-data.ts';
import type { PartStrings } from './agenda-texts.ts';
import { planCopy, type CopyItem } from './copy-week.ts';
import type { CopyResult, CopyWeek } from './copy-week-state.ts';
import { isOutdated, places, type AgendaDesk } from './desk.ts';
import { offerUndo } from './undo.ts';

/** Opens the copying of the week shown to the one after it. */
export async function openCopyWeek(desk: AgendaDesk): Promise<void> {
  const { monday, slots } = desk.store;
  const copy: CopyWeek = {
    ...{ source: monday, slots, target: addDays(monday, 7) },
    ...{ fault: undefined, plan: undefined, failure: undefined },
    ...{ results: undefined, progress: undefined },
  };
  desk.open({ kind: 'copy-week', copy });
  await preview(desk, copy);
}

/** Takes the week that the reader chose, and says what would be made there. */
export async function chooseTarget(
  desk: AgendaDesk,
  copy: CopyWeek,
  target: string,
): Promise<void> {
  copy.target = target;
  copy.results = undefined;
  await preview(desk, copy);
}

function faultOf({ source, target }: CopyWeek, today: string): CopyWeek['fault'] {
  if (!isDate(target)) return 'date-missing';
  if (mondayOf(target) === source) return 'week-same';
  return mondayOf(target) < mondayOf(today) ? 'week-past' : undefined;
}

/** Reads the other week and plans. A choice that was changed meanwhile is not answered. */
export async function preview(desk: AgendaDesk, copy: CopyWeek): Promise<void> {
  const { store, around } = desk;
  const { target } = copy;
  const monday = isDate(target) ? mondayOf(target) : '';
  copy.plan = undefined;
  copy.failure = undefined;
  copy.fault = faultOf(copy, store.today);
  desk.refresh();
  if (copy.fault !== undefined) return;
  const midnight = (date: string) => localToInstant(date, '00:00', store.zone);
  const window = { from: midnight(monday), to: midnight(addDays(monday, 7)) };
  try {
    const slots = await readSlots(around.api(), desk.scheduleId, window);
    if (copy.target !== target) return;
    const absences = store.planning.value?.absences ?? [];
    const where = { monday, slots, absences, zone: store.zone, now: clock.today() };
    copy.plan = planCopy(copy.slots, copy.source, where);
  } catch (error) {
    if (copy.target !== target) return;
    copy.failure = around.report(error);
  }
  desk.refresh();
  const { plan } = copy;
  if (plan) await desk.say('copy-week', (words) => words.copyPlan(countOf(plan), plan.length));
}

/** How many slots a plan makes. */
export const countOf = (plan: readonly CopyItem[]): number =>
  plan.filter(({ hindrance }) => hindrance === undefined).length;

/** Makes what the plan says, one by one: each that fails is told and can be tried again. */
export async function makeCopies(desk: AgendaDesk, copy: CopyWeek): Promise<void> {
  const { around } = desk;
  const before = copy.results;
  const todo =
    before?.filter(({ slot }) => !slot).map(({ item }) => item) ??
    copy.plan?.filter(({ hindrance }) => hindrance === undefined) ??
    [];
  if (todo.length === 0) return;
  const done = await desk.act('panel', async () => {
    const results: CopyResult[] = [];
    for (const item of todo) {
      copy.progress = results.length;
      desk.refresh();
      results.push(await makeOne(desk, item));
    }
    return results;
  });
  copy.progress = undefined;
  if (!done) return;
  const all = [...(before ?? []).filter(({ slot }) => slot), ...done];
  copy.results = all;
  const made = all.flatMap(({ slot }) => (slot ? [slot] : []));
  await finish(desk, copy, made, all.length);
  around.changed('slot-added');
}

async function makeOne({ around, scheduleId }: AgendaDesk, item: CopyItem): Promise<CopyResult> {
  try {
    const slot = await around.api().slots.create(scheduleId, item.request);
    return { item, slot, code: undefined };
  } catch (error) {
    around.report(error);
    return { item, slot: undefined, code: codeOf(error) };
  }
}

/** Says what was made; where all was, shows the week that it was made in. */
async function finish(
  desk: AgendaDesk,
  copy: CopyWeek,
  made: readonly AgendaSlot[],
  wanted: number,
): Promise<void> {
  const { around, store } = desk;
  const strings = await around.texts('copy-week');
  const text = strings.copied(made.length, wanted);
  const whole = made.length === wanted;
  if (made.length > 0) offerCopyUndo(desk, strings, text, made);
  if (whole && desk.panel?.kind === 'copy-week') desk.panel = undefined;
  await store.readWeek(mondayOf(copy.target));
  await around.focus(...(whole ? [places.week] : [places.nextStep, places.panel]));
  around.say(text);
}

/** Withdraws what was made. One that was booked meanwhile stays, and is told. */
function offerCopyUndo(
  desk: AgendaDesk,
  strings: PartStrings<'copy-week'>,
  text: string,
  made: readonly AgendaSlot[],
): void {
  const { around, scheduleId } = desk;
  const left = new Set(made);
  const kept = new Set<AgendaSlot>();
  offerUndo(desk, {
    where: 'week',
    text,
    undone: strings.copyUndone(made.length),
    work: async () => {
      let failed: unknown;
      for (const slot of left) {
        try {
          await removeSlot(around.api(), scheduleId, slot);
          left.delete(slot);
        } catch (error) {
          failed = error;
          if (!isOutdated(codeOf(error))) break;
          left.delete(slot);
          kept.add(slot);
        }
      }
      const removed = made.length - left.size - kept.size;
      if (removed > 0) around.changed('slot-removed');
      if (left.size > 0 || removed === 0) throw failed;
      return kept.size > 0 ? { undone: strings.copyPartlyUndone(removed, kept.size) } : {};
    },
  });
}
