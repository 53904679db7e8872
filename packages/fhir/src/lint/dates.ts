import { offsetAt, offsetText, parseInstant } from '../instants.ts';
import { asText } from '../json.ts';
import type { Located } from '../references.ts';
import { DEFAULT_TIME_ZONE, FRENCH_TIME_ZONES } from '../time-zones.ts';
import { SEARCHES, type LintFlow, type Report, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

const DATED: readonly LintFlow[] = [...SEARCHES, 'appointments'];

interface Dated {
  readonly located: Located;
  readonly element: 'start' | 'end';
  readonly text: string;
  readonly place: string;
}

function dates(subject: Subject): Dated[] {
  return subject.entries
    .filter(({ type }) => type === 'Slot' || type === 'Appointment')
    .flatMap((located) =>
      (['start', 'end'] as const).map((element) => ({
        located,
        element,
        text: asText(located.resource[element]),
        place: `${located.place}.${element}`,
      })),
    );
}

/** Says what is wrong with dates that are dates. */
function eachInstant(
  subject: Subject,
  check: (instant: NonNullable<ReturnType<typeof parseInstant>>, date: Dated) => void,
): void {
  for (const date of dates(subject)) {
    const instant = parseInstant(date.text);
    if (instant !== null) check(instant, date);
  }
}

function checkOffset(subject: Subject, report: Report): void {
  eachInstant(subject, ({ epochMs, offset, utc }, { located, text, place }) => {
    if (epochMs === null || utc) return;
    const known = subject.zoneOf(located);
    // Whoever does not say where may be anywhere in France.
    const zones = known === null ? FRENCH_TIME_ZONES : [known];
    if (zones.some((zone) => offsetAt(zone, epochMs) === offset)) return;
    const [zone = DEFAULT_TIME_ZONE] = zones;
    report(place, `${text} ≠ ${offsetText(offsetAt(zone, epochMs))} (${zone})`);
  });
}

function startOf(located: Located): number | null {
  return parseInstant(asText(located.resource['start']))?.epochMs ?? null;
}

/** What the other rules leave open: T between day and time, seconds, a colon in the offset. */
const SHAPE = /^\S{10}T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;

/** Rules about instants and their offsets. */
export const DATE_RULES: readonly Rule[] = [
  {
    id: 'date-invalid',
    severity: 'error',
    flows: DATED,
    message: { fr: 'date absente ou illisible', en: 'date missing or unreadable' },
    mend: {
      fr: 'AAAA-MM-JJThh:mm:ss.sss+0h:00',
      en: 'YYYY-MM-DDThh:mm:ss.sss+0h:00',
    },
    source: 'FHIR R4, type instant ; test 4.3.04',
    check(subject, report) {
      for (const { text, place } of dates(subject)) {
        if (parseInstant(text) === null || !SHAPE.test(text)) report(place, text);
      }
    },
  },
  {
    id: 'date-utc',
    severity: 'error',
    flows: DATED,
    message: { fr: 'date en Z', en: 'date in Z' },
    mend: {
      fr: 'écrire l’heure locale du lieu avec son décalage, +01:00 ou +02:00 en métropole',
      en: 'write the local time of the place with its offset, +01:00 or +02:00 on the mainland',
    },
    source: 'test 4.3.04',
    check(subject, report) {
      eachInstant(subject, ({ utc }, { text, place }) => {
        if (utc) report(place, text);
      });
    },
  },
  {
    id: 'date-no-offset',
    severity: 'error',
    flows: DATED,
    message: { fr: 'date sans décalage horaire', en: 'date without offset' },
    mend: {
      fr: 'ajouter le décalage du lieu ce jour-là',
      en: 'add the offset of the place on that day',
    },
    source: 'FHIR R4, type instant ; test 4.3.04',
    check(subject, report) {
      eachInstant(subject, ({ epochMs }, { text, place }) => {
        if (epochMs === null) report(place, text);
      });
    },
  },
  {
    id: 'date-milliseconds',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'date sans millisecondes', en: 'date without milliseconds' },
    mend: { fr: 'écrire .000 après les secondes', en: 'write .000 after the seconds' },
    source: 'test 4.3.04',
    check(subject, report) {
      eachInstant(subject, ({ milliseconds }, { text, place }) => {
        const three = /\.\d{3}(?!\d)/.test(text);
        if (!milliseconds || !three) report(place, text);
      });
    },
  },
  {
    id: 'date-offset',
    severity: 'warning',
    flows: DATED,
    message: {
      fr: 'décalage qui n’est pas celui du lieu ce jour-là (heure d’été ?)',
      en: 'offset that is not that of the place on that day (summer time?)',
    },
    mend: {
      fr: 'calculer le décalage par fuseau IANA et par date ; ne jamais le fixer à +01:00',
      en: 'compute the offset by IANA zone and date; never fix it at +01:00',
    },
    source: 'heure locale du lieu ; plusieurs exemples officiels portent +01:00 en été',
    check: checkOffset,
  },
  {
    id: 'date-order',
    severity: 'error',
    flows: DATED,
    message: { fr: 'la fin ne suit pas le début', en: 'the end does not follow the start' },
    mend: { fr: 'vérifier start et end', en: 'check start and end' },
    source: 'test 4.3.04',
    check(subject, report) {
      for (const { located, element, text, place } of dates(subject)) {
        if (element !== 'end') continue;
        const start = startOf(located);
        const end = parseInstant(text)?.epochMs ?? null;
        if (start !== null && end !== null && end <= start) report(place, text);
      }
    },
  },
  {
    id: 'date-past',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'créneau déjà commencé', en: 'slot that has already begun' },
    mend: { fr: 'ne transmettre que les créneaux à venir', en: 'send only slots to come' },
    source: 'test 4.3.04',
    check(subject, report) {
      const { now } = subject.options;
      if (now === undefined) return;
      for (const slot of subject.ofType('Slot')) {
        const start = startOf(slot);
        if (start !== null && start < now) report(`${slot.place}.start`, slot.resource['start']);
      }
    },
  },
  {
    id: 'date-window',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'créneau hors de la période demandée', en: 'slot outside the window asked for' },
    mend: {
      fr: 'start entre les bornes ge et le, comprises',
      en: 'start between the bounds ge and le, included',
    },
    source: 'pages de recherche, critères 1 et 2 ; SearchParameter slot-sp-start ; test 4.3.04',
    check(subject, report) {
      const { window } = subject.options;
      if (window === undefined) return;
      for (const slot of subject.ofType('Slot')) {
        const start = startOf(slot);
        if (start === null || (start >= window.from && start <= window.to)) continue;
        report(`${slot.place}.start`, slot.resource['start']);
      }
    },
  },
];
