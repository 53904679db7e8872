import type { TerritoryFormStrings } from '../fr/territory-form.ts';

/** English texts of what the form of a territory answers: refusals, faults, what was done, what will be seen. */
export const texts = {
  codes: {
    unauthenticated: 'Your session has ended. Sign in again.',
    forbidden: 'You do not lead this territory.',
    'not-found': 'This territory is not known here.',
    'invalid-transition': 'This change has begun: it can no longer be withdrawn.',
  },
  faults: {
    'emergency-number': '15 always answers; 112 and 114 are shown already.',
    'invalid-phone': 'This is not a telephone number.',
    'end-before-start': 'The end must come after the beginning.',
    'invalid-format': 'This text is not of the required form.',
    'out-of-range': 'Empty, too long, or of a day to come.',
    'version-required': 'Give the changed text another version.',
    'accountability-required': 'Required before the public may book.',
    'effective-in-past': 'This instant is over.',
  },
  otherFault: 'This value is not accepted.',
  toMend: (count) => (count > 1 ? `${count} fields to correct.` : 'One field to correct.'),
  nothing: 'Nothing is changed.',
  saved: 'Saved. It holds now.',
  scheduled: (day, time) => `Scheduled: it holds from ${day}, ${time}.`,
  conflict: 'Somebody has changed it since you opened it.',
  conflictIn: (parts) => `Changed by both of you: ${parts}.`,
  conflictKept: 'What you wrote is kept: read it, then save.',
  previewTitle: 'What the public will see',
  previewNow: 'Now, without this change',
  previewThen: (day, time) => `On ${day} at ${time}, with this change`,
  withdrawAsk: 'Withdraw this change?',
  withdrawYes: 'Yes, withdraw it',
  withdrawNo: 'No, keep it',
  withdrawn: 'Change withdrawn.',
} satisfies Partial<TerritoryFormStrings>;
