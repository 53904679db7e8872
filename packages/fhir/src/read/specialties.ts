import { CODE_SYSTEMS } from '../codes.ts';
import { asObjects, asText, codingsOf } from '../json.ts';
import { isSpecialtyCode } from '../specialties.ts';
import type { ReadNotes } from './notes.ts';

/**
 * Specialties as the model holds them: `SM54`, `system|code` of another system, or text. The SAS takes
 * all three (guide, PS page, "Spécialités").
 */
export function readSpecialties(value: unknown, notes: ReadNotes, place: string): string[] {
  const read = new Set<string>();
  for (const [index, concept] of asObjects(value).entries()) {
    const codings = codingsOf(concept);
    const text = asText(concept['text']);
    if (codings.length === 0 && text !== '') read.add(text);
    for (const coding of codings) {
      const system = asText(coding['system']);
      const code = asText(coding['code']);
      if (code === '') {
        const label = asText(coding['display']) || text;
        if (label !== '') read.add(label);
      } else if (system === CODE_SYSTEMS.specialty) {
        read.add(code);
      } else if (isSpecialtyCode(code) && /R38|^$/.test(system)) {
        notes.add('read-code-system', `${place}[${index}].coding.system`, system);
        read.add(code);
      } else {
        read.add(system === '' ? text || code : `${system}|${code}`);
      }
    }
  }
  return [...read];
}
