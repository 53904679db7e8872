import { html, type SafeHtml } from '@remix-run/html-template';
import { isFree } from '../store/slots.ts';
import { type AgendaOwner, type Desk, ownerOf } from './desk.ts';
import type { Page } from './layout.ts';
import { addressOf, specialtiesOf } from './words.ts';

const HORIZON_MS = 48 * 3_600_000;

/** Everybody whose agenda is here. */
export function homePage({ program }: Desk): Page {
  const { people } = program.store;
  const practitioners = people
    .practitioners()
    .map(({ id }) => ownerOf(program, 'practitioner', id));
  const sites = people.sites().map(({ id }) => ownerOf(program, 'site', id));
  return {
    title: 'Agendas',
    menu: '/agenda',
    body: html`<h1>Agendas</h1>
      ${section('Praticiens', practitioners, program)}
      ${section('Centres de consultation', sites, program)}`,
  };
}

type Program = Desk['program'];

function section(
  title: string,
  owners: readonly (AgendaOwner | null)[],
  program: Program,
): SafeHtml | null {
  if (owners.length === 0) return null;
  return html`<section>
    <h2>${title}</h2>
    <ul class="cards">
      ${owners.map((owner) => owner && card(owner, program))}
    </ul>
  </section>`;
}

function card(owner: AgendaOwner, { store, now }: Program): SafeHtml {
  const { name, path, person, site } = owner;
  const from = now();
  const slots = store.slots.of(owner, from, new Date(from.getTime() + HORIZON_MS));
  const free = slots.filter(isFree).length;
  const what = person === null ? site && addressOf(site) : specialtiesOf(person.specialties);
  const consents = person?.consent ?? true;
  return html`<li class="card">
    <h3><a href="${path}">${name}</a></h3>
    <p class="quiet">${what}</p>
    <p>
      ${free === 0 ? 'Aucun créneau libre' : `${free} créneau${free > 1 ? 'x' : ''} libre${free > 1 ? 's' : ''}`}
      dans les 48&nbsp;h
    </p>
    <p>
      <span class="tag ${consents ? 'sent' : 'kept'}"
        >${consents ? 'Transmis au SAS' : 'Pas transmis au SAS'}</span
      >
    </p>
  </li>`;
}
