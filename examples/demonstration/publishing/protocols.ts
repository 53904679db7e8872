/** The demonstration's protocols: one of each purpose, fictional, not validated by anybody. */
import type { CallOptions, ProtocolRequest, SasClient } from '@sas-kit/client';

const NOTICE = 'Texte de démonstration, non validé';
const fictional = {
  territory: 'le-havre-fecamp',
  source: NOTICE,
  validFrom: '2024-06-14',
} as const;

export const PROTOCOLS: readonly ProtocolRequest[] = [
  {
    ...fictional,
    purpose: 'regulation',
    title: 'Consultation non programmée sans attendre le médecin (démonstration)',
    outcomes: ['unscheduled-consultation'],
    roles: ['unscheduled-care-operator', 'call-taker'],
    text: `${NOTICE}.\nIci, les deux porteurs du SAS décrivent les situations dans lesquelles un opérateur cherche un rendez-vous sans décision individuelle du médecin. Au moindre doute, le médecin régulateur décide.`,
  },
  {
    ...fictional,
    purpose: 'redirection',
    title: 'Réorientation à l’accueil des urgences (démonstration)',
    outcomes: ['unscheduled-consultation', 'emergency-department'],
    roles: ['triage-nurse'],
    text: `${NOTICE}.\nIci, l’hôpital et la médecine de ville décrivent qui peut être réorienté, après quelle évaluation, avec quelles consignes. Au moindre doute, la personne reste aux urgences ou le médecin décide.`,
  },
];

/** Those who sign: a lead for each holder of the territory. */
export interface Leads {
  hospital: SasClient;
  ambulatory: SasClient;
}

/**
 * Writes and signs them where the territory has no protocol at all.
 *
 * @returns how many.
 */
export async function publishProtocols(
  { hospital, ambulatory }: Leads,
  options: CallOptions = {},
): Promise<number> {
  const { territory } = fictional;
  const { items } = await hospital.protocols.list({ territory, limit: 1 }, options);
  if (items.length > 0) return 0;
  for (const protocol of PROTOCOLS) {
    const { id } = await hospital.protocols.create(protocol, options);
    await hospital.protocols.sign(id, { holder: 'hospital' }, options);
    await ambulatory.protocols.sign(id, { holder: 'ambulatory' }, options);
  }
  return PROTOCOLS.length;
}
