import type { OrientationListStrings } from '../fr/orientation-list.ts';
import { orientationWordsEn } from './orientation-words.ts';

const several = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const orientationListEn: OrientationListStrings = {
  words: orientationWordsEn,
  heading: 'Orientations of the day',
  loading: 'Reading the orientations…',
  live: 'Up to date, live.',
  frozen: (time) => `List frozen since ${time}: use the telephone.`,
  partial: 'The list is not complete.',
  none: 'No orientation today.',
  noneHint: 'Those that you record come here, with what becomes of their appointment.',
  noneShown: 'No orientation in this list.',
  again: 'Read again',

  show: { legend: 'Show', mine: 'Mine', desk: 'The whole team', 'to-execute': 'To arrange' },
  elsewhere: (count) => `${several(count, 'alert', 'alerts')} of your colleagues.`,
  showDesk: 'Show the whole team',
  held: (waiting, others) =>
    [
      waiting > 0 ? several(waiting, 'decision to arrange', 'decisions to arrange') : '',
      others > 0 ? several(others, 'new orientation', 'new orientations') : '',
    ]
      .filter(Boolean)
      .join(', '),
  showHeld: 'Show',
  more: 'Show more',

  alarms: (count) => `To deal with (${count})`,
  toAlarms: 'Go to the alerts',
  waiting: (count) => `To arrange (${count})`,
  others: (count) => `Orientations (${count})`,
  reasons: {
    cancelled: 'Appointment cancelled',
    moved: 'Appointment moved',
    absence: 'Practice absent at the time of the appointment',
    'not-cancelled': 'Appointment not cancelled by the practice',
  },
  before: 'Before',
  now: 'Now',
  nowCancelled: 'cancelled, no appointment any more',
  nowAbsent: 'still there, but the practice has noted an absence. Call it.',
  nowNotCancelled: 'still there, the practice’s software does not cancel it. Call it.',
  callPractice: (phone) => `Call the practice, ${phone}`,
  acknowledge: 'Seen, I look after it',
  acknowledged: 'Noted: you look after it.',
  seenAt: (time) => `Seen at ${time}.`,
  findAnother: 'Find another appointment',
  alarm: (what, who, left) => `${what}: ${who}. ${several(left, 'alert', 'alerts')} to deal with.`,

  execute: 'Arrange',
  states: {
    'to-execute': 'to arrange',
    executed: 'taken on',
    done: 'recorded',
    withdrawn: 'taken back',
  },
  followUps: {
    pending: 'to be confirmed',
    booked: 'booked',
    moved: 'moved',
    honoured: 'came',
    noshow: 'did not come',
    cancelled: 'cancelled',
  },
  overdue: 'No news from the practice’s software for 10 minutes: call the practice.',
  cancellations: {
    asked: 'The practice’s software was asked to cancel it.',
    overdue: 'No answer to the cancellation for 10 minutes: call the practice.',
    refused: 'The practice’s software does not cancel it: call the practice.',
  },
  unread: 'The appointment could not be read.',
  overbooked: 'beside the slots',
  reference: (reference) => `ref. ${reference}`,
  entrusted: (structure) => `Given to ${structure} by telephone.`,
  triggered: (time) => `Triggered in the dispatch software at ${time}.`,
  within: (hours) => `within ${hours} h`,
  caseRef: (reference) => `case ${reference}`,
  recordedAt: (time) => `Recorded at ${time}`,
  recordedBy: (role) => `by a colleague (${role})`,
  decided: {
    doctor: (role) => `decision: ${role}`,
    case: (role) => `decision noted in the dispatch case: ${role}`,
    protocol: (title, version) => `protocol “${title}”, version ${version}`,
  },

  dispatch: 'Dispatch software',
  transmissions: {
    queued: 'waiting to be sent',
    sent: 'sent, no answer',
    accepted: 'handed in, not received yet',
    acknowledged: 'received',
    refused: 'refused',
    expired: 'not received in time',
  },
  steps: { INTEGRE: 'filed', CONSULTE: 'read', SUPPRIME: 'deleted', ERREUR: 'in error' },
  since: (time) => `since ${time}`,
  without: {
    practitioner: 'sent without the practitioner',
    organization: 'sent without the structure',
  },
  resend: 'Send again',
  resendOf: (who) => `Send again to the dispatch software: ${who}`,
  resent: 'Sent again to the dispatch software.',

  failures: {
    forbidden: 'Your role does not see orientations.',
    unauthenticated: 'Your session is over. Sign in again.',
    'invalid-transition': 'This has changed meanwhile: read this line again.',
    'not-found': 'You no longer see this orientation.',
    connection: 'The platform does not answer. Use the telephone, or try again.',
    timeout: 'The platform takes too long to answer. Use the telephone, or try again.',
    unavailable: 'The platform does not answer for now. Use the telephone.',
    'rate-limited': 'Too many requests in a short time. Wait a minute, then try again.',
  },
  other: 'That did not work. Use the telephone, or try again.',
};
