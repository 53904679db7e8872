import type { Flow } from '@sas-kit/fhir';
import { asText, type Json } from '@sas-kit/fhir/json';
import type { Check, Fault, Fixture } from '../../check.ts';
import { fault } from '../../fault.ts';
import { FIXTURES, needing } from '../../fixtures.ts';
import { type Answer, lintOf, search } from '../../search/answer.ts';
import type { SearchWindow } from '../../search/window.ts';

const SOURCE = 'FAQ PS et CPTS, erreur 9 ; FAQ SOS, erreur 5 ; pages de recherche, « Réponse »';
const MEND = {
  fr: 'répondre 200 : Bundle searchset, total 0, lien self, profil, sans entry',
  en: 'answer 200: Bundle searchset, total 0, self link, profile, without entry',
};

/** A window long gone, such as the official kit asks for. */
const PAST: SearchWindow = {
  ge: '2024-01-01T00:00:00.000+00:00',
  le: '2024-01-03T23:59:59.999+00:00',
  from: Date.parse('2024-01-01T00:00:00Z'),
  to: Date.parse('2024-01-03T23:59:59.999Z'),
};

/** What is wrong with a Bundle that should say that nothing was found. */
export function emptyFaults(bundle: Json): Fault[] {
  const { total, entry } = bundle;
  return [
    ...(entry === undefined
      ? []
      : [fault('Bundle.entry', 'entry présent, même vide', 'entry is there, even if empty')]),
    ...(total === 0
      ? []
      : [fault('Bundle.total', `total ${asText(total) || '–'} au lieu de 0`, 'total is not 0')]),
  ];
}

function emptyCheck<Value>(
  id: string,
  title: Check['title'],
  flow: Flow,
  fixture: Fixture<Value>,
  idOf: (value: Value) => string,
  window?: SearchWindow,
): Check {
  return {
    id,
    title,
    source: SOURCE,
    mend: MEND,
    needs: [fixture],
    async run(scene) {
      const ids = [idOf(scene.get(fixture))];
      const answer: Answer = await search(scene, flow, ids, window === undefined ? {} : { window });
      const faults = emptyFaults(answer.bundle);
      if (faults.length > 0) return faults;
      return lintOf(scene, flow, answer).filter(({ severity }) => severity === 'error');
    },
  };
}

const same = (id: string): string => id;

/** Nothing found, or nobody known, is no error. */
export const EMPTY_CHECKS: readonly Check[] = [
  emptyCheck(
    'empty/unknown',
    {
      fr: 'praticien inconnu : Bundle vide',
      en: 'unknown practitioner: empty Bundle',
    },
    'ps',
    FIXTURES.unknown,
    same,
  ),
  emptyCheck(
    'empty/no-slots',
    {
      fr: 'praticien sans créneau : Bundle vide',
      en: 'practitioner without slots: empty Bundle',
    },
    'ps',
    FIXTURES.noSlots,
    same,
  ),
  emptyCheck(
    'empty/past',
    {
      fr: 'période passée : Bundle vide',
      en: 'window long gone: empty Bundle',
    },
    'ps',
    FIXTURES.onePlace,
    ({ id }) => id,
    PAST,
  ),
  ...needing(FIXTURES.oneCpts, [
    emptyCheck(
      'empty/cpts-unknown',
      {
        fr: 'CPTS, praticien inconnu : Bundle vide',
        en: 'CPTS, unknown practitioner: empty Bundle',
      },
      'cpts',
      FIXTURES.unknown,
      same,
    ),
  ]),
  emptyCheck(
    'empty/cpts-past',
    {
      fr: 'CPTS, période passée : Bundle vide',
      en: 'CPTS, window long gone: empty Bundle',
    },
    'cpts',
    FIXTURES.oneCpts,
    ({ id }) => id,
    PAST,
  ),
  emptyCheck(
    'empty/sos-unknown',
    {
      fr: 'SOS Médecins, association inconnue : Bundle vide',
      en: 'SOS Médecins, unknown association: empty Bundle',
    },
    'sos',
    FIXTURES.unknownSiret,
    same,
  ),
  emptyCheck(
    'empty/sos-no-slots',
    {
      fr: 'SOS Médecins, association sans créneau : Bundle vide',
      en: 'SOS Médecins, association without slots: empty Bundle',
    },
    'sos',
    FIXTURES.sosNoSlots,
    same,
  ),
  emptyCheck(
    'empty/sos-past',
    {
      fr: 'SOS Médecins, période passée : Bundle vide',
      en: 'SOS Médecins, window long gone: empty Bundle',
    },
    'sos',
    FIXTURES.association,
    ({ siret }) => siret,
    PAST,
  ),
  {
    id: 'empty/adeli',
    title: {
      fr: 'un praticien ADELI (0…) est cherché comme un autre, sans erreur',
      en: 'a practitioner with an ADELI number (0…) is searched like any other, without error',
    },
    source: 'spécifications fonctionnelles ; FAQ PS et CPTS, erreur 1',
    mend: {
      fr: 'admettre 0 + ADELI, répondre un Bundle vide si personne ne le porte',
      en: 'admit 0 + ADELI, answer an empty Bundle when nobody has it',
    },
    needs: [FIXTURES.adeli],
    async run(scene) {
      const { bundle, slots } = await search(scene, 'ps', [scene.get(FIXTURES.adeli)]);
      return slots.length > 0 ? [] : emptyFaults(bundle);
    },
  },
];
