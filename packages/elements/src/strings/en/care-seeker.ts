import type { CareSeekerStrings } from '../fr/care-seeker.ts';
import { errorsEn } from './errors.ts';

export const careSeekerEn: CareSeekerStrings = {
  ...errorsEn,
  origin: 'Appointments offered by the practices. This is not medical advice.',
  independent: 'Independent project, not published by the ministry nor by the ANS.',
  otherZone: (zone) => `Times are those of the place of care (${zone}), not yours.`,
  modalities: { AMB: 'At the practice', HH: 'At home', VR: 'By video' },
};
