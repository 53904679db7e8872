import { type Flow, writeCapabilityStatement } from '@sas-kit/fhir';
import { cancelsBookings } from './agenda.ts';
import type { Settings } from './options.ts';

/** Version of this package, as `software.version` tells it. */
export const VERSION = '0.1.0';

/** Day on which what the connector answers last changed. */
const CHANGED = '2026-11-22';

/** The body of `GET /metadata`: what this vendor's interface answers. */
export function metadataText({ agenda, regulators, baseUrl }: Settings): string {
  const flows: Flow[] = [];
  if (agenda.slotsOf !== undefined) flows.push('ps', 'cpts');
  if (agenda.slotsOfAssociations !== undefined) flows.push('sos');
  return JSON.stringify(
    writeCapabilityStatement({
      baseUrl,
      software: { name: 'SAS Kit connector', version: VERSION },
      date: CHANGED,
      flows,
      accounts: regulators !== null,
      booking: agenda.book !== undefined,
      cancelling: cancelsBookings(agenda),
    }),
  );
}
