/** French for the codes of the platform. */
export const ROLES = {
  practitioner: 'professionnel',
  delegate: 'délégataire',
  'structure-manager': 'gestionnaire de structure',
  'triage-nurse': 'infirmier organisateur de l’accueil (IOA)',
  'unscheduled-care-operator': 'opérateur de soins non programmés (OSNP)',
  regulator: 'médecin régulateur',
  'emergency-regulator': 'médecin régulateur de l’aide médicale urgente',
  'call-taker': 'assistant de régulation médicale (ARM)',
  'territory-lead': 'référent territorial',
  'account-manager': 'gestionnaire de comptes',
  administrator: 'administrateur',
};

export const STATUSES = {
  pending: 'en attente',
  accepted: 'acceptée',
  refused: 'refusée',
  ended: 'terminée',
  expired: 'arrivée à son terme',
};

export const RIGHTS = {
  'structure:read': 'voir les structures',
  'availability:read': 'chercher un créneau',
  'hold:create': 'retenir un créneau',
  'hold:change': 'prolonger ou rendre un créneau retenu',
  'appointment:book': 'prendre un rendez-vous',
  'appointment:list': 'voir les rendez-vous qui vous concernent',
  'appointment:read': 'ouvrir un rendez-vous',
  'appointment:change': 'annuler ou déplacer un rendez-vous',
  'appointment:close': 'noter que le patient est venu ou non',
  'contact:read': 'voir le contact de la personne attendue',
  'agenda:read': 'voir un agenda',
  'agenda:write': 'tenir un agenda',
  'session:read': 'voir sa session',
  'session:end': 'se déconnecter',
  'terms:accept': 'accepter les conditions',
  'account:read': 'voir les comptes',
  'account:write': 'créer et modifier des comptes',
  'delegation:ask': 'demander une délégation',
  'delegation:read': 'voir les délégations',
  'delegation:decide': 'accepter ou refuser une délégation',
  'delegation:end': 'mettre fin à une délégation',
  'audit:read': 'lire la trace des actes',
};
