/** What dispatch software does (INT_L01): a link that opens the search on the patient's place. */
import { createSasClient } from '@sas-kit/client';
import { buildSearchLink, parseSearchLink } from '@sas-kit/fhir/link';
import { baseUrl, tokenOf } from './settings.ts';

// From the open file: the place, the specialty, the patient's own doctor. Never who the patient is.
const link = buildSearchLink(baseUrl, {
  origin: 'SAMU76',
  address: { streetNumber: '12 bis', streetName: 'rue des Galets', inseeCode: '76351' },
  specialty: { oid: '1.2.250.1.213.2.28', code: 'SM54' },
  practitioner: { rpps: '10999000010' },
});
// It carries a street and a doctor: open it in the operator's browser, and do not log it.
console.log(`${new URL(link).pathname} with ${[...new URL(link).searchParams.keys()].join(', ')}`);

// The other side: what the platform reads of it, and searches for the operator.
const { address, specialty, practitioner, practitionerError } = parseSearchLink(link);
if (address?.inseeCode == null) throw new Error('no place in the link: open the home page');
if (practitionerError !== null) console.log(`the own doctor cannot be read: ${practitionerError}`);

const client = createSasClient({ baseUrl, token: tokenOf('unscheduled-care-operator') });
const { items } = await client.availability.search({
  insee: address.inseeCode,
  ...(typeof specialty === 'object' && { specialty: specialty.code }),
  ...(practitioner !== null &&
    typeof practitioner === 'object' && { preferredPractitioner: `8${practitioner.rpps}` }),
  limit: 4,
});
for (const { practitioner, structure, state, slots } of items) {
  const who = practitioner ? `Dr ${practitioner.family}` : structure?.name;
  const shown = slots
    .slice(0, 3)
    .map(({ start, visibility }) => `${start} ${visibility.join('+')}`);
  console.log(`${who}: ${shown.join(', ') || state}`);
}
