import { html, type SafeHtml } from '@remix-run/html-template';
import { buildSearchLink } from '@sas-kit/fhir/link';
import type { BoardCase } from '../board.ts';
import type { CaseFile } from '../cases.ts';
import type { Desk } from '../desk.ts';
import type { PlatformOptions } from '../../embedding-server/options.ts';
import type { Page } from './layout.ts';
import { appointmentLines, exerciseTag, hubNotice } from './parts.ts';
import { momentOf, timeOf } from './times.ts';
import { NOT_TOLD, placeOf } from './words.ts';

/** What is shown of one case; it is read again whenever something comes. */
export function casePart(desk: Desk, { file, appointments, expected }: BoardCase): SafeHtml {
  const unattached = desk.board.unattached.filter(
    ({ received: { exercise } }) => exercise === (file.exercise === true),
  );
  return html`${hubNotice(desk.state)}
    <section aria-labelledby="own">
      <h2 id="own">Rendez-vous de ce dossier</h2>
      ${
        appointments.length + expected.length === 0
          ? html`<p>Aucun pour l’instant.</p>`
          : html`<ul class="cards">
              ${appointments.map((each) => html`<li class="card">${appointmentLines(each)}</li>`)}
              ${expected.map(
                (start) =>
                  html`<li class="card">
                    <strong>${momentOf(start)}</strong> <span class="tag">${NOT_TOLD}</span>
                  </li>`,
              )}
            </ul>`
      }
    </section>
    ${
      unattached.length === 0
        ? null
        : html`<details>
            <summary>Rattacher un rendez-vous reçu (${unattached.length})</summary>
            ${unattached.map(({ received: { record } }) => {
              const { appointmentId, start } = record.appointment;
              return html`<form
                method="post"
                action="/cases/${encodeURIComponent(file.caseId)}/appointments"
              >
                <input type="hidden" name="appointmentId" value="${appointmentId}" />
                <button>Rattacher</button>
                ${momentOf(start)}, ${placeOf(record.appointment)}
              </form>`;
            })}
          </details>`
    }`;
}

/** Street and patient stay here: the commune is enough to search around. */
function searchLinkOf(platform: PlatformOptions, file: CaseFile): string {
  const { inseeCode, city } = file.place;
  const rpps = file.ownDoctor?.rpps;
  return buildSearchLink(platform.url, {
    origin: 'SAMU76',
    address: { inseeCode, city },
    ...(rpps !== undefined && { practitioner: { rpps } }),
  });
}

function orientationOf(platform: PlatformOptions, file: CaseFile): SafeHtml {
  const { caseId, place, ownDoctor } = file;
  const doctor = ownDoctor?.rpps ?? ownDoctor?.lastName ?? '';
  return html`<section aria-labelledby="orient">
    <h2 id="orient">Orienter le patient</h2>
    <p>
      <a href="${searchLinkOf(platform, file)}" target="_blank" rel="noreferrer"
        >Ouvrir la recherche du SAS dans un nouvel onglet</a
      >
    </p>
    <sas-orientation
      base-url="${platform.url}"
      case-ref="${caseId}"
      share-case-ref
      place="${place.city}"
      insee="${place.inseeCode}"
      own-doctor="${doctor}"
    ></sas-orientation>
  </section>`;
}

/** One case: where it stands, and how to orient it. */
export function casePage(desk: Desk, found: BoardCase, platform: PlatformOptions | null): Page {
  const { file } = found;
  const address = `/cases/${encodeURIComponent(file.caseId)}`;
  return {
    title: file.caseId,
    body: html`<p><a href="/">Tous les dossiers</a></p>
      <h1>Dossier ${file.caseId}</h1>
      <p>${file.place.city} · ${timeOf(file.decidedAt)} · ${file.decision} ${exerciseTag(file)}</p>
      <div id="live" data-part="${address}?part=case">${casePart(desk, found)}</div>
      ${
        platform === null
          ? html`<p>Pas de plateforme SAS&nbsp;: relancez avec <code>--platform</code>.</p>`
          : orientationOf(platform, file)
      }`,
    scripts:
      platform === null
        ? []
        : ['/shared/token.js', '/public/elements.js', '/cdn/sas-orientation.js'],
  };
}
