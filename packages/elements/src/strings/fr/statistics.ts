const several = (count: number, one: string, many: string) =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** French texts of `<sas-statistics>`. */
export const statisticsFr = {
  heading: 'Chiffres du service',
  ownHeading: 'Chiffres de vos agendas',
  preparing: 'Lecture de ce que vous pouvez voir…',
  area: 'Lieu',
  areaKinds: {
    territory: 'Territoires',
    department: 'Départements',
    region: 'Régions',
    own: 'Votre activité',
  },
  ownAgendas: 'Vos agendas',
  period: 'Période',
  presets: {
    today: 'Aujourd’hui',
    'last-30-days': 'Les 30\u00a0derniers jours',
    'this-week': 'Cette semaine',
    'last-week': 'La semaine dernière',
    'last-4-weeks': 'Les 4\u00a0dernières semaines',
    'this-month': 'Ce mois-ci',
    'last-month': 'Le mois dernier',
    'last-12-months': 'Les 12\u00a0derniers mois',
    custom: 'D’autres dates',
  },
  from: 'Du',
  to: 'Au',
  show: 'Afficher ces dates',
  dateFaults: {
    missing: 'Donnez les deux dates.',
    order: 'La seconde date est avant la première.',
    long: 'Pas plus de dix ans à la fois.',
  },
  step: 'Un chiffre par',
  steps: { hour: 'heure', day: 'jour', week: 'semaine', month: 'mois' },
  by: { hour: 'par heure', day: 'par jour', week: 'par semaine', month: 'par mois' },
  monthsOnly: 'Votre rôle donne les chiffres par mois entiers.',
  print: 'Imprimer',
  days: (first: string, last: string) => `du ${first} au ${last}`,
  oneDay: (day: string) => `le ${day}`,
  secondTime: '(seconde fois, changement d’heure)',
  scope: (area: string, days: string) => `${area}, ${days}`,
  ready: (part: string, area: string, days: string) => `${part}\u00a0: ${area}, ${days}.`,

  loading: 'Calcul des chiffres…',
  slow: 'Sur une longue période, ce calcul peut durer une minute.',
  failed: 'Ces chiffres n’ont pas pu être lus.',
  notYours: 'Votre rôle ne permet pas de voir ces chiffres.',
  noArea: 'Aucun territoire n’est encore connu de la plateforme.',

  total: 'Ensemble',
  periodHeading: 'Période',
  masked: 'masqué',
  nothing: '–',
  masking: (least: number) =>
    `«\u00a0Masqué\u00a0»\u00a0: moins de\u00a0${least}, ou un chiffre qui permettrait de le calculer.`,
  maskedFromZero: (least: number) =>
    `«\u00a0Masqué\u00a0»\u00a0: de 0 à\u00a0${least - 1}, ou un chiffre qui permettrait de le calculer.`,
  rounded: (to: number) => `Votre rôle donne des nombres arrondis vers le bas, à\u00a0${to} près.`,
  nothingNote: '«\u00a0–\u00a0»\u00a0: rien à compter.',
  target: (value: string) => `Objectif\u00a0: ${value}`,
  aim: 'objectif',
  reached: 'atteint',
  missed: (points: string, many: boolean) =>
    `manqué de ${points}\u00a0${many ? 'points' : 'point'}`,
  noTarget: 'Aucun objectif fixé',

  showTable: 'Voir le tableau',
  hideTable: 'Cacher le tableau',
  csv: 'Télécharger le tableau (CSV)',
  fileName: 'chiffres',
  noChart: 'Le graphique n’a pas pu être chargé\u00a0: le tableau dit la même chose.',
  chartLoading: 'Le graphique arrive…',
  chart: (title: string) => `Graphique. ${title}.`,
  chartRange: (label: string, low: string, lowAt: string, high: string, highAt: string) =>
    `${label}\u00a0: de ${low} (${lowAt}) à ${high} (${highAt}).`,
  chartPart: (label: string, told: number, all: number) =>
    `${label}, ${several(told, 'valeur montrée', 'valeurs montrées')} sur ${all}`,
  chartSame: (label: string, value: string) => `${label}\u00a0: ${value}.`,
  chartNone: (label: string) => `${label}\u00a0: rien à montrer.`,
  chartTarget: (value: string) => `Objectif\u00a0: ${value}.`,
  chartMasked: (count: number) => `${several(count, 'chiffre masqué', 'chiffres masqués')}.`,
};

export type StatisticsStrings = typeof statisticsFr;
