import { asObject, asObjects, asText, codingsOf, type Json } from '../json.ts';
import type { Report } from './rule.ts';

/** What an identifier must say besides its value. */
export interface ExpectedIdentifier {
  readonly system: string;
  readonly typeSystem: string;
  readonly type: string;
}

/** The first identifier of a resource, and the others' number. */
export function firstIdentifier(resource: Json): Json | null {
  return asObjects(resource['identifier'])[0] ?? null;
}

/** Value of an identifier, as it is. */
export function valueOf(identifier: Json | null): string {
  return asText(identifier?.['value']);
}

/** Reports what of system and type is not as expected. */
export function checkForm(
  identifier: Json,
  expected: ExpectedIdentifier,
  place: string,
  report: Report,
): void {
  const system = asText(identifier['system']);
  if (system !== expected.system) report(`${place}.system`, system);
  const type = asObject(identifier['type']);
  const [coding = {}] = codingsOf(type);
  const typed =
    asText(coding['system']) === expected.typeSystem && asText(coding['code']) === expected.type;
  if (!typed) report(`${place}.type`, asText(coding['code']));
}
