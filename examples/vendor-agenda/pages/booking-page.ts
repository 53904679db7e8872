import { html, type SafeHtml } from '@remix-run/html-template';
import type { RegulatorAccount } from '@sas-kit/connector';
import { isFree, type Opening } from '../store/slots.ts';
import type { Target } from './arrival-page.ts';
import { type AgendaOwner, type Desk, placeOf } from './desk.ts';
import { refusalPage } from './error-page.ts';
import type { Page } from './layout.ts';
import { phoneLine } from './phone.ts';
import { timesOf, whenOf } from './slot-parts.ts';
import { clockTime, longDay } from './times.ts';
import { addressOf, modalitiesOf, nameOf } from './words.ts';

const WINDOW_MS = 72 * 3_600_000;
const FAR_MS = 60 * 24 * 3_600_000;

/**
 * The agenda with the rights of a regulator.
 *
 * @param address of this page, with its origin: the forms go back to it.
 */
export async function bookingPage(
  desk: Desk,
  regulator: RegulatorAccount,
  { owner, slot }: Target,
  address: string,
  notice?: string,
): Promise<Page> {
  if (owner === null) {
    return refusalPage(
      404,
      'Agenda introuvable',
      'Ce créneau ou ce praticien n’est plus dans l’agenda. Relancez la recherche du SAS.',
    );
  }
  const offered = await offeredSlots(desk, owner);
  const asked = offered.find(({ id }) => id === slot?.id) ?? null;
  const now = desk.program.now().getTime();
  const others = offered.filter((each) => each !== asked);
  const near = others.filter(({ start }) => start.getTime() <= now + WINDOW_MS);
  return {
    title: `Rendez-vous avec ${owner.name}`,
    outside: true,
    notice,
    status: notice === undefined ? 200 : 409,
    body: html`<div class="heading">
        <h1>Rendez-vous avec ${owner.name}</h1>
        <p class="quiet">
          ${nameOf(regulator)}, régulation du SAS, pour cette visite. Rendez-vous proposés par les
          cabinets. Ce n’est pas un avis médical.
        </p>
        ${phoneLine(desk.program, owner, slot)}
      </div>
      ${slot === null ? null : askedSection(desk, slot, asked, address)}
      <section>
        <h2>${slot === null ? 'Créneaux' : 'Autres créneaux'} des 72 prochaines heures</h2>
        ${
          near.length > 0
            ? html`<ul class="slots">
                ${near.map((each) => bookable(desk, each, address))}
              </ul>`
            : nothing(desk, others)
        }
      </section>`,
  };
}

/** Free slots ahead that SAS may see, earliest first. */
async function offeredSlots({ program, connector }: Desk, owner: AgendaOwner): Promise<Opening[]> {
  const now = program.now();
  const ahead = program.store.slots
    .of(owner, now, new Date(now.getTime() + FAR_MS))
    .filter((slot) => isFree(slot) && slot.start > now);
  const explained = await Promise.all(ahead.map(({ id }) => connector.explain(id)));
  return ahead.filter((_, index) => explained[index]?.sent);
}

function askedSection(desk: Desk, slot: Opening, asked: Opening | null, address: string): SafeHtml {
  const { timeZone } = placeOf(desk.program, slot);
  return html`<section>
    <h2>Le créneau choisi</h2>
    ${
      asked === null
        ? html`<p>
            Ce créneau n’est plus libre&nbsp;: ${whenOf(slot, timeZone)}. Choisissez-en un autre, ou
            appelez le cabinet.
          </p>`
        : html`<ul class="slots">
            ${bookable(desk, asked, address)}
          </ul>`
    }
  </section>`;
}

function bookable({ program }: Desk, slot: Opening, address: string): SafeHtml {
  const { room, timeZone } = placeOf(program, slot);
  const when = whenOf(slot, timeZone);
  const details = [room && addressOf(room), modalitiesOf(slot), ...slot.reasons].filter(Boolean);
  const { start, end } = slot;
  return html`<li class="slot free">
    <div>
      <h3>${when}</h3>
      <p class="quiet">${details.join(' · ')}</p>
    </div>
    ${
      slot.walkIn
        ? html`<p>
            Sans rendez-vous&nbsp;: venez entre ${clockTime(start, timeZone)} et
            ${clockTime(end, timeZone)}, sans heure fixe.
          </p>`
        : html`<form class="actions" method="post" action="${address}">
            <button name="creneau" value="${slot.id}">
              Réserver<span class="hidden">
                ${longDay(start, timeZone)}, ${timesOf(slot, timeZone)}</span
              >
            </button>
          </form>`
    }
  </li>`;
}

function nothing({ program }: Desk, later: readonly Opening[]): SafeHtml {
  const [next] = later;
  const when = next === undefined ? null : whenOf(next, placeOf(program, next).timeZone);
  return html`<p>
    Aucun créneau libre dans les
    72&nbsp;heures${when === null ? '' : `. Le prochain\u00a0: ${when}`}. Appelez le cabinet, ou
    cherchez un autre praticien dans la recherche du SAS.
  </p>`;
}
