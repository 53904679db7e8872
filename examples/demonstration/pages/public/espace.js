/** Shows who is signed in and what it may do. The session is a cookie that no script reads. */
import { ROLES, RIGHTS, STATUSES } from '/espace-words.js';

const $ = (id) => document.getElementById(id);
const status = $('etat');

/** Calls the platform as the person who is signed in. */
async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = response.status === 204 ? null : await response.json();
  return { ok: response.ok, status: response.status, answer };
}

const item = (text, ...controls) => {
  const line = document.createElement('li');
  line.append(text, ...controls);
  return line;
};

const button = (text, act) => {
  const control = document.createElement('button');
  control.type = 'button';
  control.textContent = text;
  control.addEventListener('click', act);
  return control;
};

const moment = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

/** `23 novembre 2026 à 9 h 20`, on the hour `9 h` */
const dateAndTime = (instant) =>
  moment
    .format(new Date(instant))
    .replace(/0?(\d+):(\d\d)$/, '$1\u00a0h\u00a0$2')
    .replace(/\u00a000$/, '');

const territoryName = async (id) => (await call('GET', `/v1/territories/${id}`)).answer.name ?? id;

async function showPerson({ person, roles, territories, rights, expiresAt }) {
  $('nom').textContent = `${person.given ?? ''} ${person.family}`.trim();
  $('roles').textContent = roles.map((role) => ROLES[role] ?? role).join(', ');
  const names = await Promise.all(territories.map(territoryName));
  $('territoires').textContent = names.join(', ') || 'aucun en particulier';
  $('fin').textContent = dateAndTime(expiresAt);
  $('droits').replaceChildren(...rights.map((right) => item(RIGHTS[right] ?? right)));
  $('recherche').hidden = !rights.includes('search-link:accept');
  $('personne').hidden = false;
}

/** One line a delegation, with what this person may do about it. */
function delegationLine(delegation, session) {
  const { id, nationalId, delegate, scopes } = delegation;
  const mine = delegate.nationalId === session.person.nationalId;
  const decide = (what, body) => async () => {
    const { ok } = await call('POST', `/v1/delegations/${id}/${what}`, body);
    status.textContent = ok ? 'C’est fait.' : 'Cela n’a pas pu être fait.';
    await show();
  };
  const who = mine ? `pour ${nationalId}` : `${delegate.given ?? ''} ${delegate.family}`;
  const what = scopes.map((scope) => (scope === 'agenda' ? 'agenda' : 'rendez-vous')).join(' et ');
  const controls = [];
  if (delegation.status === 'pending' && !mine) {
    controls.push(button('Accepter', decide('accept', {})), button('Refuser', decide('refuse')));
  }
  if (delegation.status === 'accepted') controls.push(button('Mettre fin', decide('end')));
  return item(`${who} : ${what}, ${STATUSES[delegation.status]} `, ...controls);
}

async function showDelegations(session) {
  const may =
    session.rights.includes('delegation:read') && !session.roles.includes('administrator');
  const asks = session.rights.includes('delegation:ask');
  $('delegations').hidden = !may || !asks;
  $('demande').hidden = !asks;
  if (!may) return;
  const { answer } = await call('GET', '/v1/delegations');
  const lines = answer.items.map((delegation) => delegationLine(delegation, session));
  $('liste-delegations').replaceChildren(...lines);
  // With nothing to ask and nothing to answer, there is no card.
  $('delegations').hidden = !asks && lines.length === 0;
}

/** An element that calls with the session of this page, where the person may use it. */
function place(id, tag, shown, attributes = {}) {
  const section = $(id);
  section.hidden = !shown;
  if (!shown) section.replaceChildren();
  if (!shown || section.firstElementChild) return;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({ 'base-url': '/', session: '', ...attributes })) {
    element.setAttribute(name, value);
  }
  section.replaceChildren(element);
}

/** Who sits at the desk of a regulation centre. */
const orients = (roles) =>
  ['regulator', 'emergency-regulator', 'unscheduled-care-operator', 'call-taker'].some((role) =>
    roles.includes(role),
  );

/** What the nurse of an emergency department does, with the hospital's own text for the patient's sheet. */
function showRedirection(shown) {
  place('reorientation', 'sas-orientation', shown, {
    mode: 'redirection',
    place: 'Le Havre',
    insee: '76351',
  });
  const element = $('reorientation').firstElementChild;
  if (!element || element.firstElementChild) return;
  const sheet = document.createElement('p');
  sheet.slot = 'instructions';
  sheet.textContent =
    'Texte de démonstration, non validé : ici, l’hôpital écrit ses consignes et le numéro à rappeler.';
  element.append(sheet);
}

// What the list names is found anew, or carried out, in the element above it.
const flow = () => document.querySelector('sas-orientation');
addEventListener('sas-orientation-again', ({ orientation }) => flow()?.again(orientation));
addEventListener('sas-orientation-execute', ({ orientation }) => flow()?.execute(orientation));

/** Above figures, on paper too: most of what they count did not happen. */
function saySimulated(element) {
  if (element.firstElementChild) return;
  const note = document.createElement('p');
  note.slot = 'note';
  note.textContent =
    'Chiffres simulés : les appels, décisions, recherches et rendez-vous des cinq dernières semaines sont inventés.';
  element.append(note);
}

/** The agenda of whoever keeps one, how it takes part, the territory of whoever leads one. */
async function showDesk({ rights, roles, territories }) {
  const may = (right) => rights.includes(right) && !roles.includes('administrator');
  place('orientation', 'sas-orientation', may('orientation:create') && orients(roles), {
    'case-ref': 'DEMO-2026-0001',
    'share-case-ref': '',
    place: 'Le Havre',
    insee: '76351',
  });
  showRedirection(may('orientation:create') && roles.includes('triage-nurse'));
  place('orientations', 'sas-orientation-list', may('orientation:acknowledge'));
  const { answer } = may('agenda:write')
    ? await call('GET', '/v1/schedules?limit=1')
    : { answer: { items: [] } };
  place('agenda', 'sas-agenda', answer.items.length > 0);
  const manager = roles.includes('structure-manager');
  const takesPart = may('participation:write') && (manager || roles.includes('practitioner'));
  place('participation', 'sas-participation', takesPart, {
    kind: manager ? 'structure' : 'practitioner',
    practice: '',
  });
  const [territory] = territories;
  place('territoire', 'sas-territory-settings', may('territory:write') && territory, { territory });
  // Of places for whoever may, else of the agendas that stand above.
  const figures = rights.includes('statistics:read') || answer.items.length > 0;
  place('chiffres', 'sas-statistics', figures, {
    ...(territory && { territory }),
  });
  if (figures) saySimulated($('chiffres').firstElementChild);
  const runs = roles.includes('administrator') || roles.includes('territory-lead');
  place('editeurs', 'sas-editor-status', rights.includes('editor:list') && runs);
}

async function show() {
  const { status: code, answer: session } = await call('GET', '/v1/session');
  $('visiteur').hidden = code !== 401;
  if (code === 401) {
    status.textContent = '';
    for (const id of [
      'personne',
      'conditions',
      'delegations',
      'reorientation',
      'orientations',
      'orientation',
      'agenda',
      'participation',
      'territoire',
      'chiffres',
      'editeurs',
    ]) {
      $(id).hidden = true;
    }
    return;
  }
  await showPerson(session);
  const pending = session.terms !== null && !session.terms.accepted;
  $('conditions').hidden = !pending;
  $('accepter').onclick = async () => {
    await call('POST', '/v1/session/terms', { version: session.terms.version });
    await show();
  };
  status.textContent = pending ? 'Acceptez d’abord les conditions d’utilisation.' : 'Connecté.';
  if (pending) return;
  await showDelegations(session);
  await showDesk(session);
}

$('demande').addEventListener('submit', async (event) => {
  event.preventDefault();
  const nationalId = $('professionnel').value.trim();
  const { ok, answer } = await call('POST', '/v1/delegations', { nationalId });
  status.textContent = ok ? 'Demande envoyée.' : `Refusé : ${answer.detail}`;
  await show();
});

show().catch(() => {
  status.textContent = 'La plateforme ne répond pas. Réessayez dans quelques minutes.';
});
