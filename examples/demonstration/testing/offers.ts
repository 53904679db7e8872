import {
  type Card,
  createSasClient,
  type PublicCard,
  type SasClient,
  type Slot,
} from '@sas-kit/client';
import type { CredentialsFile } from '@sas-kit/platform';

/** A running demonstration, in this process or in another. */
export interface Reachable {
  address: string;
  credentials: CredentialsFile;
}

/** A client of a web visitor. */
export function visitor({ address, credentials }: Reachable): SasClient {
  return createSasClient({ baseUrl: address, key: credentials.publishableKey });
}

/** A client of a role. */
export function caller({ address, credentials }: Reachable, role: string): SasClient {
  return createSasClient({ baseUrl: address, token: credentials.tokens[role] });
}

/** What a client finds around Le Havre in the next 48 h, with the platform's own defaults. */
export async function cardsAround(
  client: SasClient,
  query: { insee?: string; specialty?: string; slotsPerCard?: number } = {},
): Promise<(PublicCard | Card)[]> {
  const wanted = { insee: '76351', specialty: 'SM54', ...query };
  return (await client.availability.search(wanted)).items;
}

/** Every slot of the cards. */
export function slotsOf(cards: readonly (PublicCard | Card)[]): Slot[] {
  return cards.flatMap(({ slots }) => slots as Slot[]);
}

/** Slots that are booked here in one step: those of vendors are not. */
export function bookable(cards: readonly (PublicCard | Card)[]): Slot[] {
  return slotsOf(cards).filter(
    ({ booking, capacity, source }) =>
      booking === 'ROUTINE' && capacity === 1 && source?.kind !== 'editor',
  );
}

/** The card of a doctor. */
export function cardOf<C extends PublicCard | Card>(cards: readonly C[], family: string): C {
  const card = cards.find(({ practitioner }) => practitioner?.family === family);
  if (card === undefined) throw new Error(`no card of ${family}`);
  return card;
}
