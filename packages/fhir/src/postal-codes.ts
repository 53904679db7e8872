/**
 * The postal code that a practice meant: `76 600`, `F-76600`, `1000` whose leading zero a spreadsheet
 * ate.
 *
 * @returns five digits, or null.
 */
export function mendPostalCode(text: string): string | null {
  const code = text.replace(/[\s.]/g, '').replace(/^F(?:R)?-?/i, '');
  if (/^\d{5}$/.test(code)) return code;
  return /^[1-9]\d{3}$/.test(code) ? `0${code}` : null;
}
