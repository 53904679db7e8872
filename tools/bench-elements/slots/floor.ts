import type { Contestant, Entry, Given } from './contestant.ts';

/** The look of the element's slots, so that the browser lays out and paints the same. */
const CSS = `
  .days { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 1rem; inline-size: 56rem; }
  .day { display: grid; grid-template-columns: repeat(auto-fill, minmax(4.25rem, 1fr)); gap: 0.5rem; align-content: start; }
  .slot { display: grid; place-content: center; min-block-size: 2.75rem; padding: 0.25rem 0.125rem;
    border: 1px solid transparent; border-radius: 0.5rem; background: #e3f1f3; color: #084a58;
    font: inherit; font-weight: 600; line-height: 1.2; white-space: nowrap; cursor: pointer; }`;

function setUp({ week, changed }: Given): void {
  const format = new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Europe/Paris',
    hour: '2-digit',
    minute: '2-digit',
  });
  const time = (start: string) => format.format(new Date(start)).replace(':', ' h ');
  const root = document.body.appendChild(document.createElement('div'));
  const button = () => root.querySelector(`[data-cell="${changed}"]`)!;
  root.className = 'days';
  const contestant: Contestant = {
    root,
    show() {
      root.innerHTML = week.days
        .map((day) => {
          const buttons = day.map(
            ({ id, start }) =>
              `<button class="slot" type="button" data-cell="${id}">${time(start)}</button>`,
          );
          return `<div class="day">${buttons.join('')}</div>`;
        })
        .join('');
    },
    count: () => root.querySelectorAll('.slot').length,
    change: () => (button().textContent = 'À distance'),
    changed: () => button().textContent === 'À distance',
  };
  Object.assign(globalThis, { contestant });
}

/** The least that a page can do with the same times: one `innerHTML` of plain buttons. */
export const floor: Entry = {
  name: 'floor: innerHTML, plain buttons',
  load: async () => ({ code: '', css: CSS }),
  setUp,
};
