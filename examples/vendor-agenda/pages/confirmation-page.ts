import { html } from '@remix-run/html-template';
import type { Booking } from '../store/bookings.ts';
import { type Desk, ownerOfSlot, placeOf } from './desk.ts';
import { type Page } from './layout.ts';
import { notFoundPage } from './error-page.ts';
import { phoneLine } from './phone.ts';
import { whenOf } from './slot-parts.ts';
import { addressOf } from './words.ts';

/** What a regulator tells the patient. No patient in it. */
export function confirmationPage({ program }: Desk, booking: Booking): Page {
  const slot = program.store.slots.find(booking.slot);
  if (slot === null) return notFoundPage();
  const owner = ownerOfSlot(program, slot);
  const { room, timeZone } = placeOf(program, slot);
  const live = booking.cancelledAt === null;
  const title = live ? 'Rendez-vous pris' : 'Rendez-vous annulé';
  return {
    title,
    outside: true,
    body: html`<div class="heading">
        <h1 tabindex="-1" autofocus>${title}</h1>
        <p>
          Référence à donner au patient&nbsp;:
          <strong class="reference">${booking.reference}</strong>
        </p>
      </div>
      <section class="panel">
        <h2>${whenOf(slot, timeZone)}</h2>
        <p>${owner?.name}</p>
        ${room && html`<p>${addressOf(room)}</p>`} ${phoneLine(program, owner, slot)}
      </section>
      ${
        live
          ? html`<p>
              <strong
                >Si l’état s’aggrave avant le rendez-vous&nbsp;: <a href="tel:15">15</a>, n’attendez
                pas.</strong
              >
            </p>`
          : null
      }`,
  };
}
