import { done, places, type AgendaDesk } from './desk.ts';
import type { FeedQuestion } from './feed-question.ts';

/** Reads whether the agenda has a private feed, once it is asked about. */
export async function openFeed(desk: AgendaDesk): Promise<void> {
  const { feed, schedule } = desk.store;
  if (!schedule || feed.status === 'pending' || feed.value !== undefined) return;
  await feed.run(schedule);
  if (feed.status === 'failed') desk.around.report(feed.error);
}

/** Makes the feed, or gives it another address. The address is shown this once. */
export async function renewFeed(desk: AgendaDesk): Promise<void> {
  const { around, store, scheduleId } = desk;
  const made = await desk.act('feed', () => around.api().schedules.renewFeed(scheduleId));
  desk.feedQuestion = undefined;
  desk.refresh();
  if (!made) return around.focus(places.feed);
  const { url, ...feed } = made;
  store.feed.value = { feed };
  desk.feedUrl = url;
  desk.refresh();
  await around.focus(places.feedUrl);
  await desk.say('feed', (strings) => strings.feedMade);
}

/** Ends the feed: its address is no longer served. */
export async function revokeFeed(desk: AgendaDesk): Promise<void> {
  const { around, store, scheduleId } = desk;
  const ended = await desk.act('feed', () => done(around.api().schedules.revokeFeed(scheduleId)));
  desk.feedQuestion = undefined;
  if (ended) {
    store.feed.value = { feed: undefined };
    desk.feedUrl = '';
    await desk.say('feed', (strings) => strings.feedEnded);
  }
  desk.refresh();
  await around.focus(places.feed);
}

/** Asks before an address ends that programs may be reading. */
export async function askFeed(desk: AgendaDesk, question: FeedQuestion): Promise<void> {
  desk.feedQuestion = question;
  desk.refresh();
  await desk.around.focus(places.keepFeed);
}

/** The reader leaves the feed as it is. */
export async function keepFeed(desk: AgendaDesk): Promise<void> {
  desk.feedQuestion = undefined;
  desk.refresh();
  await desk.around.focus(places.feed);
}

/** Puts the address on the clipboard, and says whether that worked. */
export async function copyFeedUrl(desk: AgendaDesk): Promise<void> {
  try {
    await navigator.clipboard.writeText(desk.feedUrl);
    await desk.say('feed', (strings) => strings.feedCopied);
  } catch {
    await desk.around.focus(places.feedUrl);
    await desk.say('feed', (strings) => strings.feedNotCopied);
  }
}
