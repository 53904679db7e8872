import { asObjects, asText, type Json } from '../json.ts';
import { parsePhone } from '../phones.ts';
import type { ReadNotes } from './notes.ts';

/**
 * The first telephone number of a resource, E.164, mended where a vendor sent another form; null when
 * there is none.
 */
export function readPhone(
  resource: Json,
  postalCode: string,
  place: string,
  notes: ReadNotes,
): string | null {
  for (const [index, telecom] of asObjects(resource['telecom']).entries()) {
    const system = asText(telecom['system']);
    if (system !== '' && system !== 'phone') continue;
    const text = asText(telecom['value']);
    if (text === '') continue;
    const phone = parsePhone(text, postalCode);
    if (phone?.kind === 'e164') {
      if (phone.value !== text) notes.add('read-phone', `${place}.telecom[${index}].value`, text);
      return phone.value;
    }
    notes.add('read-phone', `${place}.telecom[${index}].value`, text);
  }
  return null;
}
