/** French texts of `<sas-pathway>`. */
export const pathwayFr = {
  heading: 'Votre parcours avec le SAS',
  intro: 'Le service d’accès aux soins (SAS) vous répond par téléphone, jour et nuit.',
  steps: {
    need: {
      title: 'Vous avez besoin d’un soin sans attendre',
      text: 'Avez-vous un médecin traitant\u00a0? Est-il joignable\u00a0? Appelez-le d’abord.',
    },
    call: {
      title: 'Vous appelez',
      text: 'Votre médecin n’est pas joignable, ou vous n’en avez pas.',
    },
    answer: {
      title: 'Un assistant vous répond',
      text: 'Il demande où vous êtes et ce qui se passe, puis transmet votre appel.',
    },
    doctor: { title: 'Un médecin décide avec vous' },
    outcome: { title: 'Il vous propose une réponse' },
  },
  or: 'ou',
  until: (date: string) => `jusqu’au ${date}`,
  streams: {
    emergency: {
      title: 'Médecin urgentiste',
      text: 'pour les urgences vitales',
    },
    general: {
      title: 'Médecin généraliste',
      text: 'pour les autres besoins de soins',
    },
  },
  rerouted: 'À tout moment, l’un peut passer l’appel à l’autre.',
  outcomes: [
    'Un conseil médical',
    'Une consultation, le plus souvent dans les 48 heures',
    'Un service d’urgences',
    'Une ambulance',
    'Une équipe du SMUR',
    'Une autre équipe de secours',
  ],
  worse: 'Si l’état s’aggrave\u00a0: 15, n’attendez pas.',
  noAdvice: 'Ce schéma explique le parcours. Ce n’est pas un avis médical.',
  independent: 'Projet indépendant, non publié par le ministère ni par l’ANS.',
};

export type PathwayStrings = typeof pathwayFr;
