const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;

/**
 * Whether a text may be the id of a resource.
 *
 * Source: FHIR R4, datatype `id`.
 */
export function isFhirId(text: unknown): text is string {
  return typeof text === 'string' && FHIR_ID.test(text);
}

/** 64 bits of FNV-1a, hexadecimal. Spreads names, guards nothing. */
function hash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < text.length; index++) {
    low = (low ^ text.charCodeAt(index)) >>> 0;
    // Times the prime 2^40 + 0x1b3, in two halves of 32 bits.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
  return hex(high) + hex(low);
}

/**
 * The id of the resource made from a vendor's record: its own where FHIR allows it (letters, digits, `-`
 * and `.`, at most 64), else a readable start and a hash. Always the same for the same record.
 *
 * Source: FHIR R4, datatype `id`.
 */
export function fhirId(id: string): string {
  if (FHIR_ID.test(id)) return id;
  const start = id.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 24);
  return `${start}-${hash(id)}`.replace(/^-+/, '');
}

/** The id of what joins two records: a practitioner at a place. */
export function fhirPairId(first: string, second: string): string {
  const id = `${first}.${second}`;
  // A dot inside would let two pairs share one id.
  if (FHIR_ID.test(id) && id.indexOf('.') === id.lastIndexOf('.')) return id;
  return `pair-${hash(JSON.stringify([first, second]))}`;
}
