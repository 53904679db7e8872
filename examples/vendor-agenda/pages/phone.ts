import { html, type SafeHtml } from '@remix-run/html-template';
import { formatPhone, parsePhone, type Phone, telUri } from '@sas-kit/fhir';
import type { Program } from '../program.ts';
import type { Opening } from '../store/slots.ts';
import { type AgendaOwner, placeOf } from './desk.ts';

/** The number to call about a slot, however it was typed; null where there is none. */
function phoneOf(program: Program, owner: AgendaOwner | null, slot: Opening | null): Phone | null {
  const room = slot === null ? (owner?.site ?? null) : placeOf(program, slot).room;
  const typed = [room?.phone, owner?.person?.phone];
  for (const text of typed) {
    const phone = text ? parsePhone(text, room?.postalCode) : null;
    if (phone !== null) return phone;
  }
  return null;
}

/** How to reach the practice; the 15 where no number is known. */
export function phoneLine(
  program: Program,
  owner: AgendaOwner | null,
  slot: Opening | null,
): SafeHtml {
  const phone = phoneOf(program, owner, slot);
  if (phone === null) {
    return html`<p>
      Le numéro du cabinet n’est pas connu ici. Urgence&nbsp;: <a href="tel:15">15</a>.
    </p>`;
  }
  return html`<p>
    Téléphone du cabinet&nbsp;: <a href="${telUri(phone)}">${formatPhone(phone)}</a>
  </p>`;
}
