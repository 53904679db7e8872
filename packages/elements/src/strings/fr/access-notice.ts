import { errorsFr } from './errors.ts';

/** French texts of `<sas-access-notice>`. */
export const accessNoticeFr = {
  ...errorsFr,
  codes: {
    ...errorsFr.codes,
    'not-found': 'Les consignes d’accès ne sont pas à leur adresse.',
    'invalid-response': 'Les consignes d’accès ne sont pas lisibles.',
    'other-site': 'Les consignes d’accès ne sont pas sur ce site.',
  } as Record<string, string | undefined>,
  other: 'La demande n’a pas abouti. Réessayez.',
  heading: 'Venir aux urgences',
  loading: 'Lecture des consignes d’accès…',
  regulated: 'Appelez avant de venir',
  regulatedHow: 'Les urgences reçoivent après un appel. Appelez le',
  regulatedWho: 'Un professionnel vous répond et vous oriente.',
  open: 'Accès libre',
  openHow: 'Vous pouvez venir sans appeler. Un doute\u00a0? Appelez le',
  upcoming: 'À venir',
  period: (from: string, to: string) => `Du ${from} au ${to}.`,
  day: (day: string, from: string, to: string) => `Le ${day}, de ${from} à ${to}.`,
  since: (from: string) => `Depuis le ${from}.`,
  starting: (from: string) => `À partir du ${from}.`,
  until: (to: string) => `Jusqu’au ${to}.`,
  openEnded: 'Sans date de fin.',
  moment: (day: string, time: string) => `${day}, ${time}`,
  zone: (zone: string) => `Les heures sont celles du lieu (${zone}), pas les vôtres.`,
  source: 'Source\u00a0:',
  none: 'Aucune consigne particulière n’est connue pour le moment. Un doute\u00a0? Appelez le',
  unreadable: 'Une partie des consignes n’a pas pu être lue. Avant de venir, appelez le',
};

export type AccessNoticeStrings = typeof accessNoticeFr;
