import { html, type SafeHtml } from '@remix-run/html-template';
import type { BoardCase, Unattached } from '../board.ts';
import type { Desk } from '../desk.ts';
import type { PlatformOptions } from '../../embedding-server/options.ts';
import type { Page } from './layout.ts';
import { appointmentLines, exerciseTag, hubNotice } from './parts.ts';
import { momentOf, timeOf } from './times.ts';
import { ATTENTION, NOT_TOLD, STATUSES } from './words.ts';

/** Most cases to choose from for one appointment. */
const MOST_PROPOSALS = 3;

/** What is shown of all cases; it is read again whenever something comes. */
export function boardPart({ board, state }: Desk): SafeHtml {
  const { unattached, cases } = board;
  return html`${hubNotice(state)}
    ${
      unattached.length === 0
        ? null
        : html`<section aria-labelledby="arrived">
            <h2 id="arrived">Rendez-vous reçus, à rattacher (${unattached.length})</h2>
            <ul class="cards">
              ${unattached.map(unattachedCard)}
            </ul>
          </section>`
    }
    <section aria-labelledby="cases">
      <h2 id="cases">Dossiers (${cases.length})</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Dossier</th>
            <th scope="col">Commune</th>
            <th scope="col">Décision</th>
            <th scope="col">Rendez-vous</th>
          </tr>
        </thead>
        <tbody>
          ${cases.map(caseRow)}
        </tbody>
      </table>
    </section>`;
}

function caseRow({ file, appointments, expected, attention }: BoardCase): SafeHtml {
  const [first] = appointments;
  return html`<tr class="${attention === null ? '' : 'alarm'}">
    <th scope="row">
      <a href="/cases/${encodeURIComponent(file.caseId)}">${file.caseId}</a>
      ${exerciseTag(file)}
    </th>
    <td>${file.place.city}</td>
    <td>${timeOf(file.decidedAt)} · ${file.decision}</td>
    <td>
      ${attention === null ? null : html`<strong class="attention">${ATTENTION[attention]}</strong>`}
      ${
        first === undefined
          ? expected[0] === undefined
            ? 'À orienter'
            : html`${momentOf(expected[0])} <span class="tag">${NOT_TOLD}</span>`
          : html`${momentOf(first.record.appointment.start)}
              <span class="tag ${first.record.appointment.status}"
                >${STATUSES[first.record.appointment.status]}</span
              >`
      }
    </td>
  </tr>`;
}

function unattachedCard({ received, match }: Unattached): SafeHtml {
  const { appointmentId } = received.record.appointment;
  const proposals = match.proposals.slice(0, MOST_PROPOSALS);
  return html`<li class="card">
    ${appointmentLines(received)}
    ${
      proposals.length === 0
        ? html`<p>Aucun dossier ne correspond&nbsp;: ouvrez le bon dossier et rattachez-le.</p>`
        : html`<p>
            ${match.best === null ? 'Plusieurs dossiers sont possibles. Choisissez :' : 'Dossier proposé :'}
          </p>`
    }
    ${proposals.map(
      ({ caseId, reasons }) =>
        html`<form method="post" action="/cases/${encodeURIComponent(caseId)}/appointments">
          <input type="hidden" name="appointmentId" value="${appointmentId}" />
          <button>Rattacher à ${caseId}</button>
          <span class="quiet">${reasons.map(({ message }) => message.fr).join(' ')}</span>
        </form>`,
    )}
  </li>`;
}

/** What the platform knows of the day's orientations, live. */
function orientationsOf(platform: PlatformOptions): SafeHtml {
  return html`<p class="elsewhere" id="elsewhere" role="alert" hidden></p>
    <sas-orientation-list base-url="${platform.url}" show="desk"></sas-orientation-list>`;
}

/** The list of cases. */
export function boardPage(desk: Desk, platform: PlatformOptions | null): Page {
  return {
    title: 'Dossiers',
    body: html`<h1>Dossiers à orienter</h1>
      <div id="live" data-part="/?part=board">${boardPart(desk)}</div>
      ${platform === null ? null : orientationsOf(platform)}`,
    scripts:
      platform === null
        ? []
        : ['/shared/token.js', '/public/elements.js', '/cdn/sas-orientation-list.js'],
  };
}
