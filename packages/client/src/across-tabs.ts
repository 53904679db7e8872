/**
 * One question for a token for all tabs of a browser.
 *
 * @module
 */
import type { AskToken, TimedToken, TokenQuestion } from './keep-token.ts';
import { wait } from './wait.ts';

/** How long the tabs of a browser wait for each other. */
export interface AcrossTabsOptions {
  /** Milliseconds that a tab waits for one that asks; then it asks itself. Default 5 000. */
  timeoutMs?: number | undefined;
}

/** What tabs tell each other: a token and its end, ms since the epoch, or that there was none. */
type Told = { readonly token: string; readonly endsAt: number } | { readonly token: null };

/** Rejects with the signal's reason once that is aborted. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) fail();
    signal.addEventListener('abort', fail);
  });
}

/** What the tabs of one name have told last, since this one listens. */
class Tabs {
  readonly #channel: BroadcastChannel | undefined;
  #heard: Told = { token: null };
  #wake = () => {};
  #next = new Promise<void>((resolve) => (this.#wake = resolve));

  constructor(name: string) {
    if (typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Told>) => {
      this.#heard = data;
      this.#wake();
      this.#next = new Promise((resolve) => (this.#wake = resolve));
    };
    // Node would wait for it.
    (this.#channel as { unref?: () => void }).unref?.();
  }

  /** Resolves when a tab tells something. */
  get next(): Promise<void> {
    return this.#next;
  }

  /** A token that another tab has had meanwhile. */
  newerThan(replaced: string | undefined): TimedToken | undefined {
    const heard = this.#heard;
    if (heard.token === null || heard.token === replaced) return undefined;
    const expiresInSeconds = (heard.endsAt - Date.now()) / 1000;
    return expiresInSeconds > 0 ? { token: heard.token, expiresInSeconds } : undefined;
  }

  /** What this tab tells is the newest word, to itself too. */
  tell(given: TimedToken | undefined): void {
    this.#heard = given
      ? { token: given.token, endsAt: Date.now() + given.expiresInSeconds * 1000 }
      : { token: null };
    this.#channel?.postMessage(this.#heard);
  }
}

/**
 * Lets the tabs of a browser ask for a token one after the other, and takes what another had meanwhile: a
 * refresh token that may be used once is used once. Tabs find each other by `name`: one for each platform
 * and each person. A tab that hangs keeps no other from asking; where there are no Web Locks (a page served
 * over plain http, a sandboxed frame) each asks for itself.
 *
 * @example
 * const across = acrossTabs('agenda');
 * element.getToken = embedToken('/sas-token', { across });
 */
export function acrossTabs(
  name: string,
  { timeoutMs = 5_000 }: AcrossTabsOptions = {},
): (ask: AskToken) => AskToken {
  const lock = `sas-kit token ${name}`;
  return (ask) => {
    let tabs: Tabs | undefined;

    async function askAndTell(others: Tabs, question: TokenQuestion): Promise<TimedToken> {
      let given: TimedToken | undefined;
      try {
        // A question that hangs gives the lock back when its time is over.
        given = await Promise.race([ask(question), aborted(question.signal)]);
        return given;
      } finally {
        others.tell(given);
      }
    }

    return async (question) => {
      const { signal, replaced } = question;
      const others = (tabs ??= new Tabs(lock));
      const told = others.next;
      const known = others.newerThan(replaced);
      if (known) return known;
      const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
      if (!locks) return askAndTell(others, question);

      const free = { ifAvailable: true };
      let mine = false;
      try {
        const atOnce = await locks.request(lock, free, (held) => {
          mine = held !== null;
          return held && askAndTell(others, question);
        });
        if (atOnce) return atOnce;
      } catch (error) {
        if (mine) throw error;
        return await askAndTell(others, question); // a frame without an origin is refused locks
      }

      const patience = new AbortController();
      const lose = () => patience.abort();
      const timer = setTimeout(lose, timeoutMs);
      signal.addEventListener('abort', lose);
      try {
        return await locks.request(lock, { signal: patience.signal }, async () => {
          mine = true;
          clearTimeout(timer);
          // The lock may be there before the word of the tab that had it, which may have closed.
          await Promise.race([told, wait(timeoutMs / 5, patience.signal)]);
          return others.newerThan(replaced) ?? askAndTell(others, question);
        });
      } catch (error) {
        if (mine || signal.aborted) throw error;
        return await askAndTell(others, question);
      } finally {
        lose();
        clearTimeout(timer);
        signal.removeEventListener('abort', lose);
      }
    };
  };
}
