import type { Handlers } from './handler.ts';
import { absences } from './operations/absences.ts';
import { appointments } from './operations/appointments.ts';
import { availability } from './operations/availability.ts';
import { directory } from './operations/directory.ts';
import { holds } from './operations/holds.ts';
import { identity } from './operations/identity.ts';
import { news } from './operations/news.ts';
import { rules } from './operations/rules.ts';
import { schedules } from './operations/schedules.ts';
import { slots } from './operations/slots.ts';
import { system } from './operations/system.ts';

/** The operations that are imitated; all others answer an example of the contract. */
export const handlers: Handlers = {
  ...directory,
  ...availability,
  ...holds,
  ...appointments,
  ...schedules,
  ...rules,
  ...slots,
  ...absences,
  ...news,
  ...identity,
  ...system,
};
