import type { TestPlatform } from './test-platform.ts';

/** A fictional practice in Le Havre; the caller's own where `as` is a practitioner. */
export function practice(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    practitioner: {
      nationalId: '810999900018',
      family: 'AUBRY',
      given: 'Camille',
      specialties: ['SM54'],
    },
    structure: { kind: 'practice', name: 'Cabinet de démonstration', nationalId: '1760000001' },
    location: {
      line: '12 rue des Galets',
      postcode: '76600',
      city: 'Le Havre',
      insee: '76351',
      lat: 49.4938,
      lon: 0.1077,
      phone: '02 61 91 10 20',
    },
    publicDisplay: true,
    ...overrides,
  };
}

/** Opens an agenda; answers its id. */
export async function openAgenda(
  platform: TestPlatform,
  overrides: Record<string, unknown> = {},
  as = 'editor',
): Promise<string> {
  const { status, body } = await platform.call('POST', '/v1/schedules', {
    as,
    body: practice(overrides),
  });
  if (status !== 201) throw new Error(`agenda not opened: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}

/** A slot to push or add, `minutes` from an instant. */
export function slotAt(
  start: string,
  overrides: Record<string, unknown> = {},
  minutes = 20,
): Record<string, unknown> {
  const end = new Date(new Date(start).getTime() + minutes * 60_000).toISOString();
  return {
    start,
    end,
    modalities: ['AMB'],
    visibility: ['PUBLIC'],
    publicDisplay: true,
    ...overrides,
  };
}

/** Adds a one-off slot; answers its id. */
export async function addSlot(
  platform: TestPlatform,
  scheduleId: string,
  slot: Record<string, unknown>,
  as = 'editor',
): Promise<string> {
  const { status, body } = await platform.call('POST', `/v1/schedules/${scheduleId}/slots`, {
    as,
    body: slot,
  });
  if (status !== 201) throw new Error(`slot not added: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}
