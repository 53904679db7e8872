import { noteNothing } from '../../audit/trail.ts';
import { writeEntry } from '../../audit/entry.ts';
import type { Database } from '../../database/database.ts';
import { type Answer, type Handlers, page, seeOther } from '../../http/handler.ts';
import { pageHeaders } from '../../http/security-headers.ts';
import type { Presented } from '../authenticate.ts';
import { cookieCounts, ownOrigin } from '../sessions/own-origin.ts';
import { newCookieSecret, readCookie, writeCookie } from '../sessions/session-cookie.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { ATTEMPT_SECONDS, keepAttempt, takeAttempt } from './attempts.ts';
import { admit } from './people.ts';
import { readProfessional, SignInRefused } from './professional.ts';
import type { Provider } from './provider.ts';
import { refusalPage } from './refusal-page.ts';
import { returnPath } from './return-path.ts';

/** What signing in needs. `provider` is null where none is set. */
export interface SignInParts {
  database: Database;
  sessions: Sessions;
  provider: Provider | null;
  publicUrl: string | null;
}

export function signInRoutes(
  parts: SignInParts,
): Handlers<'startSignIn' | 'finishSignIn' | 'signOut'> {
  return {
    startSignIn: ({ query, presented }) =>
      orRefusal(() => start(parts, returnPath(query.return), presented)),
    finishSignIn: ({ query, presented }) => orRefusal(() => finish(parts, query, presented)),
    signOut: ({ presented }) => orRefusal(() => signOut(parts, presented)),
  };
}

/** A refusal is a page: whoever reads it has no use for a problem. */
async function orRefusal(work: () => Promise<Answer<undefined>>): Promise<Answer<undefined>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    const { status, html } = refusalPage(error.refusal, error.reason);
    return page(status, html, pageHeaders());
  }
}

/** @throws {SignInRefused} `not-configured` */
function open({ provider, publicUrl }: SignInParts, presented: Presented) {
  const own = ownOrigin(publicUrl, presented.host);
  if (provider === null || own === null) throw new SignInRefused('not-configured');
  return { provider, own, secure: own.startsWith('https:'), redirectUri: `${own}/auth/callback` };
}

async function start(
  parts: SignInParts,
  wanted: string,
  presented: Presented,
): Promise<Answer<undefined>> {
  const { provider, secure, redirectUri } = open(parts, presented);
  // Two tabs may sign in side by side: both are of this browser.
  const browser = readCookie(presented.cookie, 'sign-in', secure) ?? newCookieSecret();
  const checks = provider.newChecks();
  const address = await provider.authorizationUrl(checks, redirectUri);
  await keepAttempt(parts.database, browser, { ...checks, returnPath: wanted });
  const cookie = writeCookie('sign-in', browser, { secure, maxAgeSeconds: ATTEMPT_SECONDS });
  return seeOther(address.href, { 'set-cookie': cookie });
}

async function finish(
  parts: SignInParts,
  query: Readonly<Record<string, string | undefined>>,
  presented: Presented,
): Promise<Answer<undefined>> {
  const { provider, own, secure, redirectUri } = open(parts, presented);
  const browser = readCookie(presented.cookie, 'sign-in', secure);
  const attempt = await takeAttempt(parts.database, browser, query['state']);
  const callback = new URL(redirectUri);
  for (const [name, value] of Object.entries(query)) callback.searchParams.set(name, value ?? '');
  const { claims, idToken } = await provider.exchange(callback, attempt);
  const person = readProfessional(claims);
  const { value } = await parts.database.transaction(async (sql) => {
    const account = await admit(sql, person);
    // Whatever session this browser had, somebody else's perhaps, is not carried over.
    await parts.sessions.endByCookie(sql, presented.cookie, secure);
    const session = await parts.sessions.open(sql, { ...person, account, idToken });
    await writeEntry(sql, entryOf(account, 'finishSignIn', session.id));
    return session;
  });
  return seeOther(own + attempt.returnPath, {
    'set-cookie': parts.sessions.cookieOf(value, presented.host),
  });
}

async function signOut(parts: SignInParts, presented: Presented): Promise<Answer<undefined>> {
  noteNothing();
  const own = ownOrigin(parts.publicUrl, presented.host);
  if (own === null || !cookieCounts(presented, own)) throw new SignInRefused('not-from-here');
  const { cookie, host } = presented;
  const ended = await parts.database.transaction(async (sql) => {
    const session = await parts.sessions.endByCookie(sql, cookie, own.startsWith('https:'));
    if (session !== null) await writeEntry(sql, entryOf(session.account, 'signOut', session.id));
    return session;
  });
  const home = `${own}/`;
  const elsewhere =
    ended?.idToken == null ? null : await parts.provider?.endSessionUrl(ended.idToken, home);
  return seeOther(elsewhere?.href ?? home, { 'set-cookie': parts.sessions.noCookie(host) });
}

function entryOf(account: string, operation: string, record: string) {
  return {
    subject: `account:${account}`,
    roles: [],
    operation,
    right: null,
    kind: 'session',
    record,
    result: 'done' as const,
  };
}
