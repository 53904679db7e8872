import type { AgendaTexts } from '../fr/agenda.ts';

/** English texts. */
export const texts = {
  holidays: {
    'new-year': 'New Year’s Day',
    'good-friday': 'Good Friday',
    'easter-monday': 'Easter Monday',
    'labour-day': 'Labour Day',
    'victory-1945': 'Victory of 1945',
    ascension: 'Ascension Day',
    'whit-monday': 'Whit Monday',
    'bastille-day': 'National Day',
    assumption: 'Assumption',
    'all-saints': 'All Saints’ Day',
    'armistice-1918': 'Armistice of 1918',
    christmas: 'Christmas',
    'second-day-of-christmas': 'St Stephen’s Day',
    'abolition-of-slavery': 'abolition of slavery',
  },
  everyOther: 'Every other week',
  everyOtherFrom: (monday) => `The first is that of ${monday}.`,
  skipHolidays: 'Not on public holidays',
  skipHolidaysHint: 'No slot of this rule on the public holidays of the place.',
  noHolidays: 'No public holiday falls on this rule in the next months.',
  holidaysAhead: (left) =>
    left
      ? 'Public holidays of the next months, left free:'
      : 'Public holidays of the next months, on which slots are offered:',
  exceptDates: 'Not on some days',
  exceptDate: 'Day without slots',
  exceptAdd: 'Add this day',
  exceptRemove: 'Put this day back',
} satisfies Partial<AgendaTexts>;
