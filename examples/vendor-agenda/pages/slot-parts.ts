import { html, type SafeHtml } from '@remix-run/html-template';
import type { Opening } from '../store/slots.ts';
import { type Desk, placeOf, slotPath } from './desk.ts';
import { clockTime, longDay } from './times.ts';
import { addressOf, bookingOf, modalitiesOf, stateOf } from './words.ts';

/** `9 h 20 – 9 h 35`; a range without appointment is told as such. */
export function timesOf({ start, end }: Opening, timeZone: string): string {
  return `${clockTime(start, timeZone)} – ${clockTime(end, timeZone)}`;
}

/** `lundi 23 novembre, 9 h 20 – 9 h 35` */
export const whenOf = (slot: Opening, timeZone: string): string =>
  `${longDay(slot.start, timeZone)}, ${timesOf(slot, timeZone)}`;

async function sasTag({ connector, program }: Desk, slot: Opening): Promise<SafeHtml | null> {
  if (slot.start <= program.now()) return null;
  const { sent } = await connector.explain(slot.id);
  return html`<span class="tag ${sent ? 'sent' : 'kept'}">${sent ? 'SAS' : 'pas au SAS'}</span>`;
}

/** A slot in the view of seven days: a link. */
export async function slotLine(desk: Desk, slot: Opening): Promise<SafeHtml> {
  const { timeZone } = placeOf(desk.program, slot);
  const { kind, label } = stateOf(slot, desk.program.now());
  return html`<li>
    <a class="slot ${kind}" href="${slotPath(slot)}">
      <strong>${timesOf(slot, timeZone)}</strong>
      <span>${label}</span>
      ${await sasTag(desk, slot)}
    </a>
  </li>`;
}

/** A slot in the view of one day, with what can be done. */
export async function slotRow(desk: Desk, slot: Opening): Promise<SafeHtml> {
  const { room, timeZone } = placeOf(desk.program, slot);
  const { kind, label } = stateOf(slot, desk.program.now());
  const times = timesOf(slot, timeZone);
  const details = [room && addressOf(room), modalitiesOf(slot), bookingOf(slot), ...slot.reasons];
  return html`<li class="slot ${kind}">
    <div>
      <h3><a href="${slotPath(slot)}">${times}</a></h3>
      <p><strong>${label}</strong> ${await sasTag(desk, slot)}</p>
      <p class="quiet">${details.filter(Boolean).join(' · ')}</p>
    </div>
    <div class="actions">${actions(desk, slot, times)}</div>
  </li>`;
}

/** Buttons of a slot that does not lie behind. */
export function actions({ program }: Desk, slot: Opening, times: string): SafeHtml | null {
  if (slot.start <= program.now()) return null;
  const { busy, booked, capacity, walkIn } = slot;
  const path = slotPath(slot);
  const hidden = html`<span class="hidden"> ${times}</span>`;
  return html`${
    !busy && !walkIn && booked < capacity
      ? html`<form method="post" action="${path}/reserver">
          <button>Réserver${hidden}</button>
        </form>`
      : null
  }
  ${
    booked >= capacity
      ? null
      : html`<form method="post" action="${path}/etat">
          <button class="second" name="etat" value="${busy ? 'libre' : 'indisponible'}">
            ${busy ? 'Libérer' : 'Mettre de côté'}${hidden}
          </button>
        </form>`
  }`;
}
