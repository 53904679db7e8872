/** What is said of any failed call. */
export const failureFr = {
  retry: 'Réessayer',
  emergency: 'Urgence\u00a0:',
  otherNeed: 'Autre besoin de soins\u00a0:',
  asOf: (day: string) => `numéro connu le ${day}`,
};

/** Sentences for the codes that any element may meet. An element adds its own. */
export const errorsFr = {
  codes: {
    'origin-not-allowed': 'La recherche n’est pas ouverte sur ce site.',
    'rate-limited': 'Trop de demandes en peu de temps. Attendez une minute, puis réessayez.',
    'unknown-place': 'Nous ne trouvons pas ce lieu. Essayez avec le code postal.',
    'unknown-specialty': 'Nous ne connaissons pas cette spécialité.',
    connection: 'Le service ne répond pas. Vérifiez votre connexion, puis réessayez.',
    timeout: 'Le service met trop de temps à répondre. Réessayez.',
    unavailable: 'Le service ne répond pas pour le moment.',
  } as Record<string, string | undefined>,
  other: 'La demande n’a pas abouti. Réessayez, ou appelez le cabinet.',
  ...failureFr,
};

export type ErrorStrings = typeof errorsFr;
