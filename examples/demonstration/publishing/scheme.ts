/** Who takes people redirected from the emergency department of the demonstration. */
import type { CallOptions, SasClient } from '@sas-kit/client';
import { fictiveProfessional } from './national-id.ts';

/** National ids of the doctors. */
export const SCHEME: readonly string[] = [fictiveProfessional(2)];

/** Lets them join the scheme where they have said nothing yet. */
export async function joinScheme(
  { participation }: Pick<SasClient, 'participation'>,
  options: CallOptions = {},
): Promise<void> {
  for (const doctor of SCHEME) {
    const { changed } = await participation.practitioner(doctor, options);
    if (changed !== null) continue;
    const settings = { participates: false, redirectionScheme: true };
    await participation.replacePractitioner(doctor, settings, { ...options, ifMatch: '*' });
  }
}
