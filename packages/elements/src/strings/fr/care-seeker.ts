import { errorsFr } from './errors.ts';

/** What `<sas-availability>` and `<sas-booking>` both say. */
export const careSeekerFr = {
  ...errorsFr,
  origin: 'Rendez-vous proposés par les cabinets. Ce n’est pas un avis médical.',
  independent: 'Projet indépendant, non publié par le ministère ni par l’ANS.',
  otherZone: (zone: string) => `Les heures sont celles du lieu de soins (${zone}), pas les vôtres.`,
  modalities: { AMB: 'Au cabinet', HH: 'À domicile', VR: 'En vidéo' },
};

export type CareSeekerStrings = typeof careSeekerFr;
