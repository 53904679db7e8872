import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/locale.ts';
import { formatPartialDate } from '../../format/partial-date.ts';
import type { NewsStrings } from '../../strings/fr/news.ts';
import type { NewsArticle } from './article.ts';

/** What an item needs around its article. */
export interface EntryContext {
  strings: NewsStrings;
  language: Language;
  /** Title of an article of the list by its address `#id`. */
  titleOf(address: string): string | undefined;
  share(article: NewsArticle): void;
}

/** An article in its slot, with what the element says about it: kind, date, archive, source. */
export function newsEntry(article: NewsArticle, context: EntryContext): TemplateResult {
  const { strings, language } = context;
  const { type, published, archived, shows } = article;
  return html`<li class="entry" part="item">
    <p class="meta row small">
      ${type === '' ? nothing : html`<span class="badge">${strings.types[type] ?? type}</span>`}
      ${archived ? html`<span class="badge old">${strings.archived}</span>` : nothing}
      ${
        published === null
          ? html`<span class="quiet">${strings.noDate}</span>`
          : shows.published
            ? nothing
            : html`<time class="quiet" datetime=${published}
                >${strings.published(formatPartialDate(published, language))}</time
              >`
      }
      ${[...article.sectors, ...article.areas].map(
        (word) => html`<span class="quiet">${word}</span>`,
      )}
    </p>
    ${archived ? archive(article, context) : nothing}
    <slot></slot>
    <p class="foot row small">
      ${source(article, strings)}
      ${
        article.licence === null
          ? nothing
          : html`<span class="quiet">${strings.licence(article.licence)}</span>`
      }
      ${
        article.url === null
          ? nothing
          : html`<span class="address">${article.url}</span>
              <button
                class="link no-print"
                type="button"
                aria-label=${strings.shareItem(article.title)}
                @click=${() => context.share(article)}
              >
                ${strings.share}
              </button>`
      }
    </p>
  </li>`;
}

function archive(article: NewsArticle, context: EntryContext): TemplateResult {
  const { strings, language } = context;
  const { archivedOn, supersededBy } = article;
  return html`<p class="notice warn" part="archived">
    <span
      >${strings.archivedNotice}
      ${archivedOn === null ? nothing : strings.archivedOn(formatPartialDate(archivedOn, language))}
      ${
        supersededBy === null
          ? nothing
          : html`${strings.supersededBy}
              <a href=${supersededBy} rel="noopener"
                >${context.titleOf(supersededBy) ?? strings.newer}</a
              >.`
      }</span
    >
  </p>`;
}

function source(
  { source, sourceUrl, shows }: NewsArticle,
  strings: NewsStrings,
): TemplateResult | typeof nothing {
  if (shows.source || (source === null && sourceUrl === null)) return nothing;
  const text = source ?? sourceUrl;
  return html`<span class="quiet"
    >${strings.source}
    ${sourceUrl === null ? text : html`<a href=${sourceUrl} rel="noopener">${text}</a>`}</span
  >`;
}
