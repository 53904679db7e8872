import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, ContactRequirements } from '@sas-kit/client';
import { button } from '../../base/button.ts';
import { heading } from '../../base/heading.ts';
import { problem } from '../../base/problem.ts';
import type { Details } from './booking-state.ts';
import type { ContactField, FaultCode } from './contact-rules.ts';
import { stepTitle, summary, whenOf, type View } from './view.ts';

/** In the order of the form. */
const contactFieldNames = ['name', 'phone'] as const satisfies ContactField[];

/** The hold's time, the slot, the contact where it is asked, the button that books. */
export function detailsStep(state: Details, view: View): TemplateResult {
  const { strings, flow } = view;
  const { purpose, hold, choice, code, pending } = state;
  const move = purpose.kind === 'move';
  const contact = move ? null : hold.contact;
  const before = move ? purpose.appointment : undefined;
  const sending = pending === 'submit';
  const label = move ? strings.confirmMove : strings.confirm;
  return html`${stepTitle(view, move ? strings.moveTitle : strings.title)} ${holdBar(state, view)}
    ${before ? html`<p class="notice">${strings.moveFrom(whenOf(before, view))}</p>` : nothing}
    ${summary(choice, view)}
    <form
      class="stack wide-gap"
      part="form"
      novalidate
      @input=${(event: Event) => (flow.draft = contactOf(event))}
      @submit=${(event: Event) => {
        event.preventDefault();
        if (!sending) void flow.submit(contactOf(event));
      }}
    >
      ${contact ? contactFields(contact, state, view) : nothing}
      ${code ? problem(code, strings) : nothing}
      <p class="quiet small">${strings.origin}</p>
      <div class="row">
        <button class="button primary" type="submit" aria-disabled=${sending ? 'true' : nothing}>
          ${sending ? strings.sending : label}
        </button>
        ${button(strings.back, () => flow.back(), { busy: sending })}
      </div>
    </form>`;
}

/** One button for both readings: it must not lose focus when the time runs out under it. */
function holdBar({ hold, expired, pending }: Details, view: View): TemplateResult {
  const { strings, flow } = view;
  const { remaining } = flow.timer;
  const keep = expired || hold.extensionsLeft > 0;
  return html`<div
    class="notice hold ${expired || remaining <= 60 ? 'warn' : ''}"
    part="hold"
    tabindex="-1"
  >
    <p role="timer">
      ${
        expired
          ? strings.expired
          : html`${strings.kept} <strong>${strings.remaining(remaining)}</strong>`
      }
    </p>
    <progress aria-hidden="true" max="300" .value=${remaining} ?hidden=${expired}></progress>
    ${
      keep
        ? button(expired ? strings.retake : strings.keep, () => view.keep(), { busy: !!pending })
        : nothing
    }
  </div>`;
}

function contactFields(
  contact: ContactRequirements,
  { faults }: Details,
  view: View,
): TemplateResult {
  const { strings, level } = view;
  return html`${heading(level + 1, strings.contactTitle, 'subtitle')}
    <p class="quiet small">${strings.allRequired}</p>
    ${contactFieldNames
      .filter((name) => contact.fields.includes(name))
      .map((name) => field(name, faults[name], view))}
    ${privacy(contact, view)}`;
}

function field(
  name: ContactField,
  fault: FaultCode | undefined,
  { strings, flow }: View,
): TemplateResult {
  const isPhone = name === 'phone';
  const described = [isPhone ? 'phone-hint' : '', fault ? `${name}-fault` : ''].join(' ').trim();
  return html`<div class="field">
    <label class="label" for=${name}>${strings[name]}</label>
    ${isPhone ? html`<p id="phone-hint" class="quiet small">${strings.phoneHint}</p>` : nothing}
    <input
      id=${name}
      class="input"
      name=${name}
      type=${isPhone ? 'tel' : 'text'}
      autocomplete=${isPhone ? 'tel' : 'name'}
      maxlength=${isPhone ? 30 : 100}
      required
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${described || nothing}
      .value=${flow.draft[name]}
    />
    ${fault ? html`<p id="${name}-fault" class="fault small">${strings.faults[fault]}</p>` : nothing}
  </div>`;
}

function privacy(contact: ContactRequirements, { strings, level }: View): TemplateResult {
  const { controller, retentionHours, dataProtectionContact: whom } = contact;
  return html`<div class="notice small privacy" part="privacy">
    ${heading(level + 1, strings.privacyTitle, 'label')}
    ${strings.privacy(controller, retentionHours).map((line) => html`<p>${line}</p>`)}
    <p>
      ${strings.privacyContact}
      ${whom.includes('@') ? html`<a href="mailto:${whom}">${whom}</a>` : whom}.
    </p>
  </div>`;
}

/** What the form holds, fields that are not asked left empty. */
function contactOf(event: Event): Contact {
  const data = new FormData(event.currentTarget as HTMLFormElement);
  const text = (name: ContactField) => (data.get(name) as string | null) ?? '';
  return { name: text('name'), phone: text('phone') };
}
