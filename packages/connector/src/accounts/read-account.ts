import { readRegulator, type Regulator } from '@sas-kit/fhir';
import { refuse } from '../http/refusal.ts';
import { normalId } from './criterion.ts';

/** Longest name, identifier or e-mail address, in characters. */
const LONGEST = 254;

/**
 * Reads the account in a request (INT_R02). Its form must be a Practitioner (400); identifier, active,
 * family and given name and e-mail address must be there and agree (422).
 */
export function readAccount(body: Readonly<Record<string, unknown>>): Regulator {
  if (body.resourceType !== 'Practitioner') {
    throw refuse.badBody('Une ressource Practitioner est attendue', 'Expected a Practitioner');
  }
  const { regulator, findings } = readRegulator(body);
  if (regulator === null) throw refuse.findings(findings);
  const { identifier, family, given, email } = regulator;
  const broken = Object.entries({ identifier: identifier.value, family, given, email }).filter(
    ([name, value]) => value.length > LONGEST || (name === 'email' && /\s/.test(value)),
  );
  if (broken.length > 0) {
    throw refuse.rules(
      broken.map(([name]) => ({
        code: 'value',
        text: { fr: `Valeur inacceptable : ${name}`, en: `Unacceptable value: ${name}` },
      })),
    );
  }
  return { ...regulator, identifier: normalId(identifier) };
}
