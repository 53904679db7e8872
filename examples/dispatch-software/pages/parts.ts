import { html, type SafeHtml } from '@remix-run/html-template';
import type { HubState } from '@sas-kit/connector/hub';
import type { Received } from '../board.ts';
import type { Page } from './layout.ts';
import { momentOf } from './times.ts';
import { ATTENTION, EXERCISE, hubLine, placeOf, STATUSES } from './words.ts';

/** The line that says that nothing comes in, or nothing. */
export function hubNotice(state: HubState | null): SafeHtml | null {
  const line = hubLine(state);
  return line === null ? null : html`<p class="hub" role="status">${line}</p>`;
}

/** The word « Exercice », or nothing. */
export function exerciseTag({ exercise }: { readonly exercise?: boolean }): SafeHtml | null {
  return exercise === true ? html`<span class="tag">${EXERCISE}</span>` : null;
}

/** One appointment: when, where, how far. */
export function appointmentLines(received: Received): SafeHtml {
  const { record, attention, told, exercise } = received;
  const { appointment } = record;
  return html`<p class="when">
      <strong>${momentOf(appointment.start)}</strong>
      <span class="tag ${appointment.status}">${STATUSES[appointment.status]}</span>
      ${exerciseTag(received)}
    </p>
    <p>${placeOf(appointment)}</p>
    ${
      attention === null
        ? null
        : html`<form
            method="post"
            action="/appointments/${encodeURIComponent(appointment.appointmentId)}/seen"
          >
            <p class="attention">${ATTENTION[attention]}</p>
            <input type="hidden" name="attention" value="${attention}" />
            <input type="hidden" name="distributionID" value="${told.distributionID}" />
            ${exercise ? html`<input type="hidden" name="exercise" value="true" />` : null}
            <button>J’ai vu</button>
          </form>`
    }`;
}

/** The page once more, for somebody who said « J’ai vu » of less than has come. */
export function newerThanSeen(page: Page): Page {
  return {
    ...page,
    status: 409,
    body: html`<p class="frozen" role="alert">
        Ce rendez-vous a encore changé entre-temps&nbsp;: regardez-le, puis «&nbsp;J’ai vu&nbsp;».
      </p>
      ${page.body}`,
  };
}
