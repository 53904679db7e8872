import { isSlotTaken, type Appointment, type SasClient } from '@sas-kit/client';

/** What is tested: books the next free slot of a commune; whoever is slower takes the one after it. */
export async function bookNext(client: SasClient, insee: string): Promise<Appointment> {
  const { items } = await client.availability.search({ insee, order: 'earliest' });
  for (const { id: slotId } of items.flatMap(({ slots }) => slots)) {
    try {
      return await client.appointments.book({ slotId });
    } catch (error) {
      if (!isSlotTaken(error)) throw error;
    }
  }
  throw new Error('nothing is free');
}
