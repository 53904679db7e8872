import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@sas-kit/elements/agenda';
import type { SasAgenda } from '../packages/elements/src/components/agenda/agenda.ts';
import {
  agendaScenes,
  createAgenda,
  standStill,
  type AgendaScene,
} from '../packages/elements/src/components/agenda/testing/agenda-scenes.ts';

const tag = 'sas-agenda';

const meta: Meta = {
  title: 'Elements/sas-agenda',
  component: tag,
  parameters: {
    docs: {
      description: {
        component:
          'The agenda of a practitioner, for whoever publishes it: the slots of a week or a day, weekly rules, ' +
          'absences, and who sees what. Data are fixed: a Monday at 14:20 in Le Havre; what is changed ' +
          'stays in the page.',
      },
    },
  },
};

export default meta;

/** An element of the tests' scene, which the reader's gestures then bring into its state. */
const story = (scene: AgendaScene): StoryObj => ({
  render: () => {
    standStill();
    return createAgenda(scene);
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<SasAgenda>(tag);
    if (element) await scene.act?.(element);
  },
});

export const Week = story(agendaScenes.week);
export const Loading = story(agendaScenes.loading);
export const SeveralAgendas = story(agendaScenes['several agendas']);
export const EmptyWeek = story(agendaScenes.empty);
export const NoAgenda = story(agendaScenes['no agenda']);
export const NobodyAnswers = story(agendaScenes.error);
export const ReferencesMissing = story(agendaScenes.partial);
export const FreeSlot = story(agendaScenes['free slot']);
export const BookedSlot = story(agendaScenes['booked slot']);
export const PublishedBySoftware = story(agendaScenes['pushed slot']);
export const BookedInAnAbsence = story(agendaScenes['withdrawn slot']);
export const AskedToWithdraw = story(agendaScenes['asked to withdraw']);
export const Withdrawn = story(agendaScenes.withdrawn);
export const AddSlot = story(agendaScenes['slot form']);
export const AddRange = story(agendaScenes['range form']);
export const AddWeekly = story(agendaScenes['weekly form']);
export const LongSlot = story(agendaScenes['long slot']);
export const FormErrors = story(agendaScenes['form errors']);
export const AnotherSlotStands = story(agendaScenes.overlap);
export const ChangeRule = story(agendaScenes['rule form']);
export const AskedToDeleteRule = story(agendaScenes['asked to delete']);
export const AddAbsence = story(agendaScenes['absence form']);
export const AbsenceEnded = story(agendaScenes['absence ended']);
export const AbsenceOverBookings = story(agendaScenes['absence over bookings']);
export const Day = story(agendaScenes.day);
export const EmptyDay = story(agendaScenes['empty day']);
export const SlotAdded = story(agendaScenes.added);
export const MoveSlot = story(agendaScenes['move form']);
export const BookedBeforeItMoved = story(agendaScenes['move refused']);
export const CopySlot = story(agendaScenes['copy form']);
export const TwoPlacesAtOnce = story(agendaScenes['overlaps elsewhere']);
export const CopyWeek = story(agendaScenes['copy week']);
export const CopiedInPart = story(agendaScenes['copy week in part']);
export const DaysLeftOut = story(agendaScenes['exceptions of a rule']);
export const PrivateFeed = story(agendaScenes['private feed']);
