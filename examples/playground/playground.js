import { contrast, cssOf, ELEMENTS, htmlOf, tokensOf } from './snippet.js';

const form = document.querySelector('.choices');
const preview = document.querySelector('.preview');
const { elements } = form;

for (const [name, { label }] of Object.entries(ELEMENTS))
  elements.element.append(new Option(label, name));
elements['base-url'].value = 'https://your-platform.example';
elements['publishable-key'].value = 'pk_…';

/** What the form says, by name. */
const choices = () => Object.fromEntries(new FormData(form));

function showFields() {
  const { fields } = ELEMENTS[elements.element.value];
  for (const field of form.querySelectorAll('[data-for]')) {
    field.hidden = !fields.includes(field.dataset.for);
  }
}

function showLines() {
  const { element, way, ...values } = choices();
  document.querySelector('#html').value = htmlOf(element, way, values);
  document.querySelector('#css').value = cssOf(element, values);
}

/** On this server's own platform, whatever address the lines name. */
const HERE = { 'base-url': '/', 'publishable-key': document.body.dataset.key };

function showPreview() {
  const { element, ...values } = choices();
  const shown = document.createElement(`sas-${element}`);
  for (const name of ELEMENTS[element].fields) shown.setAttribute(name, HERE[name] ?? values[name]);
  shown.setAttribute('heading-level', '3');
  shown.textContent = 'Urgence vitale ou doute : 15 ou 112. Sans parler ou entendre : 114.';
  preview.replaceChildren(shown);
}

function showColours() {
  const values = choices();
  for (const [name, value] of Object.entries(tokensOf(values)))
    preview.style.setProperty(name, value);
  const low = contrast(values.accent, '#ffffff') < 4.5;
  form.querySelector('.contrast').textContent = low
    ? 'Cette couleur se lit mal sur du blanc : les liens n’ont pas 4,5 pour 1. Prenez-en une plus foncée.'
    : '';
}

const LOOKS = ['accent', 'radius', 'way'];
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  showFields();
  showLines();
  showColours();
  if (!LOOKS.includes(target.name)) showPreview();
});

document.querySelector('.lines').addEventListener('click', async ({ target }) => {
  const { copy } = target.dataset;
  if (copy === undefined) return;
  const field = document.querySelector(`#${copy}`);
  const told = document.querySelector('.copied');
  try {
    await navigator.clipboard.writeText(field.value);
    told.textContent = 'Copié.';
  } catch {
    field.select();
    told.textContent =
      'Le navigateur ne copie pas : les lignes sont choisies, copiez-les au clavier.';
  }
});

/** The other territories of this platform; without an answer the first one stays. */
async function addTerritories() {
  const answer = await fetch('/v1/territories?limit=100', { credentials: 'omit' });
  const { items } = await answer.json();
  const { territory } = elements;
  for (const { id, name } of items) {
    if (id !== territory.value) territory.append(new Option(name, id));
  }
}

showFields();
showLines();
showColours();
showPreview();
await addTerritories();
