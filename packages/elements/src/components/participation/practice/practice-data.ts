import type { ReactiveControllerHost } from 'lit';
import type { OpeningPeriod, Practice, Schedule } from '@sas-kit/client';
import { responseInfo } from '@sas-kit/client/response-info';
import type { ParticipationClient } from '../participation-data.ts';
import { SettingsForm, type Stored } from '../settings-form.ts';

/** What one place of practice says of itself, and the form in which it is said. */
export interface PracticeSettings {
  scheduleId: string;
  location: Schedule['location'];
  form: SettingsForm<Practice>;
}

const SILENT: Practice = {
  information: null,
  feeSector: null,
  thirdPartyPayment: null,
  wheelchair: null,
  languages: [],
  newPatients: null,
  openingHours: [],
};

const limit = 100;

/** Whether hours can be: `00:00` at their end is midnight. */
export function arePossible(periods: readonly OpeningPeriod[]): boolean {
  return periods.every(({ days, from, to }) => days.length > 0 && from !== '' && from < to);
}

/** What is sent: a text that is blank says nothing. */
function toPractice(draft: Practice): Practice {
  const information = draft.information?.trim();
  return { ...draft, information: information ? information : null };
}

/** The places of a professional, each with what it says. */
export async function readPractices(
  host: ReactiveControllerHost,
  { schedules }: ParticipationClient,
  nationalId: string,
  signal: AbortSignal,
): Promise<PracticeSettings[]> {
  const { items } = await schedules.list({ nationalId, limit }, { signal });
  const store = (schedule: Schedule): Stored<Practice> => ({
    draft: schedule.practice ?? SILENT,
    etag: responseInfo(schedule)?.etag ?? '*',
    changed: schedule.practice === null ? null : undefined,
  });
  return Promise.all(
    items.map(async ({ id, location }) => {
      const source = {
        read: async () => store(await schedules.get(id)),
        write: async (draft: Practice, ifMatch: string) => {
          if (!arePossible(draft.openingHours)) {
            const fault = { pointer: '/openingHours', code: 'end-before-start' };
            throw Object.assign(new Error(fault.code), { errors: [fault] });
          }
          return store(await schedules.update(id, { practice: toPractice(draft) }, { ifMatch }));
        },
      };
      const stored = store(await schedules.get(id, { signal }));
      return { scheduleId: id, location, form: new SettingsForm(host, source, stored) };
    }),
  );
}
