import { plain } from './plain.ts';

const names = [
  'Auvergne-Rhône-Alpes',
  'Bourgogne-Franche-Comté',
  'Bretagne',
  'Centre-Val de Loire',
  'Corse',
  'Grand Est',
  'Guadeloupe',
  'Guyane',
  'Hauts-de-France',
  'Île-de-France',
  'La Réunion',
  'Martinique',
  'Mayotte',
  'Normandie',
  'Nouvelle-Aquitaine',
  'Occitanie',
  'Pays de la Loire',
  'Provence-Alpes-Côte d’Azur',
];

const byKey = new Map(names.map((name) => [plain(name), name]));

/** The name of a region however it was typed: `auvergne rhone alpes`. Other texts as they are. */
export function regionName(text: string): string {
  return byKey.get(plain(text)) ?? text;
}
