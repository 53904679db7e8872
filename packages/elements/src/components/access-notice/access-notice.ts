import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { BaseElement, codeOf } from '../../base/base-element.ts';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { fifteen } from '../../base/phone-link.ts';
import { problem } from '../../base/problem.ts';
import { warn } from '../../base/warn.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { SasAccessChangeEvent } from '../../events/access-change.ts';
import {
  accesses,
  liveNotices,
  nextChange,
  readAccessNotice,
  readAccessNotices,
  type Access,
  type AccessNotice,
} from '../../static/access-notices.ts';
import { faultOf, readStaticFile } from '../../static/static-file.ts';
import { accessNoticeFr, type AccessNoticeStrings } from '../../strings/fr/access-notice.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { accessNoticeStyles } from './access-notice.styles.ts';
import { noticeCard } from './notice-card.ts';

/** A browser's timer counts no further: then the element looks again. */
const longestWait = 24 * 3_600_000;

/**
 * How an emergency department is reached: by anyone, or after a call. A notice that has expired
 * disappears by itself.
 *
 * @summary Access of an emergency department: open, or call first.
 *
 * @fires {SasAccessChangeEvent} sas-access-change - what holds changed, or was read for the first time
 * @fires {SasErrorEvent} sas-error - the file could not be read
 *
 * @slot - never shown: the emergency text, for readers whose browser does not run the script
 *
 * @csspart base - the whole element
 * @csspart emergency - the emergency text
 * @csspart notice - one notice
 * @csspart empty - what is shown where no notice holds
 * @csspart problem - what is shown when the file could not be read
 *
 * @cssproperty --sas-color-accent - colour of links and focus
 * @cssproperty --sas-color-danger - edge of a notice that asks to call first
 * @cssproperty --sas-color-ground - background
 * @cssproperty --sas-color-ink - text
 * @cssproperty --sas-font-family - typeface; default, the page's
 * @cssproperty --sas-radius - corner of notices
 * @cssproperty --sas-padding - space around the content
 */
export class SasAccessNotice extends BaseElement<AccessNoticeStrings> {
  static override styles = [...BaseElement.styles, publicStyles, accessNoticeStyles];

  static override properties: PropertyDeclarations = {
    src: {},
    facility: {},
    access: {},
    from: {},
    to: {},
    phone: {},
    source: {},
    sourceUrl: { attribute: 'source-url' },
    timeZone: { attribute: 'time-zone' },
  };

  /** Static file of the same site: `access.json`. Wins over the other attributes. */
  declare src: string;

  /** Name of the emergency department; with `src`, only its notices. */
  declare facility: string;

  /** `open`, or `regulated`: call before you come. */
  declare access: Access | '';

  /** Beginning, RFC 3339 with its zone; empty where the notice holds already. */
  declare from: string;

  /** End, RFC 3339 with its zone; empty where none is known. */
  declare to: string;

  /** Number to call first, where it is not 15. */
  declare phone: string;

  /** Who decided it. Without a source nothing is shown. */
  declare source: string;

  /** Address of the source. */
  declare sourceUrl: string;

  /** IANA zone of the place. */
  declare timeZone: string;

  protected readonly locale = new LocaleController<AccessNoticeStrings>(this, {
    fr: accessNoticeFr,
    en: async () => (await import('../../strings/en/access-notice.ts')).accessNoticeEn,
  });
  readonly #file = new AsyncTask(this, async (signal) => {
    const reading = readAccessNotices(await readStaticFile(this.src, signal));
    if (!reading) throw faultOf('invalid-response', this.src, 'has no list `notices`.');
    return reading;
  });
  #told = '';
  #cancel: (() => void) | undefined;

  constructor() {
    super();
    this.src = '';
    this.facility = '';
    this.access = '';
    this.from = '';
    this.to = '';
    this.phone = '';
    this.source = '';
    this.sourceUrl = '';
    this.timeZone = 'Europe/Paris';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    if (this.src !== '' && this.#file.status === 'idle') void this.refresh();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel?.();
  }

  /** Reads the file again. What is shown stays until it is there. */
  async refresh(): Promise<void> {
    await this.#file.run();
    if (this.#file.status === 'failed') this.report(this.#file.error);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src !== '') void this.refresh();
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    const now = clock.today();
    const notices = this.#notices();
    const holding = liveNotices(notices, now).filter(({ from }) => from === null || from <= now);
    const access = Object.fromEntries(
      holding.map(({ facility, access }) => [facility, access]).reverse(),
    ) as Record<string, Access>;
    const told = JSON.stringify(access);
    if (told !== this.#told && (this.src === '' || this.#file.status === 'done')) {
      this.#told = told;
      this.dispatchEvent(new SasAccessChangeEvent(access));
    }
    this.#cancel?.();
    const change = nextChange(notices, now);
    if (change === undefined) return;
    this.#cancel = clock.after(Math.min(change - now, longestWait), () => this.requestUpdate());
  }

  #notices(): AccessNotice[] {
    if (this.src !== '') {
      const { facility } = this;
      const items = this.#file.value?.items ?? [];
      return items.filter((notice) => facility === '' || notice.facility === facility);
    }
    const { access, from, to, phone, source, sourceUrl, timeZone } = this;
    if (access === '' && source === '') return [];
    const notice = readAccessNotice({
      facility: this.facility,
      ...{ access, from, to, phone, source, sourceUrl, timeZone },
    });
    if (notice) return [notice];
    warn(
      `<${this.localName}> shows nothing: it needs facility, source, access (${accesses.join(', ')}), ` +
        'and from before to, each with its zone (2026-11-23T20:00:00+01:00).',
    );
    return [];
  }

  protected override renderContent(strings: AccessNoticeStrings): TemplateResult {
    const { status, value, error } = this.#file;
    const now = clock.today();
    const notices = liveNotices(this.#notices(), now);
    const { language } = this.locale;
    const level = this.headingLevel + 1;
    const pending = status === 'pending' && !value;
    return html`${heading(this.headingLevel, strings.heading, 'title')}
    ${
      status === 'failed'
        ? problem(codeOf(error), strings, { retry: () => void this.refresh() })
        : nothing
    }
    ${
      value && value.unreadable > 0
        ? html`<p class="notice warn"><span>${strings.unreadable} ${fifteen}.</span></p>`
        : nothing
    }
    ${
      pending
        ? html`<p class="sr">${strings.loading}</p>
            <div class="skeleton" aria-busy="true"></div>`
        : notices.length > 0
          ? html`<ul class="notices">
              ${notices.map((notice) => noticeCard(notice, { strings, language, level, now }))}
            </ul>`
          : status === 'failed'
            ? nothing
            : html`<p class="notice" part="empty"><span>${strings.none} ${fifteen}.</span></p>`
    }`;
  }
}

define('sas-access-notice', SasAccessNotice);

declare global {
  interface HTMLElementTagNameMap {
    'sas-access-notice': SasAccessNotice;
  }
}
