/** What orientations are called, in French: the closed lists of the founding documents. */
export const orientationWordsFr = {
  outcomes: {
    advice: 'Conseil médical',
    'unscheduled-consultation': 'Consultation non programmée',
    'emergency-department': 'Urgences',
    ambulance: 'Ambulance',
    smur: 'SMUR',
    'other-prehospital-team': 'Autre équipe préhospitalière',
  },
  forms: {
    'home-visit': 'visite à domicile',
    teleconsultation: 'téléconsultation',
    'phone-prescription': 'prescription par téléphone',
  },
  roles: {
    regulator: 'médecin régulateur',
    'emergency-regulator': 'médecin régulateur de l’aide médicale urgente',
    'unscheduled-care-operator': 'opérateur de soins non programmés',
    'call-taker': 'assistant de régulation médicale',
    'triage-nurse': 'infirmier d’accueil',
    'dispatch-software': 'logiciel de régulation',
  } as Record<string, string | undefined>,
};

export type OrientationWords = typeof orientationWordsFr;
