import { html, type SafeHtml } from '@remix-run/html-template';
import { zoneOf } from '../agenda-file/slot-start.ts';
import type { Opening } from '../store/slots.ts';
import { type AgendaOwner, type Desk, placeOf } from './desk.ts';
import type { Page } from './layout.ts';
import { slotLine, slotRow } from './slot-parts.ts';
import { addDays, dayOf, longDay, midnight, readDay } from './times.ts';
import { addressOf, specialtiesOf } from './words.ts';

/** What the address of an agenda asks for. */
export interface AgendaQuery {
  readonly jour?: unknown;
  readonly vue?: unknown;
  readonly fait?: unknown;
}

const WEEK = 7;
const DAY_MS = 86_400_000;

interface Span {
  readonly first: string;
  readonly days: 1 | 7;
  readonly today: string;
  /** Zone of the days of the page. */
  readonly timeZone: string;
}

/** One day, or the seven days that begin with it. */
export async function agendaPage(
  desk: Desk,
  owner: AgendaOwner,
  query: AgendaQuery,
): Promise<Page> {
  const { program } = desk;
  const timeZone = zoneOf(owner.site ?? undefined);
  const today = dayOf(program.now(), timeZone);
  const days = query.vue === 'jour' ? 1 : WEEK;
  const span: Span = { first: readDay(query.jour) ?? today, days, today, timeZone };
  const dates = Array.from({ length: days }, (_, index) => addDays(span.first, index));
  const slots = slotsByDay(desk, owner, span);
  const sections = await Promise.all(
    dates.map((day) => daySection(desk, day, span, slots.get(day) ?? [])),
  );
  return {
    title: `Agenda de ${owner.name}`,
    menu: '/agenda',
    notice: query.fait,
    body: html`<div class="heading">
        <h1>${owner.name}</h1>
        <p class="quiet">${subtitle(owner)}</p>
      </div>
      ${controls(owner.path, span)}
      <div class="${days === 1 ? 'day' : 'week'}">${sections}</div>
      ${owner.person === null ? null : agreementForm(owner.path, owner.person)}`,
  };
}

const subtitle = ({ person, site }: AgendaOwner): string =>
  person === null ? (site === null ? '' : addressOf(site)) : specialtiesOf(person.specialties);

/** By the day of their place. */
function slotsByDay({ program }: Desk, owner: AgendaOwner, span: Span): Map<string, Opening[]> {
  const from = midnight(span.first, span.timeZone).getTime() - DAY_MS;
  const to = new Date(from + (span.days + 2) * DAY_MS);
  const found = new Map<string, Opening[]>();
  for (const slot of program.store.slots.of(owner, new Date(from), to)) {
    const day = dayOf(slot.start, placeOf(program, slot).timeZone);
    found.set(day, [...(found.get(day) ?? []), slot]);
  }
  return found;
}

async function daySection(
  desk: Desk,
  day: string,
  span: Span,
  slots: Opening[],
): Promise<SafeHtml> {
  const { days, today, timeZone } = span;
  const title = longDay(midnight(day, timeZone), timeZone);
  const show = days === 1 ? slotRow : slotLine;
  const lines = await Promise.all(slots.map((slot) => show(desk, slot)));
  return html`<section aria-labelledby="jour-${day}">
    <h2 id="jour-${day}">
      ${title}${day === today ? html` <span class="tag">aujourd’hui</span>` : null}
    </h2>
    ${
      lines.length === 0
        ? html`<p class="quiet">Aucun créneau.</p>`
        : html`<ul class="slots">
            ${lines}
          </ul>`
    }
  </section>`;
}

function controls(path: string, { first, days, today }: Span): SafeHtml {
  const view = days === 1 ? 'jour' : 'semaine';
  const to = (day: string, vue = view) =>
    `${path}?${new URLSearchParams({ vue, jour: day }).toString()}`;
  const [before, after] =
    days === 1 ? ['Jour précédent', 'Jour suivant'] : ['7 jours précédents', '7 jours suivants'];
  const other = days === 1 ? 'semaine' : 'jour';
  return html`<nav class="controls" aria-label="Dates">
    <a class="button" href="${to(addDays(first, -days))}">${before}</a>
    <a class="button" href="${to(today)}">Aujourd’hui</a>
    <a class="button" href="${to(addDays(first, days))}">${after}</a>
    <a class="button" href="${to(first, other)}">Vue ${other}</a>
  </nav>`;
}

function agreementForm(
  path: string,
  { consent, publicDisplay }: NonNullable<AgendaOwner['person']>,
): SafeHtml {
  return html`<form class="panel" method="post" action="${path}/accords">
    <fieldset>
      <legend>Accords du praticien</legend>
      ${checkbox('consent', consent, 'Transmettre ses créneaux au SAS')}
      ${checkbox('publicDisplay', publicDisplay, 'Montrer aux visiteurs du web les créneaux prévus pour eux')}
    </fieldset>
    <button>Enregistrer les accords</button>
  </form>`;
}

/** A switch of a form. */
export function checkbox(name: string, on: boolean, label: string): SafeHtml {
  const mark = on ? html.raw` checked` : null;
  return html`<label class="switch">
    <input type="checkbox" name="${name}" value="1" ${mark} /> <span>${label}</span>
  </label>`;
}
