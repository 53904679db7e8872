/**
 * What an integrator does first: finds a slot, keeps it while a form is filled in, books it, and is told
 * by a typed error when somebody was faster.
 *
 * @param sdk - what was imported of `@sas-kit/client`, in the way of this runtime
 * @param options - `baseUrl` and publishable `key` of a platform
 */
export async function firstSteps({ createSasClient, isSlotTaken }, { baseUrl, key }) {
  const client = createSasClient({ baseUrl, key });
  const { items } = await client.availability.search({ insee: '76351', specialty: 'SM54' });
  const slot = items
    .flatMap(({ slots }) => slots)
    .find(({ booking, capacity }) => booking === 'ROUTINE' && capacity === 1);

  const hold = await client.holds.create({ slotId: slot.id });
  const contact = { name: 'Personne Fictive', phone: '06 39 98 00 01' };
  const appointment = await client.appointments.book({
    slotId: slot.id,
    holdId: hold.id,
    contact,
  });

  const refusal = await client.holds.create({ slotId: slot.id }).catch((error) => error);
  return {
    slot: slot.id,
    status: appointment.status,
    refused: isSlotTaken(refusal) ? refusal.code : String(refusal),
    alternatives: refusal.alternatives?.length ?? 0,
  };
}
