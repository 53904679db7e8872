/** French texts of `<sas-orientation>`: the ways to a destination besides the slots of the search. */
export const orientationWaysFr = {
  waysTitles: {
    overbooking: 'Hors créneaux\u00a0: qui appeler\u00a0?',
    structures: 'SOS Médecins, CPTS, maisons et centres de santé',
  },
  notRead: 'La liste n’a pas pu être lue. Revenez, puis réessayez.',
  nobody: 'Personne à appeler ici.',
  within: (km: number) => `jusqu’à ${km}\u00a0km`,
  noPhone: 'Son numéro n’est pas connu ici.',
  besideDate: 'Jour',
  besideTime: 'Heure',
  choose: 'Choisir…',
};

export type OrientationWaysStrings = typeof orientationWaysFr;
