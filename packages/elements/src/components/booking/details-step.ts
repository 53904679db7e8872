import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, ContactRequirements } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import { problem } from '../../base/problem.ts';
import type { Details } from './booking-state.ts';
import type { ContactField, FaultCode } from './contact-rules.ts';
import { button, stepTitle, summary, whenOf, type View } from './view.ts';

/** What the step needs and whom it tells. */
export interface DetailsView extends View {
  /** Seconds left of the hold. */
  remaining: number;
  /** What was typed before, kept through conflicts. */
  draft: Contact;
  keep(): void;
  remember(draft: Contact): void;
  back(): void;
  submit(contact: Contact): void;
}

/** The hold's time, the slot, the contact where it is asked, the button that books. */
export function detailsStep(state: Details, view: DetailsView): TemplateResult {
  const { strings } = view;
  const { purpose, hold, choice, code, pending } = state;
  const move = purpose.kind === 'move';
  const contact = move ? null : hold.contact;
  const before = move ? purpose.appointment : undefined;
  const sending = pending === 'submit';
  const label = move ? strings.confirmMove : strings.confirm;
  return html`${stepTitle(view, move ? strings.moveTitle : strings.detailsTitle)}
    ${holdBar(state, view)}
    ${before ? html`<p class="notice">${strings.moveFrom(whenOf(before, view))}</p>` : nothing}
    <div class="panel">${summary(choice, view)}</div>
    <form
      class="stack wide-gap"
      part="form"
      novalidate
      @input=${(event: Event) => view.remember(contactOf(event.currentTarget as HTMLFormElement))}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        if (!sending) view.submit(contactOf(event.currentTarget as HTMLFormElement));
      }}
    >
      ${contact ? contactFields(contact, state, view) : nothing}
      ${code ? problem(code, strings) : nothing}
      <p class="quiet small">${strings.origin}</p>
      <div class="row">
        <button class="button primary" type="submit" aria-disabled=${sending ? 'true' : nothing}>
          ${sending ? strings.sending : label}
        </button>
        ${button(strings.back, () => view.back(), { busy: sending })}
      </div>
    </form>`;
}

/** One button for both readings: it must not lose focus when the time runs out under it. */
function holdBar({ hold, expired, pending }: Details, view: DetailsView): TemplateResult {
  const { strings, remaining } = view;
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
  view: DetailsView,
): TemplateResult {
  const { strings, level, draft } = view;
  const asked = contact.fields;
  const question = (name: ContactField, label: string, options: FieldOptions) =>
    asked.includes(name)
      ? field(name, label, draft[name], faults[name], { ...options, view })
      : nothing;
  return html`${heading(level + 1, strings.contactTitle, 'subtitle')}
    <p class="quiet small">${strings.allRequired}</p>
    ${question('name', strings.name, { type: 'text', autocomplete: 'name' })}
    ${question('phone', strings.phone, {
      type: 'tel',
      autocomplete: 'tel',
      hint: strings.phoneHint,
    })}
    ${privacy(contact, view)}`;
}

interface FieldOptions {
  type: 'text' | 'tel';
  autocomplete: 'name' | 'tel';
  hint?: string;
}

function field(
  name: ContactField,
  label: string,
  draft: string,
  fault: FaultCode | undefined,
  { type, autocomplete, hint, view }: FieldOptions & { view: View },
): TemplateResult {
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].join(' ').trim();
  return html`<div class="field">
    <label class="label" for=${name}>${label}</label>
    ${hint ? html`<p id="${name}-hint" class="quiet small">${hint}</p>` : nothing}
    <input
      id=${name}
      class="input"
      name=${name}
      type=${type}
      autocomplete=${autocomplete}
      maxlength=${type === 'tel' ? 30 : 100}
      required
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${described || nothing}
      .value=${draft}
    />
    ${
      fault
        ? html`<p id="${name}-fault" class="fault small">${view.strings.faults[fault]}</p>`
        : nothing
    }
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
function contactOf(form: HTMLFormElement): Contact {
  const data = new FormData(form);
  const text = (name: ContactField) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name'), phone: text('phone') };
}
