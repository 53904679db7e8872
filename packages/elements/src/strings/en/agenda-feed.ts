import type { AgendaTexts } from '../fr/agenda.ts';

/** English texts. */
export const texts = {
  feedHint:
    'A private address that your calendar reads (iCalendar): your slots and the references of appointments, nothing of patients.',
  feedMake: 'Make the private address',
  feedMade: 'Private address made.',
  feedSince: (date) => `There has been an address since ${date}.`,
  feedRead: (date) => `Last read on ${date}.`,
  feedUnread: 'No calendar has read it yet.',
  feedUrl: 'Private address',
  feedOnce: 'It is shown this once. Keep it like a password: whoever has it reads your agenda.',
  feedCopy: 'Copy the address',
  feedCopied: 'Address copied.',
  feedNotCopied: 'It was not copied. Select the address.',
  feedRenew: 'Change the address',
  feedRenewAsk: 'Change the address? Your calendars will no longer read the present one.',
  feedRevoke: 'Remove the address',
  feedRevokeAsk: 'Remove the address? Your calendars will no longer read it.',
  feedEnded: 'Address removed.',
} satisfies Partial<AgendaTexts>;
