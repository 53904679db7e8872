import { html, nothing, type TemplateResult } from 'lit';
import { codeOf } from '../../base/sas-element.ts';
import { civilTime } from '../../format/civil.ts';
import { formatDate } from '../../format/week.ts';
import type { PartStrings } from './agenda-texts.ts';
import type { FeedQuestion } from './feed-question.ts';
import { askFeed, copyFeedUrl, keepFeed, openFeed, renewFeed, revokeFeed } from './feed-work.ts';
import { messagesAt } from './messages.ts';
import { confirmation, failure, sentenceOf } from './notice.ts';
import type { AgendaContext } from './view.ts';

/** The private feed of the agenda, read when it is opened. */
export function feedCard(context: AgendaContext): TemplateResult {
  const { desk } = context;
  // Its texts are loaded with what they tell.
  const strings = desk.store.feed.status === 'idle' ? undefined : context.part('feed');
  return html`<details
    class="card"
    part="feed"
    @toggle=${(event: Event) => {
      if ((event.currentTarget as HTMLDetailsElement).open) void openFeed(desk);
    }}
  >
    <summary id="feed">${context.strings.feedTitle}</summary>
    ${strings ? inside({ ...context, strings }) : nothing}
  </details>`;
}

type FeedContext = AgendaContext & { strings: PartStrings<'feed'> };

const inside = (context: FeedContext): TemplateResult =>
  html`<div class="feed">
    <p class="quiet small">${context.strings.feedHint}</p>
    ${messagesAt(context.desk, 'feed', context.strings)} ${state(context)}
  </div>`;

function state(context: FeedContext): unknown {
  const { desk, strings, language, zone } = context;
  const { status, value, error } = desk.store.feed;
  if (status === 'failed') {
    return failure(sentenceOf(codeOf(error), strings), {
      label: strings.retry,
      act: () => void openFeed(desk),
    });
  }
  if (!value) return html`<p class="quiet">${strings.loading}</p>`;
  const { feed } = value;
  if (!feed) return act(context, strings.feedMake, () => void renewFeed(desk));
  const { date } = civilTime(feed.created, zone);
  return html`<p class="small">
      ${strings.feedSince(formatDate(date, language))}
      ${feed.lastRead ? strings.feedRead(formatDate(feed.lastRead, language)) : strings.feedUnread}
    </p>
    ${desk.feedUrl ? address(context) : nothing}
    ${
      desk.feedQuestion
        ? question(context, desk.feedQuestion)
        : html`<div class="row">
            ${act(context, strings.feedRenew, () => void askFeed(desk, 'renew'))}
            ${act(context, strings.feedRevoke, () => void askFeed(desk, 'revoke'))}
          </div>`
    }`;
}

const act = ({ desk }: AgendaContext, label: string, work: () => void): TemplateResult =>
  html`<button
    class="button"
    type="button"
    aria-disabled=${desk.busy ? 'true' : nothing}
    @click=${() => desk.busy || work()}
  >
    ${label}
  </button>`;

function address({ desk, strings }: FeedContext): TemplateResult {
  return html`<div class="notice warn">
    <label class="label" for="feed-url">${strings.feedUrl}</label>
    <input id="feed-url" class="input" readonly .value=${desk.feedUrl} />
    <p class="small">${strings.feedOnce}</p>
    <button class="button" type="button" @click=${() => void copyFeedUrl(desk)}>
      ${strings.feedCopy}
    </button>
  </div>`;
}

function question({ desk, strings }: FeedContext, asked: FeedQuestion): TemplateResult {
  const renew = asked === 'renew';
  return confirmation({
    id: 'keep-feed',
    question: renew ? strings.feedRenewAsk : strings.feedRevokeAsk,
    no: strings.keepIt,
    refuse: () => void keepFeed(desk),
    busy: desk.busy,
    choices: [
      {
        label: renew ? strings.feedRenew : strings.feedRevoke,
        accept: () => void (renew ? renewFeed(desk) : revokeFeed(desk)),
      },
    ],
  });
}
