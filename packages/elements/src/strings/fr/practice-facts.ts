import type { FeeSector } from '@sas-kit/client';

/** French texts of what a practice says of itself. */
export const practiceFactsFr = {
  title: 'Ce que dit le cabinet',
  feeSector: {
    none: 'Non conventionné',
    1: 'Secteur 1',
    '1-dp': 'Secteur 1 avec dépassement permanent',
    2: 'Secteur 2',
    '2-optam': 'Secteur 2, Optam',
  } satisfies Record<FeeSector, string> as Record<FeeSector, string>,
  thirdPartyPayment: (yes: boolean): string => (yes ? 'Tiers payant' : 'Pas de tiers payant'),
  wheelchair: (yes: boolean): string => (yes ? 'Accès en fauteuil' : 'Pas d’accès en fauteuil'),
  newPatients: (yes: boolean): string =>
    yes ? 'Nouveaux patients acceptés' : 'Pas de nouveaux patients',
  /** Languages that browsers have no name of. */
  languageNames: { fsl: 'langue des signes' } as Record<string, string | undefined>,
  languages: (languages: readonly string[]) => `Parle ${languages.join(', ')}`,
  period: (from: string, to: string) => `${from}\u00a0– ${to}`,
  openToday: (periods: readonly string[]) => `Ouvert aujourd’hui\u00a0: ${periods.join(', ')}`,
  closedToday: 'Fermé aujourd’hui',
};

export type PracticeFactsStrings = typeof practiceFactsFr;
