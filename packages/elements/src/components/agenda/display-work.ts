import { setPublicDisplay } from './agenda-data.ts';
import type { AgendaDesk } from './desk.ts';

/** Changes whether web visitors may see public slots of the agenda. */
export async function setDisplay(desk: AgendaDesk, publicDisplay: boolean): Promise<void> {
  const { around, store } = desk;
  const { schedule } = store;
  if (!schedule) return;
  desk.display = publicDisplay;
  const updated = await desk.act('display', () =>
    setPublicDisplay(around.api(), schedule, publicDisplay),
  );
  desk.display = undefined;
  desk.refresh();
  if (!updated) {
    if (desk.failure?.code === 'precondition-failed') await readAgain(desk);
    return;
  }
  store.adopt(updated);
  around.changed('display-changed');
  const strings = await around.texts('answers');
  around.say(publicDisplay ? strings.agendaDisplayOn : strings.agendaDisplayOff);
}

/** Shows what stands now. What went wrong stays told. */
async function readAgain({ around, store, scheduleId }: AgendaDesk): Promise<void> {
  try {
    store.adopt(await around.api().schedules.get(scheduleId));
  } catch (error) {
    around.report(error);
  }
}
