import { places, type AgendaDesk, type Where } from './desk.ts';

/** How something that was done is taken back. */
export interface UndoWork {
  where: Where;
  /** What was done, in a sentence. */
  text: string;
  /** What is said when it is taken back. */
  undone: string;
  /** Takes it back, or throws: nothing is said to be undone that is not. */
  work: () => Promise<TakenBack>;
}

/** What was taken back, where that is not simply all. */
export interface TakenBack {
  /** Selector of what then has the focus. */
  place?: string | undefined;
  /** What is said in place of `undone`. */
  undone?: string;
}

/** Says what was done, and offers to take it back until the next act. */
export function offerUndo(desk: AgendaDesk, undo: UndoWork): void {
  const { where, text } = undo;
  desk.undo = { where, text, run: () => void takeBack(desk, undo) };
  desk.refresh();
}

async function takeBack(desk: AgendaDesk, undo: UndoWork): Promise<void> {
  const { where, work } = undo;
  if (desk.busy) return;
  const worked = await desk.act(where, work, { undoing: true });
  if (!worked) {
    // What only did not get through can be tried again.
    if (!desk.isOutdated) offerUndo(desk, undo);
    return desk.around.focus(places.undo, places.week);
  }
  await desk.readAll();
  const { place = places.week, undone = undo.undone } = worked;
  desk.undo = { where, text: undone, run: undefined };
  desk.refresh();
  await desk.around.focus(place, places.week);
  desk.around.say(undone);
}
