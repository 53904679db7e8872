import { ACCOUNT_RULES } from './accounts.ts';
import { APPOINTMENT_RULES } from './appointments.ts';
import { ASSOCIATION_RULES } from './associations.ts';
import { BOOKING_URL_RULES } from './booking-urls.ts';
import { BUNDLE_RULES } from './bundle.ts';
import { COMMUNITY_RULES } from './communities.ts';
import { DATE_RULES } from './dates.ts';
import { EMPTY_RULES } from './empty.ts';
import { PLACE_RULES } from './places.ts';
import { PRACTITIONER_RULES } from './practitioners.ts';
import { PROFILE_RULES } from './profiles.ts';
import { REFERENCE_RULES } from './references.ts';
import { RESOURCE_RULES } from './resources.ts';
import type { Rule } from './rule.ts';
import { SCHEDULE_RULES } from './schedules.ts';
import { SHAPE_RULES } from './shapes.ts';
import { SLOT_RULES } from './slots.ts';
import { TELECOM_RULES } from './telecoms.ts';

/** Every rule, in the order in which findings are told. The documentation is made from this table. */
export const RULES: readonly Rule[] = [
  ...BUNDLE_RULES,
  ...RESOURCE_RULES,
  ...SHAPE_RULES,
  ...PROFILE_RULES,
  ...REFERENCE_RULES,
  ...SCHEDULE_RULES,
  ...SLOT_RULES,
  ...BOOKING_URL_RULES,
  ...DATE_RULES,
  ...COMMUNITY_RULES,
  ...PRACTITIONER_RULES,
  ...PLACE_RULES,
  ...ASSOCIATION_RULES,
  ...TELECOM_RULES,
  ...EMPTY_RULES,
  ...ACCOUNT_RULES,
  ...APPOINTMENT_RULES,
];
