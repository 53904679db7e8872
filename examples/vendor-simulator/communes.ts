/** A commune in which people practise. */
export interface Commune {
  readonly city: string;
  /** INSEE code. */
  readonly insee: string;
  readonly postalCode: string;
  readonly lat: number;
  readonly lon: number;
  /** Its share of all practitioners, in any unit: a percentage, a population. */
  readonly weight: number;
}

const commune = (
  city: string,
  insee: string,
  postalCode: string,
  lat: number,
  lon: number,
  weight: number,
): Commune => ({ city, insee, postalCode, lat, lon, weight });

/** The communes of the demonstration, weights in per cent. */
export const DEMONSTRATION: readonly Commune[] = [
  commune('Le Havre', '76351', '76600', 49.4938, 0.1077, 12),
  commune('Fécamp', '76259', '76400', 49.7579, 0.3746, 4),
  commune('Montivilliers', '76447', '76290', 49.5452, 0.1877, 4),
  commune('Paris', '75056', '75011', 48.8566, 2.3522, 24),
  commune('Lyon', '69123', '69003', 45.7485, 4.8467, 16),
  commune('Villeurbanne', '69266', '69100', 45.766, 4.8795, 8),
  commune('Grenoble', '38185', '38000', 45.1787, 5.7148, 8),
  commune('Chambéry', '73065', '73000', 45.5663, 5.9208, 6),
  commune('Saint-Étienne', '42218', '42000', 45.4339, 4.39, 8),
  commune('Clermont-Ferrand', '63113', '63000', 45.7797, 3.0868, 8),
  commune('Saint-Denis', '97411', '97400', -20.8789, 55.4481, 2),
];

const cumulated = new WeakMap<readonly Commune[], Float64Array>();

/** The weight of all communes up to each of them. */
function weightsOf(communes: readonly Commune[]): Float64Array {
  let weights = cumulated.get(communes);
  if (weights === undefined) {
    let total = 0;
    weights = Float64Array.from(communes, ({ weight }) => (total += weight));
    cumulated.set(communes, weights);
  }
  return weights;
}

/** The commune that a number from 0 up to 1 draws, each by its weight. */
export function drawCommune(communes: readonly Commune[], drawn: number): Commune {
  const weights = weightsOf(communes);
  const wanted = drawn * weights[weights.length - 1]!;
  let low = 0;
  for (let high = weights.length - 1; low < high;) {
    const middle = (low + high) >> 1;
    if (weights[middle]! <= wanted) low = middle + 1;
    else high = middle;
  }
  return communes[low]!;
}
