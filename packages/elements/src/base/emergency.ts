import { html, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { Language } from '../controllers/locale.ts';
import { emergencyNumbers } from './access-number.ts';
import { ancestors } from './tree.ts';
import { warn } from './warn.ts';

const link = (href: string, text: string) => html`<a href=${href}>${text}</a>`;
const fifteen = link('tel:15', '15');
const oneOneTwo = link('tel:112', '112');
const oneOneFour = link('sms:114', '114');
const site = html`<a href="https://www.urgence114.fr" rel="noopener">urgence114.fr</a>`;

/** Both languages are here, not in the string tables: nothing may have to load before this text. */
const texts = {
  fr: {
    full: html`<strong>Urgence vitale ou doute : appelez le ${fifteen} ou le ${oneOneTwo}.</strong>
      <span
        >Vous ne pouvez pas parler ou entendre : ${oneOneFour} (SMS, application, ${site}).</span
      >`,
    line: html`<strong>Urgence vitale ou doute : ${fifteen} ou ${oneOneTwo}.</strong>
      <span>Sans parler ou entendre : ${oneOneFour}.</span>`,
  },
  en: {
    full: html`<strong
        >Life-threatening emergency, or in doubt: call ${fifteen} or ${oneOneTwo}.</strong
      >
      <span>You cannot speak or hear: ${oneOneFour} (text message, app, ${site}).</span>`,
    line: html`<strong>Emergency, or in doubt: ${fifteen} or ${oneOneTwo}.</strong>
      <span>Cannot speak or hear: ${oneOneFour}.</span>`,
  },
};

/** `Node.DOCUMENT_POSITION_PRECEDING` */
const preceding = 2;

/** Elements on the page that show the text. */
const shown = new Set<ReactiveElement>();
const bearers = new WeakSet<Element>();

/**
 * The emergency text, first in the shadow root of every public element, in every state.
 * The first element of a page shows it in full, the others on one line; an element inside another
 * one leaves it to that one. No attribute removes it.
 */
export class EmergencyFirst implements ReactiveController {
  #enclosed = false;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    bearers.add(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#enclosed = [...ancestors(this.#host)].some((ancestor) => bearers.has(ancestor));
    if (this.#enclosed) return;
    shown.add(this.#host);
    this.#tellOthers();
  }

  hostDisconnected(): void {
    if (shown.delete(this.#host)) this.#tellOthers();
  }

  hostUpdated(): void {
    if (this.#enclosed || hasEmergencyText(this.#host.textContent)) return;
    // For when this script does not run.
    warn(`<${this.#host.localName}>: put the emergency text (15, 112, 114) between its tags.`);
  }

  render(language: Language): TemplateResult | undefined {
    if (this.#enclosed) return undefined;
    const text = texts[language];
    return html`<p class="emergency" part="emergency">
      ${this.#isFirst() ? text.full : text.line}
    </p>`;
  }

  /** Another one may be the first of the page now. */
  #tellOthers(): void {
    for (const other of shown) other.requestUpdate();
  }

  #isFirst(): boolean {
    return ![...shown].some((other) => this.#host.compareDocumentPosition(other) & preceding);
  }
}

/** Elements inside this one leave the text away: at a desk, whose readers are the 15. */
export const spareEmergency = (desk: Element): unknown => bearers.add(desk);

/** Whether a text names the three numbers. */
export function hasEmergencyText(text: string): boolean {
  return emergencyNumbers.every((number) => new RegExp(`\\b${number}\\b`).test(text));
}
