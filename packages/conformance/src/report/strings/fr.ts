/** One or several: 0 and 1 are singular in French. */
const some = (count: number, one: string, several: string): string =>
  `${count} ${count < 2 ? one : several}`;

/** Texts of the human report. */
export const fr = {
  passed: (count: number) => some(count, 'conforme', 'conformes'),
  failed: (count: number) => some(count, 'échec', 'échecs'),
  warning: (count: number) => `${count} à revoir`,
  skipped: (count: number) => some(count, 'non vérifié', 'non vérifiés'),
  asked: 'demandé',
  came: 'reçu',
  where: 'où',
  source: 'source',
  mend: 'corriger',
  noAnswer: 'aucune réponse',
  more: (count: number) => `… et ${some(count, 'autre constat', 'autres constats')}`,
  seconds: (seconds: string) => `en ${seconds.replace('.', ',')} s`,
  again: 'À rejouer, seulement ce qui a échoué :',
  nothing: 'Rien n’a pu être vérifié : la configuration ne nomme aucun jeu d’essai utile.',
  target: (base: string) => `SAS Kit, conformité de ${base}`,
  connect: (client: string, broker: string, seconds: number) =>
    `Les files ${client}.message, .ack et .info attendent sur ${broker}.\nDémarrez votre programme sous l’identifiant ${client} (attente : ${seconds} s) …`,
  files: (count: number) => `SAS Kit, ${some(count, 'fichier relu', 'fichiers relus')}`,
  checks: (count: number) => some(count, 'vérification', 'vérifications'),
};

export type Strings = typeof fr;
