import { APPOINTMENT_PROFILES, PROFILES, REGULATOR_PROFILE } from '../guide.ts';
import { asList, asText, type Json, member } from '../json.ts';
import { ALL_FLOWS, SEARCHES, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

/** The profiles that a resource may carry in a flow. */
function expected(subject: Subject, type: string): readonly string[] {
  const { flow } = subject;
  if (flow === 'accounts') return [REGULATOR_PROFILE];
  if (flow === 'appointments') return Object.values(APPOINTMENT_PROFILES);
  const profiles: Readonly<Record<string, string>> = PROFILES[flow];
  const profile = profiles[type];
  return profile === undefined ? [] : [profile];
}

function eachProfiled(
  subject: Subject,
  check: (profiles: readonly string[], place: string, expected: readonly string[]) => void,
): void {
  const all: { resource: Json; type: string; place: string }[] = [...subject.resources];
  if (subject.bundle !== null) {
    all.unshift({ resource: subject.bundle, type: 'Bundle', place: 'Bundle' });
  }
  for (const { resource, type, place } of all) {
    const wanted = expected(subject, type);
    if (wanted.length === 0) continue;
    const profiles = asList(member(resource['meta'], 'profile')).map(asText);
    check(profiles, `${place}.meta.profile`, wanted);
  }
}

const withoutVersion = (profile: string) => profile.split('|')[0]!;

/** Rules about `meta.profile`. */
export const PROFILE_RULES: readonly Rule[] = [
  {
    id: 'profile-missing',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'ressource sans meta.profile', en: 'resource without meta.profile' },
    mend: {
      fr: 'mettre l’URL exacte du profil, même sur le Location contenu',
      en: 'set the exact URL of the profile, on the contained Location too',
    },
    source: 'pages de recherche, « Validateur ressources » ; tests 4.2.02, 4.3.02',
    check(subject, report) {
      eachProfiled(subject, (profiles, place) => {
        if (profiles.length === 0) report(place);
      });
    },
  },
  {
    id: 'profile-single',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'plusieurs meta.profile : le kit ne voit plus la ressource',
      en: 'several meta.profile: the kit no longer sees the resource',
    },
    mend: {
      fr: 'ne garder que le profil du guide',
      en: "keep the guide's profile only",
    },
    source: 'kit officiel, filtres meta.profile="…"',
    check(subject, report) {
      eachProfiled(subject, (profiles, place) => {
        if (profiles.length > 1) report(`${place}[1]`, profiles[1]);
      });
    },
  },
  {
    id: 'profile-url',
    severity: 'error',
    flows: ALL_FLOWS,
    message: {
      fr: 'meta.profile n’est pas celui du flux',
      en: 'meta.profile is not that of the flow',
    },
    mend: {
      fr: 'mettre l’URL du guide pour ce flux et ce type de ressource',
      en: "set the guide's URL for this flow and type of resource",
    },
    source: 'pages de recherche, « Validateur ressources » ; deux familles d’URL coexistent',
    check(subject, report) {
      eachProfiled(subject, (profiles, place, wanted) => {
        if (profiles.length === 0) return;
        const found = profiles.some((profile) => wanted.includes(withoutVersion(profile)));
        if (!found) report(`${place}[0]`, profiles[0]);
      });
    },
  },
  {
    id: 'profile-version',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'meta.profile porte une version',
      en: 'meta.profile carries a version',
    },
    mend: { fr: 'retirer « |version »', en: 'remove “|version”' },
    source: 'kit officiel, filtres meta.profile="…"',
    check(subject, report) {
      eachProfiled(subject, (profiles, place) => {
        profiles.forEach((profile, index) => {
          if (profile.includes('|')) report(`${place}[${index}]`, profile);
        });
      });
    },
  },
];
