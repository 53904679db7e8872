import { html, type SafeHtml } from '@remix-run/html-template';
import type { Booking } from '../store/bookings.ts';
import type { Opening } from '../store/slots.ts';
import { checkbox } from './agenda-page.ts';
import { type Desk, ownerOfSlot, placeOf, slotPath } from './desk.ts';
import { explanation } from './explanation.ts';
import type { Page } from './layout.ts';
import { actions, timesOf, whenOf } from './slot-parts.ts';
import { dayOf } from './times.ts';
import {
  addressOf,
  AUDIENCES,
  bookingOf,
  modalitiesOf,
  nameOf,
  stateOf,
  visibilityOf,
} from './words.ts';

/** One slot: what it is, who took it, who gets it, and why it is or is not sent to SAS. */
export async function slotPage(desk: Desk, slot: Opening, notice: unknown): Promise<Page> {
  const { program } = desk;
  const { timeZone } = placeOf(program, slot);
  const owner = ownerOfSlot(program, slot);
  const when = whenOf(slot, timeZone);
  const day = dayOf(slot.start, timeZone);
  return {
    title: owner === null ? when : `${when}, ${owner.name}`,
    menu: '/agenda',
    notice,
    body: html`<div class="heading">
        ${owner && html`<p><a href="${owner.path}?vue=jour&amp;jour=${day}">Agenda de ${owner.name}</a></p>`}
        <h1>${when}</h1>
        <p><strong>${stateOf(slot, program.now()).label}</strong></p>
      </div>
      <div class="actions">${actions(desk, slot, timesOf(slot, timeZone))}</div>
      ${bookings(desk, slot)} ${facts(desk, slot)} ${await explanation(desk, slot)} ${sharing(slot)}`,
  };
}

function facts({ program }: Desk, slot: Opening): SafeHtml {
  const { room } = placeOf(program, slot);
  const communities = program.store.people
    .communities()
    .filter(({ id }) => slot.communities.includes(id));
  const lines: readonly (readonly [string, string])[] = [
    ['Lieu', room === null ? 'inconnu de l’agenda' : addressOf(room)],
    ['Consultation', modalitiesOf(slot)],
    ['Prise de rendez-vous', bookingOf(slot)],
    ['Type', visibilityOf(slot)],
    ['CPTS', communities.map(({ name, number }) => name || number).join(', ')],
    ['Motifs', slot.reasons.join(', ')],
    ['Places', slot.capacity > 1 ? String(slot.capacity) : ''],
  ];
  const filled = lines.filter(([, value]) => value !== '');
  return html`<section class="panel">
    <h2>Le créneau</h2>
    <dl>
      ${filled.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function bookings({ program }: Desk, slot: Opening): SafeHtml | null {
  const taken = program.store.bookings.of(slot.id);
  if (taken.length === 0) return null;
  return html`<section class="panel">
    <h2>Rendez-vous</h2>
    <ul class="plain">
      ${taken.map((booking) => bookingLine(program, slot, booking))}
    </ul>
  </section>`;
}

function bookingLine({ store }: Desk['program'], slot: Opening, booking: Booking): SafeHtml {
  const bySas = booking.regulator !== '';
  const regulator = bySas ? store.accounts.find(booking.regulator) : null;
  const desk = bySas ? 'la régulation du SAS' : 'le secrétariat';
  const by = regulator === null ? desk : `${nameOf(regulator)}, régulation du SAS`;
  return html`<li>
    <p>Référence <strong class="reference">${booking.reference}</strong>, pris par ${by}.</p>
    <details>
      <summary>Annuler ce rendez-vous…</summary>
      ${bySas ? html`<p>Prévenez d’abord la régulation du SAS&nbsp;: elle a orienté ce patient.</p>` : null}
      <form method="post" action="${slotPath(slot)}/annuler">
        <button class="danger" name="rendez-vous" value="${booking.id}">
          Annuler ${booking.reference}
        </button>
      </form>
    </details>
  </li>`;
}

function sharing(slot: Opening): SafeHtml {
  const { audience, consent, publicDisplay } = slot;
  const choice = ([value, label]: readonly [string, string]) => {
    const mark = value === audience ? html.raw` checked` : null;
    return html`<label class="switch">
      <input type="radio" name="audience" value="${value}" ${mark} /> <span>${label}</span>
    </label>`;
  };
  return html`<form class="panel" method="post" action="${slotPath(slot)}/partage">
    <h2>Partage</h2>
    <fieldset>
      <legend>Ce créneau est pour</legend>
      ${Object.entries(AUDIENCES).map(choice)}
    </fieldset>
    <fieldset>
      <legend>Accords pour ce créneau</legend>
      ${checkbox('consent', consent, 'Le transmettre au SAS')}
      ${checkbox('publicDisplay', publicDisplay, 'Le montrer aux visiteurs du web')}
    </fieldset>
    <button>Enregistrer le partage</button>
  </form>`;
}
