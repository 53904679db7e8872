import type { AccessNoticeStrings } from '../fr/access-notice.ts';
import { errorsEn } from './errors.ts';

export const accessNoticeEn: AccessNoticeStrings = {
  ...errorsEn,
  codes: {
    ...errorsEn.codes,
    'not-found': 'The access notices are not at their address.',
    'invalid-response': 'The access notices cannot be read.',
    'other-site': 'The access notices are not on this site.',
  },
  other: 'The request did not work. Try again.',
  heading: 'Coming to the emergency department',
  loading: 'Reading the access notices…',
  regulated: 'Call before you come',
  regulatedHow: 'The emergency department receives after a call. Call',
  regulatedWho: 'A professional answers and tells you where to go.',
  open: 'Open access',
  openHow: 'You may come without calling. In doubt? Call',
  upcoming: 'Upcoming',
  period: (from, to) => `From ${from} to ${to}.`,
  day: (day, from, to) => `On ${day}, from ${from} to ${to}.`,
  since: (from) => `Since ${from}.`,
  starting: (from) => `From ${from}.`,
  until: (to) => `Until ${to}.`,
  openEnded: 'No end date.',
  moment: (day, time) => `${day}, ${time}`,
  zone: (zone) => `Times are those of the place (${zone}), not yours.`,
  source: 'Source:',
  none: 'No particular notice is known at the moment. In doubt? Call',
  unreadable: 'Some of the notices could not be read. Before you come, call',
};
