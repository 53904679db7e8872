/** French texts of `<sas-orientation>` once it is recorded: what is read to the patient. */
export const orientationToldFr = {
  noted: 'C’est noté',
  booked: 'C’est réservé',
  pending: 'C’est noté, l’éditeur n’a pas encore confirmé',
  undo: (seconds: number) => `Reprendre (${seconds}\u00a0s)`,
  another: 'Autre dossier',
  print: 'Imprimer',
  read: 'À lire au patient',
  sheet: 'Votre rendez-vous',
  sheetPrint: 'Imprimer la feuille (A5)',
  readWhen: 'Quand',
  readWho: 'Avec',
  readWhere: 'Où',
  readHow: 'Comment',
  readAccess: 'Accès',
  readPhone: 'Téléphone',
  readDocuments: 'À apporter',
  documents: 'Carte Vitale, carte de mutuelle, ordonnances en cours.',
  readFee: 'Tarif',
  feeSectors: {
    '1': 'Secteur 1, tarif de la Sécurité sociale.',
    '1-dp': 'Secteur 1, dépassement possible.',
    '2-optam': 'Secteur 2, dépassement modéré.',
    '2': 'Secteur 2, dépassement possible.',
    none: 'Non conventionné.',
  },
  thirdParty: { true: 'Pas d’avance de frais.', false: 'Le patient avance les frais.' },
  feeUnknown: 'Le cabinet ne l’a pas dit.',
  readReference: 'Référence',
  spell: (reference: string) => [...reference].join(' '),
  modalities: { AMB: 'au cabinet', HH: 'à domicile', VR: 'en téléconsultation' },
  worse: 'Si l’état s’aggrave avant le rendez-vous\u00a0: appelez le',
  worseEnd: ', n’attendez pas.',
  toExecuteTold: 'Un opérateur cherche et rappelle. La décision est dans sa liste.',
  triggeredTold: (time: string, caseRef: string) =>
    `Déclenché dans le logiciel de régulation à ${time}, dossier ${caseRef}. Rien n’est parti d’ici.`,
  recipientTold: (name: string) =>
    `${name} a accepté au téléphone. Rien n’est réservé sur la plateforme.`,
  recordedTold: 'La décision est notée. Rien n’est réservé.',
};

export type OrientationToldStrings = typeof orientationToldFr;
