import { writeCapabilityStatement } from '@sas-kit/fhir';
import { contract } from '../http/contract.ts';

/** Day on which what this interface answers last changed. */
const CHANGED = '2026-11-22';

/** The body of `GET /fhir/metadata`. @param home public address of the platform. */
export function metadataText(home: string): string {
  return JSON.stringify(
    writeCapabilityStatement({
      baseUrl: `${home}/fhir`,
      software: { name: 'SAS Kit platform', version: contract.info.version },
      date: CHANGED,
      flows: ['ps', 'cpts', 'sos'],
      appointments: ['ps', 'sos'],
    }),
  );
}
