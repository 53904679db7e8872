/** What each element is called, and what a page says to it. */
export const ELEMENTS = {
  'when-to-call': { label: 'Qui appeler maintenant', fields: ['base-url', 'territory'] },
  booking: {
    label: 'Trouver et prendre un rendez-vous',
    fields: ['base-url', 'publishable-key', 'place', 'insee', 'territory'],
  },
  availability: {
    label: 'Les créneaux seulement',
    fields: ['base-url', 'publishable-key', 'place', 'insee', 'territory'],
  },
  'access-notice': {
    label: 'L’accès à un service d’urgence',
    fields: ['facility', 'access', 'source'],
  },
  pathway: { label: 'Le parcours, du besoin à la réponse', fields: ['number'] },
  directory: { label: 'L’annuaire des SAS', fields: ['base-url'] },
  join: { label: 'Rejoindre le SAS', fields: ['support-email'] },
};

const EMERGENCY = `  <p>
    Urgence vitale ou doute : appelez le <a href="tel:15">15</a> ou le <a href="tel:112">112</a>.
    Vous ne pouvez pas parler ou entendre : <a href="sms:114">114</a> (SMS, application,
    urgence114.fr).
  </p>`;

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The lines of the page: `values` by attribute, those of the element alone. */
export function htmlOf(element, way, values) {
  const given = ELEMENTS[element].fields.filter((name) => values[name] !== '');
  const lines = (prefix) =>
    given.map((name) => `  ${prefix}${name}="${escape(values[name])}"`).join('\n');
  if (way === 'div') {
    return `<script src="/cdn/loader.js"></script>
<div
  data-sas="${element}"
${lines('data-')}
>
${EMERGENCY}
</div>`;
  }
  return `<script type="module" src="/cdn/sas-${element}.js"></script>
<sas-${element}
${lines('')}
>
${EMERGENCY}
</sas-${element}>`;
}

/** Relative luminance of `#rrggbb`, by WCAG 2. */
function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colour of a text on another colour: the one of white and near-black that is read better. */
export const textOn = (color) =>
  contrast(color, '#ffffff') >= contrast(color, '#0f1b20') ? '#ffffff' : '#0f1b20';

/** The tokens, by name. */
export const tokensOf = ({ accent, radius }) => ({
  '--sas-color-accent': accent,
  '--sas-color-on-accent': textOn(accent),
  '--sas-radius': radius,
});

/** The lines of the style sheet. */
export function cssOf(element, choices) {
  const lines = Object.entries(tokensOf(choices)).map(([name, value]) => `  ${name}: ${value};`);
  return `sas-${element} {\n${lines.join('\n')}\n}`;
}
