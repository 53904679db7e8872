import { expect } from '@open-wc/testing';
import { accessNoticeEn } from './en/access-notice.ts';
import { directoryEn } from './en/directory.ts';
import { participationEn } from './en/participation.ts';
import { editorStatusEn } from './en/editor-status.ts';
import { joinEn } from './en/join.ts';
import { texts as territoryAnswersEn } from './en/territory-answers.ts';
import { texts as territoryTextsEn } from './en/territory-form.ts';
import { newsEn } from './en/news.ts';
import { orientationListEn } from './en/orientation-list.ts';
import { pathwayEn } from './en/pathway.ts';
import { statisticsEn } from './en/statistics.ts';
import { statisticsFiguresEn } from './en/statistics-figures.ts';
import { accessNoticeFr } from './fr/access-notice.ts';
import { directoryFr } from './fr/directory.ts';
import { participationFr } from './fr/participation.ts';
import { editorStatusFr } from './fr/editor-status.ts';
import { joinFr } from './fr/join.ts';
import { territoryFormFr } from './fr/territory-form.ts';
import { newsFr } from './fr/news.ts';
import { orientationListFr } from './fr/orientation-list.ts';
import { pathwayFr } from './fr/pathway.ts';
import { statisticsFr } from './fr/statistics.ts';
import { statisticsFiguresFr } from './fr/statistics-figures.ts';
import { availabilityEn } from './en/availability.ts';
import { texts as appointmentEn } from './en/booking-appointment.ts';
import { texts as choiceEn } from './en/booking-choice.ts';
import { careSeekerEn } from './en/care-seeker.ts';
import { whenToCallEn } from './en/when-to-call.ts';
import { availabilityFr } from './fr/availability.ts';
import { bookingFr, type BookingStrings } from './fr/booking.ts';
import { whenToCallFr } from './fr/when-to-call.ts';

type Table = Record<string, unknown>;

/** Every text of a table, functions called with plausible values, by its path. */
function texts(table: Table, path = ''): [path: string, text: string][] {
  return Object.entries(table).flatMap(([name, value]) => {
    const here = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'function') {
      const text: unknown = (value as (...input: unknown[]) => unknown)(2, 3, 4);
      return [[here, Array.isArray(text) ? text.join(' ') : String(text)] as [string, string]];
    }
    return typeof value === 'object' && value !== null
      ? texts(value as Table, here)
      : [[here, String(value)] as [string, string]];
  });
}

/** All that `<sas-booking>` says, part by part. */
const bookingEn: BookingStrings = { ...careSeekerEn, ...appointmentEn, ...choiceEn };

const territoryFormEn = { ...territoryTextsEn, ...territoryAnswersEn };

/** What a visitor may meet on the path, refused by the platform or by the way to it. */
const met = [
  'connection',
  'timeout',
  'unavailable',
  'rate-limited',
  'origin-not-allowed',
  'unknown-place',
  'unknown-specialty',
  'contact-required',
  'extensions-exhausted',
  'hold-expired',
  'hold-mismatch',
  'hold-required',
  'idempotency-key-in-use',
  'invalid-phone',
  'invalid-transition',
  'manage-token-required',
  'not-bookable-here',
  'not-found',
  'outside-window',
  'public-booking-off',
  'slot-in-past',
  'slot-taken',
  'too-many-bookings',
  'too-many-holds',
  'walk-in',
];

describe('the texts', () => {
  const pairs: [name: string, fr: Table, en: Table][] = [
    ['availability', availabilityFr, availabilityEn],
    ['booking', bookingFr, bookingEn],
    ['when-to-call', whenToCallFr, whenToCallEn],
  ];
  /** Texts about the SAS, mostly for professionals: they name it. */
  const about: typeof pairs = [
    ['access-notice', accessNoticeFr, accessNoticeEn],
    ['directory', directoryFr, directoryEn],
    ['join', joinFr, joinEn],
    ['news', newsFr, newsEn],
    ['participation', participationFr, participationEn],
    ['pathway', pathwayFr, pathwayEn],
    ['territory-settings', territoryFormFr, territoryFormEn],
    ['editor-status', editorStatusFr, editorStatusEn],
    ['statistics', statisticsFr, statisticsEn],
    ['figures of statistics', statisticsFiguresFr, statisticsFiguresEn],
    ['orientation-list', orientationListFr, orientationListEn],
  ];
  for (const [name, fr, en] of [...pairs, ...about]) {
    it(`of ${name} are all there in English`, () => {
      const paths = (table: Table) =>
        texts(table)
          .map(([path]) => path)
          .sort();
      expect(paths(en)).to.deep.equal(paths(fr));
      for (const [path, text] of [...texts(fr), ...texts(en)]) expect(text, path).not.to.equal('');
    });

    it(`of ${name} keep the marks of a French sentence with their word`, () => {
      for (const [path, text] of texts(fr)) expect(text, path).not.to.match(/ [:;?!»]|« /);
    });

    it(`of ${name} never diagnose, never promise, give no number that a region may not have`, () => {
      const never = [
        /diagnosti/i,
        /pas besoin (des|d’aller aux) urgences/i,
        /gravit/i,
        /médecin de garde/i,
        /116 ?117/,
        /symptôme/i,
      ];
      for (const [path, text] of texts(fr)) {
        for (const word of never) expect(text, path).not.to.match(word);
      }
    });
  }
  for (const [name, fr] of pairs) {
    it(`of ${name} never speak for the SAS`, () => {
      for (const [path, text] of texts(fr)) expect(text, path).not.to.match(/\bSAS\b/);
    });
  }

  it('have a sentence for every code that a visitor may meet', () => {
    for (const table of [bookingFr, bookingEn]) {
      for (const code of met) expect(table.codes[code], code).to.be.a('string');
    }
  });
});
