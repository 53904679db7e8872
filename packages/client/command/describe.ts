import type { SasWebhookEvent } from '@sas-kit/client/webhooks';

const time = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'medium' });

/** `2026-11-23T09:20:00+01:00` as `23/11 09:20`, on the clocks of its place. */
function placeTime(instant: string): string {
  const [, month, day, clock] = /^\d{4}-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(instant) ?? [];
  return `${day}/${month} ${clock}`;
}

/** An event in one line. */
export function describe(event: SasWebhookEvent, now: Date): string {
  const type = event.type === 'unknown' ? event.originalType : event.type;
  return `${time.format(now)}  ${type.padEnd(23)}  ${about(event)}`.trimEnd();
}

function about(event: SasWebhookEvent): string {
  if (event.type === 'unknown') return event.subject;
  if (event.type === 'webhook.test') return '';
  if ('appointment' in event.data) {
    const { reference, start, status } = event.data.appointment;
    return `${reference}  ${placeTime(start)}  ${status}`;
  }
  const { slots } = event.data;
  const first = slots[0]!;
  const more = slots.length > 1 ? `  and ${slots.length - 1} more` : '';
  return `${placeTime(first.start)}  ${first.status}${more}`;
}
