/** Opens the search that dispatch software handed over. Its street and doctor are in no address and no storage. */
import { createSasClient } from '/client/client.js';
import { WORDS } from '/recherche-words.js';

const $ = (id) => document.getElementById(id);
const TICKET = 'sas-ticket';
const client = createSasClient({ baseUrl: location.origin, session: true });

/** What the page knows; every change of it is shown by `show`. */
const state = { language: 'fr', view: 'loading', link: null, late: false };
const ticket = () => sessionStorage.getItem(TICKET);

const nameOf = ({ given, family, nationalId }, words) =>
  [given, family].filter(Boolean).join(' ') || words.numbered(nationalId);

/** Asks around the address, to about a hundred metres, until the reader asks for another place. */
function aimed(availability, { place, practitioner }) {
  const round = (degrees) => Math.round(degrees * 1000) / 1000;
  const about = (query) => ({
    ...query,
    ...(practitioner && { preferredPractitioner: practitioner.nationalId }),
    ...(place?.kind === 'address' &&
      query.insee === place.insee && {
        insee: undefined,
        ...{ lat: round(place.lat), lon: round(place.lon) },
      }),
  });
  return {
    ...availability,
    search: (query, options) => availability.search(about(query), options),
    stream: (query, options) => availability.stream(about(query), options),
  };
}

function placeSearch(link) {
  const search = document.createElement('sas-availability');
  search.setAttribute('professional', '');
  search.client =
    link === null ? client : { ...client, availability: aimed(client.availability, link) };
  if (link !== null) {
    search.setAttribute('specialty', link.specialty.code);
    if (link.place !== null) {
      search.setAttribute('place', link.place.label);
      search.setAttribute('insee', link.place.insee);
    }
  }
  search.append($('secours').content.cloneNode(true));
  $('recherche').replaceChildren(search);
}

function showLink({ origin, address, place, specialty, practitioner, notes }, words) {
  const { language } = state;
  $('origine').textContent = words.from(origin);
  $('lieu').textContent = address ?? words.nowhere;
  $('centre').hidden = !place?.approximate || place.kind !== 'commune' || !address.includes(', ');
  $('specialite').textContent = language === 'en' ? specialty.labelEn : specialty.label;
  $('medecin').textContent = practitioner === null ? words.nobody : nameOf(practitioner, words);
  $('remarques').replaceChildren(
    ...notes.map((note) => {
      const line = document.createElement('li');
      line.textContent = note[language];
      return line;
    }),
  );
  $('remarques').hidden = notes.length === 0;
}

/** What the page says of itself: one sentence, also to whoever does not see it. */
function sentence(words) {
  const { view, link, late } = state;
  if (view === 'failed') return words.failed;
  if (view === 'loading') return words.loading;
  if (late) return words.late;
  if (view !== 'open') return '';
  if (link === null) return words.connected;
  return words.opened + (link.notes.length > 0 ? words.notes(link.notes.length) : '');
}

function show() {
  const { language, view, link } = state;
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of document.querySelectorAll('[data-words]')) {
    element.textContent = words[element.dataset.words];
  }
  $('pages').setAttribute('aria-label', words.pages);
  $('recherche').setAttribute('aria-label', words.search);
  $('langue').lang = words.otherLang;
  for (const id of ['visiteur', 'conditions', 'refus']) $(id).hidden = view !== id;
  $('attente').textContent = ticket() === null ? words.visit : words.kept;
  $('etat').textContent = sentence(words);
  $('encore').hidden = view !== 'failed';
  $('transmise').hidden = view !== 'open' || link === null;
  $('recherche').hidden = view !== 'open';
  $('essais').hidden = link !== null || view === 'conditions';
  if (link !== null) showLink(link, words);
}

/** The search that was handed over; null where there is none, or none any more. */
async function accept() {
  const handed = ticket();
  if (handed === null) return null;
  try {
    return await client.searchLinks.accept(handed);
  } catch (error) {
    if (error.status !== 404) throw error;
    sessionStorage.removeItem(TICKET);
    state.late = true;
    return null;
  }
}

/** What comes next, by who is signed in. */
async function open() {
  const session = await client.session.get();
  if (session.terms !== null && !session.terms.accepted) {
    state.view = 'conditions';
    $('accepter').onclick = () =>
      start(() => client.session.acceptTerms({ version: session.terms.version }));
    return;
  }
  if (!session.rights.includes('search-link:accept')) {
    state.view = 'refus';
    return;
  }
  state.link = await accept();
  state.view = 'open';
  placeSearch(state.link);
}

async function attempt(first) {
  try {
    await first?.();
    await open();
  } catch (error) {
    state.view = error.status === 401 ? 'visiteur' : 'failed';
  }
  show();
}

let running = null;

/** One at a time: a second click waits for what the first one began. */
function start(first) {
  running ??= attempt(first).finally(() => (running = null));
  return running;
}

$('langue').addEventListener('click', () => {
  state.language = state.language === 'fr' ? 'en' : 'fr';
  show();
});
$('encore').addEventListener('click', () => void start());

state.language = navigator.language.startsWith('en') ? 'en' : 'fr';
show();
await start();
