import type { ErrorStrings } from '../fr/errors.ts';

export const errorsEn: ErrorStrings = {
  codes: {
    'origin-not-allowed': 'The search is not open on this site.',
    'rate-limited': 'Too many requests in a short time. Wait a minute, then try again.',
    'unknown-place': 'We cannot find this place. Try its postcode.',
    'unknown-specialty': 'We do not know this specialty.',
    connection: 'The service does not answer. Check your connection, then try again.',
    timeout: 'The service takes too long to answer. Try again.',
    unavailable: 'The service does not answer at the moment.',
  },
  other: 'The request did not work. Try again, or call the practice.',
  retry: 'Try again',
  emergency: 'Emergency:',
  otherNeed: 'Other need of care:',
  asOf: (day) => `number known on ${day}`,
};
