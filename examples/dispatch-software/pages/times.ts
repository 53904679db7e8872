import { html, type SafeHtml } from '@remix-run/html-template';

const timeZone = 'Europe/Paris';
const day = new Intl.DateTimeFormat('fr', {
  timeZone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const clock = new Intl.DateTimeFormat('fr', { timeZone, hour: 'numeric', minute: '2-digit' });

/** `9 h 20`, on the hour `9 h`, at the centre: Paris. */
export function clockTime(instant: Date | string): string {
  const parts = clock.formatToParts(new Date(instant));
  const numberOf = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value);
  const minutes = numberOf('minute');
  const hour = `${numberOf('hour')}\u00a0h`;
  return minutes === 0 ? hour : `${hour}\u00a0${String(minutes).padStart(2, '0')}`;
}

/** `mardi 24 novembre à 9 h 20`, the first of a month `1er` */
function dayAndTime(instant: Date | string): string {
  const date = day.format(new Date(instant)).replace(/\b1 /, '1er ');
  return `${date} à ${clockTime(instant)}`;
}

const tagged = (instant: Date | string, text: string): SafeHtml =>
  html`<time datetime="${new Date(instant).toISOString()}">${text}</time>`;

/** The time of day of an instant, in a `time` element. */
export const timeOf = (instant: Date | string): SafeHtml => tagged(instant, clockTime(instant));

/** Day and time of day of an instant, in a `time` element. */
export const momentOf = (instant: Date | string): SafeHtml => tagged(instant, dayAndTime(instant));
