const several = (count: number, one: string, many: string) =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** French texts of `<sas-agenda>`. */
export const agendaFr = {
  title: 'Agenda',
  titleOf: (name: string) => `Agenda ${/^[aeiouyhàâéèêëîïôœù]/i.test(name) ? 'd’' : 'de '}${name}`,
  choose: 'Agenda affiché',
  otherZone: (zone: string) => `Les heures sont celles du lieu de soins (${zone}), pas les vôtres.`,
  loading: 'Chargement de l’agenda…',
  refresh: 'Actualiser',
  retry: 'Réessayer',
  close: 'Fermer',
  undo: 'Annuler',
  sending: 'Envoi…',

  noSchedule: 'Aucun agenda',
  noScheduleHint:
    'Aucun agenda n’est ouvert à votre nom. Demandez au gestionnaire de comptes de votre territoire de l’ouvrir.',

  week: (first: string, last: string) => `Semaine du ${first} au ${last}`,
  previousWeek: 'Semaine précédente',
  nextWeek: 'Semaine suivante',
  thisWeek: 'Cette semaine',
  today: 'aujourd’hui',
  counts: (slots: number, booked: number) =>
    slots === 0
      ? 'Aucun créneau.'
      : `${several(slots, 'créneau', 'créneaux')}, dont ${several(booked, 'réservé', 'réservés')}.`,
  noSlotThatDay: 'Rien',
  empty: 'Aucun créneau cette semaine',
  emptyHint:
    'Ajoutez un créneau ou une plage, ou une règle qui revient chaque semaine. Rien n’est montré sans vous.',
  beyondHorizon: (date: string) =>
    `Les créneaux de vos règles sont créés jusqu’au ${date}\u00a0: les semaines suivantes se remplissent au fil des jours.`,
  referencesMissing:
    'Les références des rendez-vous n’ont pas pu être lues. Les réservations affichées, elles, sont à jour.',

  range: (from: string, to: string) => `${from} – ${to}`,
  of: (act: string, what: string) => `${act}\u00a0: ${what}`,
  at: (day: string, time: string) => `${day}, ${time}`,
  shortModalities: { AMB: 'cabinet', HH: 'domicile', VR: 'vidéo' },
  modalities: {
    AMB: 'Consultation au cabinet',
    HH: 'Visite à domicile',
    VR: 'Téléconsultation',
  },
  visibilities: {
    PUBLIC: 'Public',
    PRO: 'Professionnels',
    SNP: 'Régulation (SNP)',
    CPTS: 'CPTS',
  },
  origins: { rule: 'Chaque semaine', 'one-off': 'Ponctuel', push: 'Votre logiciel' },
  walkIn: 'sans rendez-vous',
  state: {
    free: 'Libre',
    held: 'Réservation en cours',
    partly: (booked: number, capacity: number) =>
      `${booked} sur ${capacity} ${booked > 1 ? 'réservés' : 'réservé'}`,
    full: (capacity: number) => (capacity > 1 ? `Complet (${capacity})` : 'Réservé'),
    withdrawn: 'Retiré',
    past: 'Passé',
  },

  slotTitle: (day: string, range: string) => `${day}, ${range}`,
  facts: {
    state: 'État',
    references: 'Références',
    modalities: 'Modalités',
    visibility: 'Visibilité',
    viewers: 'Qui le voit\u00a0?',
    booking: 'Venue',
    origin: 'Origine',
  },
  bookings: {
    ROUTINE: 'Chaque place se réserve.',
    WALKIN: 'Sans réserver, sans heure fixe.',
  },
  originsLong: {
    rule: 'Créé par une règle hebdomadaire.',
    'one-off': 'Ajouté une seule fois.',
    push: 'Publié par votre logiciel.',
  },
  fixed: {
    push: 'Ce créneau est publié par votre logiciel\u00a0: changez-le dans votre logiciel, pas ici.',
    booked: 'Ce créneau est réservé. Pour le retirer, il faut d’abord annuler le rendez-vous.',
    held: 'Une réservation est en cours sur ce créneau. Attendez quelques minutes.',
    withdrawn:
      'Une absence l’a retiré. S’il reste dans une règle, il revient à la fin de l’absence.',
    past: 'Ce créneau a déjà commencé.',
  },
  bookedInAbsence:
    'Un rendez-vous y est déjà pris. L’absence ne l’annule pas\u00a0: prévenez la régulation.',
  remove: 'Retirer ce créneau',
  removeAsk:
    'Retirer ce créneau\u00a0? La règle reste pour les autres semaines. Ce créneau-ci ne pourra pas être remis par la règle.',
  removeYes: 'Oui, retirer',
  removeNo: 'Non, garder',
  removed: (when: string) => `Créneau retiré\u00a0: ${when}.`,
  restored: (when: string) => `Créneau remis\u00a0: ${when}.`,

  addSlot: 'Ajouter un créneau',
  editRule: 'Modifier la règle',
  kind: 'Que proposez-vous\u00a0?',
  kinds: {
    single: ['Un créneau', 'Un patient, à une heure précise.'],
    range: ['Une plage', 'Plusieurs patients entre deux heures.'],
    weekly: ['Chaque semaine', 'Des créneaux qui reviennent aux mêmes jours.'],
  },
  date: 'Date',
  validFrom: 'À partir du',
  from: 'De',
  to: 'À',
  until: 'Jusqu’au (facultatif)',
  days: 'Jours',
  slotMinutes: 'Durée d’un créneau (minutes)',
  capacity: 'Nombre de patients',
  capacityEach: 'Patients par créneau',
  walkInLabel: 'Sans rendez-vous',
  walkInHint: 'Les patients viennent sans réserver, sans heure fixe.',
  howMany: (count: number) =>
    `${count === 0 ? 'Aucun créneau' : several(count, 'créneau', 'créneaux')} par jour.`,
  modalitiesLegend: 'Modalités (au moins une)',
  visibilityLegend: 'Visibilité (au moins une)',
  visibilityHints: {
    PUBLIC: 'Tous les professionnels\u00a0; les visiteurs des sites seulement si vous l’acceptez',
    PRO: 'Les professionnels de santé et la régulation',
    SNP: 'La régulation seule',
    CPTS: 'Les membres de votre CPTS et la régulation',
  },
  community: 'Votre CPTS',
  communityChoose: 'Choisissez',
  communityNone: 'La liste des CPTS n’a pas pu être lue. Choisissez une autre visibilité.',
  slotDisplay: 'Visible du public sur les sites',
  slotDisplayHint:
    'Les visiteurs des sites ne voient ce créneau que si l’agenda entier l’accepte aussi.',
  long: 'Plus d’une heure pour un seul patient\u00a0: une plage convient souvent mieux.',
  longAction: 'En faire une plage',
  viewersTitle: 'Qui voit ce créneau\u00a0?',
  viewers: (names: string) => `${names}.`,
  noViewer: 'Personne\u00a0: choisissez une visibilité.',
  viewer: {
    regulation: 'la régulation',
    community: 'les membres de la CPTS',
    professionals: 'les professionnels de santé',
    web: 'les visiteurs des sites',
  },
  webBars: {
    slot: 'Pas les visiteurs des sites.',
    agenda: 'Pas les visiteurs des sites\u00a0: l’agenda entier ne l’accepte pas encore.',
  },
  saveSlot: 'Ajouter',
  saveRule: 'Enregistrer',
  cancel: 'Renoncer',
  added: (when: string) => `Créneau ajouté\u00a0: ${when}.`,
  ruleAdded: (count: number) =>
    `Règle enregistrée\u00a0: ${count === 0 ? 'aucun créneau' : several(count, 'créneau', 'créneaux')} cette semaine.`,

  agendaDisplay: 'Agenda visible du public',
  agendaDisplayHint:
    'Les visiteurs des sites voient alors vos créneaux «\u00a0Public\u00a0» que vous avez aussi marqués visibles. Sinon, seuls les professionnels et la régulation les voient.',
  agendaDisplayOn: 'L’agenda est visible du public.',
  agendaDisplayOff: 'L’agenda n’est plus visible du public.',

  rules: 'Règles hebdomadaires',
  noRules: 'Aucune règle\u00a0: vos créneaux sont ajoutés un à un.',
  rule: (days: string, range: string) => `${days}, ${range}`,
  ruleSlots: (minutes: number, count: number) =>
    `créneaux de ${minutes} min` + (count > 1 ? `, ${count} patients chacun` : ''),
  ruleFrom: (date: string) => `depuis le ${date}`,
  ruleFromLater: (date: string) => `à partir du ${date}`,
  ruleUntil: (date: string) => `jusqu’au ${date}`,
  edit: 'Modifier',
  delete: 'Supprimer',
  deleteAsk:
    'Supprimer cette règle\u00a0? Ses créneaux libres sont retirés pour toujours\u00a0; ceux qui sont réservés restent.',
  deleteYes: 'Oui, supprimer',
  deleteNo: 'Non, garder',
  deleted: 'Règle supprimée. Ses créneaux réservés restent.',

  absences: 'Absences',
  noAbsences: 'Aucune absence à venir.',
  addAbsence: 'Ajouter une absence',
  wholeDays: 'Journées entières',
  absenceFrom: 'Début',
  absenceTo: 'Fin',
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour (compris)',
  startTime: 'Heure de début',
  endTime: 'Heure de fin',
  absenceHint: 'Les créneaux libres sont retirés, et reviennent si vous terminez l’absence.',
  saveAbsence: 'Ajouter',
  absenceDays: (first: string, last: string) => `Du ${first} au ${last}`,
  absenceHours: (day: string, fromTime: string, toTime: string) =>
    `${day}, de ${fromTime} à ${toTime}`,
  absenceTimes: (from: string, to: string) => `Du ${from} au ${to}`,
  running: 'en cours',
  bookedSlots: (count: number) =>
    count === 0
      ? 'Aucun rendez-vous pendant cette absence.'
      : `${several(count, 'créneau réservé', 'créneaux réservés')} pendant cette absence. ` +
        'L’absence ne les annule pas\u00a0: prévenez la régulation.',
  end: 'Terminer',
  absenceAdded: 'Absence ajoutée.',
  absenceEnded: 'Absence terminée. Ses créneaux sont de nouveau proposés.',
  absenceRestored: 'Absence remise.',

  faults: {
    'date-missing': 'Choisissez une date.',
    'date-past': 'Cette date est passée.',
    'time-missing': 'Indiquez une heure.',
    'time-past': 'Cette heure est passée.',
    'time-grid': 'Indiquez une heure de 5 en 5 minutes, par exemple 9:20.',
    'time-skipped': 'Cette heure n’existe pas ce jour-là\u00a0: on change d’heure.',
    'end-before-start': 'La fin doit être après le début.',
    'capacity-invalid': 'Indiquez un nombre de patients, de 1 à 100.',
    'minutes-invalid': 'Indiquez une durée de 5 à 720 minutes.',
    'minutes-too-long': 'Aucun créneau de cette durée ne tient entre les deux heures.',
    'days-missing': 'Choisissez au moins un jour.',
    'until-invalid': 'Cette date n’est pas complète.',
    'until-before-date': 'La fin doit être après le début de la règle.',
    'modalities-missing': 'Choisissez au moins une modalité.',
    'visibility-missing': 'Choisissez au moins une visibilité.',
    'communities-missing': 'Choisissez votre CPTS.',
    'absence-past': 'Cette période est déjà finie.',
    'slot-in-past': 'Cette heure est passée.',
    'slot-overlap': 'Un autre créneau de cet agenda est déjà à cette heure.',
    'absence-overlap':
      'Une absence couvre cette heure. Terminez l’absence, ou choisissez une autre heure.',
    'out-of-range': 'Cette valeur n’est pas acceptée.',
  } as Record<string, string | undefined>,

  codes: {
    'absence-overlap': 'Une absence couvre cette période.',
    forbidden: 'Vous n’avez pas le droit de changer cet agenda.',
    'invalid-transition': 'Ce créneau ne peut pas être changé ici.',
    'not-found': 'Cet agenda n’existe pas, ou n’est pas à vous.',
    'precondition-failed':
      'Cela a changé entre-temps. L’agenda vient d’être relu\u00a0: vérifiez, puis recommencez.',
    'rate-limited': 'Trop de demandes en peu de temps. Attendez une minute, puis réessayez.',
    'slot-booked': 'Ce créneau vient d’être réservé\u00a0: il n’a pas été retiré.',
    'slot-in-past': 'Cette heure est passée.',
    unauthenticated: 'Votre session est finie. Connectez-vous de nouveau.',
    connection: 'Le service ne répond pas. Vérifiez votre connexion, puis réessayez.',
    timeout: 'Le service met trop de temps à répondre. Réessayez.',
    unavailable: 'Le service ne répond pas pour le moment. Réessayez dans quelques minutes.',
  } as Record<string, string | undefined>,
  other: 'La demande n’a pas abouti. Réessayez.',
  kept: 'Votre saisie est gardée.',
  refused: (count: number) =>
    `${several(count, 'réponse est à corriger', 'réponses sont à corriger')}.`,
};

export type AgendaStrings = typeof agendaFr;
