/** A French telephone number, national or international, without separators. */
const PHONE = /^(?:0|(?:00)?33)[1-9]\d{8}$/;

/** A national security number (NIR) without separators: sex, year, month, commune, order, and its key. */
const NIR = /^([1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6})(\d{2})$/i;

/** The same without its key: bare it is a number like any other, in its groups it is not. */
const GROUPED_NIR = /^[1-478]\D\d{2}\D(?:0[1-9]|1[0-2]|[2-9]\d)\D(?:\d{2}|2[AB])\D\d{3}\D\d{3}$/i;

/** What people write between the digits of a number, of what an opaque reference may hold. */
const SEPARATORS = /[\s._/:+-]/g;

/**
 * Whether an opaque reference is, or carries, a number that tells who somebody is: a French telephone
 * number or a NIR, however it is written.
 */
export function tellsWho(reference: string): boolean {
  // Whole, and each part of what reads like `tel:06.39.98.00.01`.
  return [reference, ...reference.split(/[:/]/)].some((part) => {
    const digits = part.replaceAll(SEPARATORS, '');
    return PHONE.test(digits) || GROUPED_NIR.test(part) || isNir(digits);
  });
}

function isNir(digits: string): boolean {
  const [, number, key] = NIR.exec(digits) ?? [];
  if (number === undefined) return false;
  // Corsica's departments count as 19 and 18.
  const plain = number.toUpperCase().replace('2A', '19').replace('2B', '18');
  return 97n - (BigInt(plain) % 97n) === BigInt(key!);
}
