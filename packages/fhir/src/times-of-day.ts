/**
 * A time as FHIR wants it, `HH:MM:SS`, from `08:00`, `8h`, `8h30`. FHIR knows no 24:00: the end of the
 * day is its last second.
 */
export function mendTime(text: string): string | null {
  const parts = /^(\d{1,2})(?:[:hH](\d{2})?)?(?::(\d{2}))?$/.exec(text);
  if (parts === null) return null;
  const [hours, minutes, seconds] = [parts[1], parts[2] ?? '0', parts[3] ?? '0'].map(Number);
  if (hours === 24 && minutes === 0 && seconds === 0) return '23:59:59';
  if (hours! > 23 || minutes! > 59 || seconds! > 59) return null;
  return [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
}
