import type { PlaceRecord } from '../world.ts';

function commune(
  insee: string,
  label: string,
  postcodes: readonly string[],
  [lat, lon]: readonly [number, number],
  [radiusKm, enlargeKm]: readonly [number, number] = [10, 5],
): PlaceRecord {
  const department = insee.slice(0, 2);
  return {
    kind: 'commune',
    insee,
    department,
    label,
    postcodes,
    lat,
    lon,
    radiusKm,
    enlargeKm,
  };
}

function department(
  code: string,
  label: string,
  [lat, lon]: readonly [number, number],
  [radiusKm, enlargeKm]: readonly [number, number],
): PlaceRecord {
  const place = { insee: null, department: code, label, postcodes: [], lat, lon };
  return { kind: 'department', ...place, radiusKm, enlargeKm };
}

const parisian = [5, 3] as const;
const alpine = [20, 10] as const;
const postcodes = Array.from({ length: 20 }, (_, index) => String(75_001 + index));

/** Largest first: real communes, in which nobody real practises. */
export const PLACES: readonly PlaceRecord[] = [
  commune('75056', 'Paris', postcodes, [48.8534, 2.3488], parisian),
  department('75', 'Paris', [48.8534, 2.3488], [14, 3]),
  department('76', 'Seine-Maritime', [49.5239, 0.7882], [112, 5]),
  department('73', 'Savoie', [45.5858, 6.0959], [112, 10]),
  commune('75120', 'Paris 20e Arrondissement', ['75020'], [48.8632, 2.4008], parisian),
  commune('76351', 'Le Havre', ['76600', '76610', '76620'], [49.4938, 0.1077]),
  commune('75111', 'Paris 11e Arrondissement', ['75011'], [48.8594, 2.3787], parisian),
  commune('75112', 'Paris 12e Arrondissement', ['75012'], [48.8405, 2.396], parisian),
  commune('73065', 'Chambéry', ['73000'], [45.5663, 5.9208], alpine),
  commune('73011', 'Albertville', ['73200'], [45.6745, 6.3906], alpine),
  commune('76259', 'Fécamp', ['76400'], [49.7579, 0.3746]),
  commune('76447', 'Montivilliers', ['76290'], [49.5452, 0.1877]),
  commune('76305', "Gonfreville-l'Orcher", ['76700'], [49.505, 0.234]),
  commune('76341', 'Harfleur', ['76700'], [49.5066, 0.1983]),
  commune('76552', 'Sainte-Adresse', ['76310'], [49.5089, 0.0845]),
  commune('76254', 'Étretat', ['76790'], [49.7067, 0.2052]),
];
