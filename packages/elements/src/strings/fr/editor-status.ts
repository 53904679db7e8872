const several = (count: number, one: string, many: string) =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** French texts of `<sas-editor-status>`. */
export const editorStatusFr = {
  heading: 'Logiciels connectés',
  loading: 'Lecture de l’état des logiciels…',
  none: 'Aucun logiciel n’est connecté.',
  noneHint: 'Les recherches ne montrent que les créneaux saisis sur la plateforme.',
  summary: (well: number, all: number) =>
    well === all
      ? all === 1
        ? 'Le logiciel connecté répond.'
        : `Les ${all}\u00a0logiciels répondent.`
      : `${several(well, 'logiciel', 'logiciels')} sur\u00a0${all} ${well > 1 ? 'répondent' : 'répond'}.`,
  notYet: 'Aucun logiciel n’a été interrogé ces 15\u00a0dernières minutes.',
  readAt: (time: string) => `État de ${time}.`,
  refresh: 'Actualiser',
  stale: 'Cet état est le dernier qui a pu être lu.',

  states: {
    working: 'répond',
    unsteady: 'répond mal',
    failing: 'ne répond pas',
    unknown: 'pas encore interrogé',
    disabled: 'en pause',
  },
  since: (day: string, time: string) => `depuis ${day}, ${time}`,
  lastSuccess: 'Dernière réponse',
  errorRate: 'Échecs',
  latency: 'Délai médian, 95e centile',
  circuit: 'Coupe-circuit',
  circuits: { closed: 'fermé', 'half-open': 'à l’essai', open: 'ouvert' },
  never: 'jamais',
  noFigure: 'aucune question en 15\u00a0min',
  noLatency: 'aucune réponse en 15\u00a0min',

  details: 'Détails',
  endpoint: 'Adresse',
  flows: 'Flux',
  flowNames: { ps: 'praticiens', cpts: 'CPTS', sos: 'associations' },
  environment: 'Environnement',
  environments: { test: 'test', production: 'production' },
  limits: 'Limites',
  limitsOf: (seconds: string, calls: number) =>
    `${seconds} par réponse, ${several(calls, 'question', 'questions')} à la fois`,
  serves: 'Répond pour',
  servesOf: (practitioners: number, structures: number) =>
    `${several(practitioners, 'praticien', 'praticiens')}, ${several(structures, 'structure', 'structures')}`,
  answers: 'Réponses des 15\u00a0dernières minutes',
  answersOf: {
    complete: (count: number) => several(count, 'complète', 'complètes'),
    timeout: (count: number) => `${count}\u00a0hors délai`,
    failed: (count: number) => several(count, 'en échec', 'en échec'),
    refused: (count: number) => several(count, 'refusée', 'refusées'),
    circuitOpen: (count: number) => several(count, 'question retenue', 'questions retenues'),
  },
  noAnswers: 'aucune',
  lastFailure: 'Dernier échec',
  findings: 'Écarts au guide',
  appointmentFindings: 'Écarts de ses rendez-vous',
  findingTimes: (rule: string, times: number) => `${rule}, ${times}\u00a0fois`,
  notes: 'Notes',

  check: 'Interroger maintenant',
  checkOf: (name: string) => `Interroger maintenant\u00a0: ${name}`,
  checking: 'Question en cours…',
  probes: { metadata: 'Déclaration de capacités', search: 'Recherche de créneaux' },
  passed: (ms: number) => `a répondu en ${ms}\u00a0ms`,
  failed: (ms: number) => `a échoué après ${ms}\u00a0ms`,
  slots: (count: number) => several(count, 'créneau libre', 'créneaux libres'),
  notServed: 'Pas de recherche\u00a0: il n’est pas dit pour qui il répond.',
  checked: (name: string) => `${name} a répondu.`,
  notChecked: (name: string) => `${name} n’a pas répondu comme attendu.`,
  faults: {
    'name-not-found': 'le nom de l’adresse est inconnu',
    'no-connection': 'aucune connexion',
    'connection-lost': 'connexion perdue',
    'certificate-not-trusted': 'certificat non reconnu',
    'certificate-of-another': 'certificat d’un autre',
    'certificate-expired': 'certificat expiré',
    'certificate-missing': 'notre certificat manque',
    'certificate-refused': 'notre certificat est refusé',
    tls: 'chiffrement impossible',
    timeout: 'délai dépassé',
    'too-large': 'réponse trop grande',
    encoding: 'compression illisible',
    protocol: 'réponse qui n’est pas du HTTP',
    redirect: 'renvoie ailleurs',
    refused: 'refuse la question',
    'server-error': 'erreur du serveur',
    'not-json': 'réponse qui n’est pas du JSON',
    'no-bundle': 'réponse sans liste FHIR',
    'no-capability-statement': 'pas de déclaration de capacités',
    unreadable: 'réponse illisible',
  } as Record<string, string | undefined>,

  pause: 'Mettre en pause',
  pauseOf: (name: string) => `Mettre en pause\u00a0: ${name}`,
  resume: 'Reprendre',
  resumeOf: (name: string) => `Reprendre\u00a0: ${name}`,
  askPause: (name: string) =>
    `Mettre ${name} en pause\u00a0? Les recherches ne montreront plus ses créneaux.`,
  askResume: (name: string) => `Interroger de nouveau ${name} à chaque recherche\u00a0?`,
  yesPause: 'Oui, mettre en pause',
  yesResume: 'Oui, reprendre',
  no: 'Ne rien changer',
  paused: (name: string) => `${name} est en pause.`,
  resumed: (name: string) => `${name} est de nouveau interrogé.`,
  conflict: (name: string) =>
    `${name} a été modifié entre-temps\u00a0: rien n’a été changé. Relisez, puis recommencez.`,
  notYours: 'Votre rôle ne permet pas de voir cet état.',
};

export type EditorStatusStrings = typeof editorStatusFr;
