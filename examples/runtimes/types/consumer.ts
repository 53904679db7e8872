/** A program of an integrator, for the compiler alone: what it may write, and what it may not. */
import { createSasClient, isSlotTaken, responseInfo, type Appointment } from '@sas-kit/client';
import { availabilityResource, type AvailabilityQuery } from '@sas-kit/client/availability';
import { isRateLimited } from '@sas-kit/client/errors';
import { eachItem } from '@sas-kit/client/pages';
import { createTransport } from '@sas-kit/client/transport';

const client = createSasClient({ baseUrl: 'https://sas.example', key: 'pk_1' });

export async function book(slotId: string, holdId: string): Promise<Appointment> {
  try {
    const contact = { name: 'Personne Fictive', phone: '06 39 98 00 01' };
    const appointment = await client.appointments.book({ slotId, holdId, contact });
    const status: number | undefined = responseInfo(appointment)?.status;
    return status === 201 ? appointment : await client.appointments.get(appointment.id);
  } catch (error) {
    if (isSlotTaken(error)) throw new Error(error.alternatives.map(({ start }) => start).join());
    if (isRateLimited(error)) throw new Error(`${error.retryAfterSeconds ?? 0} s`);
    throw error;
  }
}

const availability = availabilityResource(createTransport({ baseUrl: '', key: 'pk_1' }));

export async function* cards(insee: string): AsyncGenerator<string> {
  const query: AvailabilityQuery = { insee, specialty: 'SM54' };
  const list = (asked: AvailabilityQuery) => availability.search(asked);
  for await (const { id } of eachItem(list, query)) yield id;
}

// @ts-expect-error a slot is told by its id
await client.holds.create({ slot: '1' });
// @ts-expect-error an edit tells what it has read
await client.schedules.update('1', { name: 'A' }, {});
// @ts-expect-error there is no such operation
await client.request('GET', '/v1/appointment');
