import { agenda } from './parity-agenda.ts';
import { booking } from './parity-booking.ts';
import type { ParityCall } from './parity-call.ts';
import { others } from './parity-others.ts';
import { publishing } from './parity-publishing.ts';
import { reference, searching, strangers } from './parity-reading.ts';

/** What the fake platform and the real one must answer alike, in this order. */
export const CALLS: readonly ParityCall[] = [
  ...strangers,
  ...reference,
  ...publishing,
  ...agenda,
  ...searching,
  ...booking,
  ...others,
];
