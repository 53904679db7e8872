const several = (count: number, one: string, many: string) =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** French texts of `<sas-agenda>`: of the agenda, and of all that is opened in it. */
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
  notUndone: 'L’annulation n’a pas abouti.',
  sending: 'Envoi…',

  noSchedule: 'Aucun agenda',
  noScheduleHint:
    'Aucun agenda n’est ouvert à votre nom. Demandez au gestionnaire de comptes de votre territoire de l’ouvrir.',

  week: (first: string, last: string) => `Semaine du ${first} au ${last}`,
  viewsLabel: 'Affichage',
  views: { day: 'Jour', week: 'Semaine' },
  turn: {
    day: { previous: 'Jour précédent', next: 'Jour suivant', now: 'Aujourd’hui' },
    week: { previous: 'Semaine précédente', next: 'Semaine suivante', now: 'Cette semaine' },
  },
  today: 'aujourd’hui',
  counts: (slots: number, booked: number) =>
    slots === 0
      ? 'Aucun créneau.'
      : `${several(slots, 'créneau', 'créneaux')}, dont ${several(booked, 'réservé', 'réservés')}.`,
  noSlotThatDay: 'Rien',
  empty: { day: 'Aucun créneau ce jour', week: 'Aucun créneau cette semaine' },
  emptyHint:
    'Ajoutez un créneau ou une plage, ou une règle qui revient chaque semaine. Rien n’est montré sans vous.',
  beyondHorizon: (date: string) =>
    `Les créneaux de vos règles sont créés jusqu’au ${date}\u00a0: les semaines suivantes se remplissent au fil des jours.`,
  referencesMissing:
    'Les références des rendez-vous n’ont pas pu être lues. Les réservations affichées, elles, sont à jour.',

  bookingsOfDay: 'Rendez-vous du jour',
  noBookings: 'Aucun rendez-vous pris ce jour.',
  bookingTime: 'Heure',
  printBookings: 'Imprimer ce jour',
  hours: (published: string, declared: string) =>
    `Temps publié cette semaine dans cet agenda\u00a0: ${published}, sur ${declared} annoncées.`,
  hoursHint: 'Ces heures sont déclarées\u00a0: rien ne les contrôle ici.',

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
  facts: { references: 'Références', modalities: 'Modalités' },
  slotFacts: {
    state: 'État',
    visibility: 'Visibilité',
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
    'Retirer quels créneaux de la règle\u00a0? Ceux qui sont réservés restent dans tous les cas.',
  reaches: {
    slot: 'Celui-ci seulement',
    day: 'Tous ceux de ce jour',
    following: 'Celui-ci et les suivants',
  },
  withdrawn: {
    day: (day: string) => `Créneaux de la règle retirés le ${day}.`,
    following: (day: string) => `Créneaux de la règle retirés à partir du ${day}.`,
  },
  withdrawnUndone: (day: string) => `Créneaux de la règle remis à partir du ${day}.`,
  move: 'Déplacer',
  copy: 'Copier',
  moved: (before: string, after: string) => `Créneau déplacé\u00a0: ${before} → ${after}.`,
  movedBack: (when: string) => `Créneau remis à son heure\u00a0: ${when}.`,
  /** Why a slot was not moved, by code. */
  refusals: {
    'move-booked':
      'Ce créneau vient d’être réservé\u00a0: il reste à son heure. Rien n’a été déplacé.',
    'move-changed': 'Ce créneau a changé entre-temps. Rien n’a été déplacé.',
    'move-gone': 'Ce créneau n’existe plus. Rien n’a été déplacé.',
    'move-lost':
      'L’ancien créneau est retiré, mais le nouveau n’a pas pu être créé. Envoyez de nouveau.',
  } as Record<string, string | undefined>,
  moveAsCopy: 'Ajouter un nouveau créneau à cette heure',
  removed: (when: string) => `Créneau retiré\u00a0: ${when}.`,
  restored: (when: string) => `Créneau remis\u00a0: ${when}.`,

  addSlot: 'Ajouter un créneau',
  slotForms: {
    new: { title: 'Ajouter un créneau', submit: 'Ajouter' },
    rule: { title: 'Modifier la règle', submit: 'Enregistrer' },
    move: { title: 'Déplacer le créneau', submit: 'Déplacer' },
    copy: { title: 'Copier le créneau', submit: 'Ajouter la copie' },
  },
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
  everyOther: 'Une semaine sur deux',
  everyOtherFrom: (monday: string) => `La première est celle du ${monday}.`,
  skipHolidays: 'Sauf les jours fériés',
  skipHolidaysHint: 'Aucun créneau de cette règle les jours fériés du lieu.',
  noHolidays: 'Aucun jour férié ne tombe sur cette règle dans les prochains mois.',
  holidaysAhead: (left: boolean): string =>
    left
      ? 'Jours fériés des prochains mois, laissés libres\u00a0:'
      : 'Jours fériés des prochains mois, où des créneaux sont proposés\u00a0:',
  holidays: {
    'new-year': 'jour de l’An',
    'good-friday': 'Vendredi saint',
    'easter-monday': 'lundi de Pâques',
    'labour-day': 'fête du Travail',
    'victory-1945': 'victoire de 1945',
    ascension: 'Ascension',
    'whit-monday': 'lundi de Pentecôte',
    'bastille-day': 'fête nationale',
    assumption: 'Assomption',
    'all-saints': 'Toussaint',
    'armistice-1918': 'armistice de 1918',
    christmas: 'Noël',
    'second-day-of-christmas': 'Saint-Étienne',
    'abolition-of-slavery': 'abolition de l’esclavage',
  },
  exceptDates: 'Sauf certains jours',
  exceptDate: 'Jour sans créneau',
  exceptAdd: 'Ajouter ce jour',
  exceptRemove: 'Remettre ce jour',
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
  overlapTitle: (count: number) =>
    `À la même heure\u00a0: ${several(count, 'autre créneau', 'autres créneaux')}.`,
  overlap: (day: string, range: string, place: string) => `${day}, ${range} (${place})`,
  overlapOrigins: {
    rule: 'cet agenda, chaque semaine',
    'one-off': 'cet agenda',
    push: 'votre logiciel',
  },
  overlapOwn:
    'Un agenda n’a qu’un créneau à la fois\u00a0: celui-ci risque d’être refusé. Changez l’heure, ou retirez l’autre.',
  overlapRule: 'La règle ne créera pas de créneau à ces heures.',
  overlapOther: 'Vous seriez proposé à deux endroits à la fois.',
  overlapUnknown: 'Les autres créneaux à cette heure n’ont pas pu être vérifiés.',
  more: (count: number) => `Et ${count} de plus.`,
  viewersTitle: 'Qui voit ce créneau\u00a0?',
  rolesTitle: 'Rôle par rôle',
  roleColumn: 'Qui',
  sightColumn: 'Le voit',
  roles: {
    own: 'Vous, vos délégués et votre structure',
    regulation: 'Régulation, gestionnaires du territoire',
    nurses: 'Infirmiers d’orientation des urgences (IOA)',
    professionals: 'Autres cabinets et structures',
    community: 'Membres de votre CPTS',
    web: 'Visiteurs des sites',
    authority: 'Autorités, assurance maladie',
  },
  sights: {
    yes: 'Oui',
    no: 'Non',
    scheme: 'Seulement si vous êtes dans le dispositif de réorientation',
    aggregates: 'Des totaux seulement',
  },
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
  ruleEveryOther: (rule: string) => `${rule}, une semaine sur deux`,
  ruleHolidays: 'sauf les jours fériés',
  ruleExceptions: (count: number) => `sauf ${several(count, 'jour', 'jours')}`,
  ruleSaved: 'Règle enregistrée.',
  ruleUndone: 'La règle est comme avant. Les créneaux réservés restent.',
  edit: 'Modifier',
  delete: 'Supprimer',
  deleteAsk:
    'Supprimer cette règle\u00a0? Ses créneaux libres sont retirés pour toujours\u00a0; ceux qui sont réservés restent.',
  deleteYes: 'Oui, supprimer',
  keepIt: 'Non, garder',
  deleted: 'Règle supprimée. Ses créneaux réservés restent.',

  copyWeek: 'Copier la semaine',
  copyWeekTitle: (first: string, last: string) => `Copier la semaine du ${first} au ${last}`,
  copyHint:
    'Les mêmes créneaux, aux mêmes jours et heures. Ceux de votre logiciel ne sont pas copiés.',
  copyTarget: 'Vers la semaine du',
  copyPlan: (count: number, all: number) =>
    `${count === 0 ? 'Aucun créneau' : several(count, 'créneau', 'créneaux')} à créer, sur ${all}.`,
  copyStands: (count: number) =>
    `${several(count, 'créneau y est déjà', 'créneaux y sont déjà')}, à la même heure.`,
  copyMake: (count: number) => `Créer ${several(count, 'créneau', 'créneaux')}`,
  copyProgress: (index: number, count: number) => `Création ${index} sur ${count}…`,
  copyMade: 'Créé',
  copyRetry: (count: number) =>
    count > 1 ? `Réessayer les ${count} qui manquent` : 'Réessayer celui qui manque',
  copied: (made: number, wanted: number) =>
    `${made} sur ${wanted} ${wanted > 1 ? 'créneaux créés' : 'créneau créé'}.`,
  copyUndone: (count: number) =>
    count > 1 ? `Les ${count} créneaux copiés sont retirés.` : 'Le créneau copié est retiré.',
  copyPartlyUndone: (removed: number, kept: number) =>
    `${several(removed, 'créneau copié retiré', 'créneaux copiés retirés')}. ` +
    `${several(kept, 'reste', 'restent')}\u00a0: on l’a réservé ou changé entre-temps.`,
  hindrances: {
    none: 'À créer',
    overlap: 'Un autre créneau est à cette heure',
    absence: 'Vous êtes absent',
    past: 'Heure passée',
    skipped: 'Cette heure n’existe pas ce jour-là',
  },
  feedTitle: 'Agenda dans votre calendrier',
  feedHint:
    'Une adresse privée que votre calendrier relit (iCalendar)\u00a0: vos créneaux et les références des rendez-vous, rien des patients.',
  feedMake: 'Créer l’adresse privée',
  feedMade: 'Adresse privée créée.',
  feedSince: (date: string) => `Une adresse existe depuis le ${date}.`,
  feedRead: (date: string) => `Dernière lecture le ${date}.`,
  feedUnread: 'Aucun calendrier ne l’a encore lue.',
  feedUrl: 'Adresse privée',
  feedOnce:
    'Elle n’est montrée que cette fois. Gardez-la comme un mot de passe\u00a0: qui l’a lit votre agenda.',
  feedCopy: 'Copier l’adresse',
  feedCopied: 'Adresse copiée.',
  feedNotCopied: 'La copie n’a pas abouti. Sélectionnez l’adresse.',
  feedRenew: 'Changer l’adresse',
  feedRenewAsk: 'Changer l’adresse\u00a0? Vos calendriers ne liront plus l’actuelle.',
  feedRevoke: 'Supprimer l’adresse',
  feedRevokeAsk: 'Supprimer l’adresse\u00a0? Vos calendriers ne la liront plus.',
  feedEnded: 'Adresse supprimée.',
  saveWeek: 'Exporter la semaine (.ics)',
  fileFree: 'Créneau',
  fileBooked: 'Rendez-vous',

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
  bookedTitle: (count: number) =>
    `${several(count, 'rendez-vous est déjà pris', 'rendez-vous sont déjà pris')} pendant cette absence.`,
  bookedHint: 'L’absence ne les annule pas\u00a0: prévenez la régulation.',
  bookedUnknown: 'Les rendez-vous de cette période n’ont pas pu être lus.',
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
    'week-same': 'C’est la semaine que vous copiez. Choisissez-en une autre.',
    'week-past': 'Cette semaine est passée.',
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
    'slot-booked': 'Ce créneau vient d’être réservé\u00a0: il reste tel quel.',
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

export type AgendaTexts = typeof agendaFr;
