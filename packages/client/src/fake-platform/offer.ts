import type { Offer } from './world.ts';

/** What a slot or a rule offers, with what the contract fills in. */
export function offerOf(
  request: Pick<Offer, 'modalities' | 'visibility'> & { [K in keyof Offer]?: Offer[K] | undefined },
): Offer {
  return {
    modalities: [...new Set(request.modalities)],
    visibility: [...new Set(request.visibility)],
    booking: request.booking ?? 'ROUTINE',
    capacity: request.capacity ?? 1,
    communities: request.communities ?? [],
    publicDisplay: request.publicDisplay ?? false,
  };
}
