import { createHash } from 'node:crypto';
import { isDeclaredFor } from '../../aggregation/editors/served.ts';
import type { Database } from '../../database/database.ts';
import type { components } from '../../generated/platform.ts';
import { tellsWho } from '../../http/personal-numbers.ts';
import { bodyProblem, ProblemError } from '../../http/problem.ts';
import { type TokenReader, unauthenticated } from '../authenticate.ts';
import { type Caller, hasRole, type Role } from '../caller.ts';
import { type Right, rolesWith } from '../rights.ts';
import { Bindings, schedulesWithin } from '../visibility.ts';
import type { AccessTokens, IssuedToken } from './access-tokens.ts';

type EmbedRequest = components['schemas']['EmbedSessionRequest'];

/** Life of an embedded element's token, seconds. */
const EMBED_SECONDS = 15 * 60;

const SEARCH = ['session:read', 'availability:read', 'structure:read'] as const;

/** What an element may ask, whoever looks at it. */
const RIGHTS_OF: Readonly<Record<EmbedRequest['element'], readonly Right[]>> = {
  'sas-availability': SEARCH,
  'sas-booking': [
    ...SEARCH,
    'hold:create',
    'hold:change',
    'appointment:book',
    'appointment:read',
    'appointment:change',
  ],
  'sas-orientation': [
    ...SEARCH,
    'search-link:accept',
    'hold:create',
    'hold:change',
    'appointment:book',
    'appointment:book-at-editor',
    'appointment:read',
    'appointment:change',
    'departure:create',
    'transmission:retry',
    'orientation:create',
    'orientation:read',
    'orientation:execute',
    'orientation:withdraw',
    'orientation:acknowledge',
    'practice-call:create',
    'practice-call:read',
    'protocol:read',
  ],
  'sas-agenda': [
    'session:read',
    'structure:read',
    'agenda:read',
    'agenda:write',
    'appointment:list',
    'appointment:read',
    'appointment:change',
    'appointment:close',
    'contact:read',
  ],
};

/** For whom dispatch software may open an element: those who sit in front of it. */
const DESK: readonly Role[] = [
  'unscheduled-care-operator',
  'regulator',
  'emergency-regulator',
  'call-taker',
];

interface EmbedClaims {
  sub: string;
  client_id: string;
  role: Role;
  element: EmbedRequest['element'];
  origin: string;
  nationalId?: string;
  /** The vendor that vouches for the practitioner, and whether an administrator does. */
  editor?: string;
  editorDeclared?: boolean;
  territories?: readonly string[];
}

/**
 * Makes a short token for one element on one origin, for one practitioner of the vendor's or for one
 * role that the client may stand in for.
 *
 * @throws {ProblemError} 400 for an origin that is none, 403 for a role, 404 for a practitioner that
 * has no agenda of this vendor's, 422 for a `user` that tells who somebody is.
 */
export async function createEmbedSession(
  database: Database,
  tokens: AccessTokens,
  caller: Caller,
  request: EmbedRequest,
): Promise<IssuedToken> {
  const { element, nationalId } = request;
  const { editor } = caller.identity;
  const origin = readOrigin(request.origin);
  if ((nationalId === undefined) === (request.role === undefined)) {
    throw bodyProblem('invalid-value', '/nationalId', 'name a practitioner or a role, not both');
  }
  if (nationalId !== undefined) await checkOwn(database, caller, nationalId);
  else checkRole(caller, request.role!);
  const role = request.role ?? 'practitioner';
  const claims: EmbedClaims = {
    sub: `embed:${caller.identity.subject}:${nationalId ?? role}${personOf(caller, request)}`,
    client_id: caller.identity.subject,
    role,
    element,
    origin,
    ...(nationalId !== undefined && { nationalId }),
    ...(nationalId !== undefined &&
      editor !== undefined && {
        editor,
        editorDeclared: await isDeclaredFor(database, editor, nationalId),
      }),
    ...(nationalId === undefined && { territories: caller.identity.territories ?? [] }),
  };
  return tokens.issue('sas-embed+jwt', { ...claims }, EMBED_SECONDS);
}

/** Ends the subject of one person of a program, who is known by a hash; empty where none is told apart. */
function personOf({ identity }: Caller, { user }: EmbedRequest): string {
  if (user === undefined) return '';
  if (tellsWho(user)) {
    throw bodyProblem('personal-number', '/user', 'It would tell who somebody is: an opaque id.');
  }
  const text = JSON.stringify([identity.subject, user]);
  return `:${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
}

/** As a browser writes an `Origin`: scheme, host, port; https, or http on the machine itself. */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && local);
  if (url !== null && url.origin === text && secure) return text;
  throw bodyProblem('invalid-value', '/origin', 'not the origin of a secure page');
}

async function checkOwn(database: Database, caller: Caller, nationalId: string): Promise<void> {
  const bind = new Bindings();
  const rows = await database.query(
    `select 1 from schedule sch join practitioner p on p.id = sch.practitioner_id
     where p.national_id = ${bind.add(nationalId)}
       and ${schedulesWithin(caller, 'embed-session:create', 'sch', bind)} limit 1`,
    bind.values,
  );
  if (rows.length > 0) return;
  throw new ProblemError('not-found', 'No agenda of yours is of this practitioner.');
}

function checkRole(caller: Caller, role: Role): void {
  const standsIn = hasRole(caller, ['dispatch-software']) && DESK.includes(role);
  const holds = rolesWith(caller, 'embed-session:create', 'self').includes(role);
  if (standsIn || holds) return;
  throw new ProblemError('forbidden', 'You may not open an element for this role.');
}

/**
 * Reads the tokens of embedded elements: from their own origin only, for their element's rights only.
 *
 * @throws {ProblemError} 401, 403 `origin-not-allowed`.
 */
export function readEmbedTokens(
  tokens: AccessTokens,
  isClient: (subject: string) => boolean,
): TokenReader {
  return async (token, { origin, host, site }) => {
    const payload = await tokens.read('sas-embed+jwt', token);
    if (payload === null) return null;
    const claims = payload as unknown as EmbedClaims;
    if (typeof claims.origin !== 'string' || !Object.hasOwn(RIGHTS_OF, claims.element)) {
      throw unauthenticated('The token is not valid.');
    }
    if (!isClient(claims.client_id)) throw unauthenticated('The client is not known any more.');
    // A page of the platform's own origin sends no Origin with what only reads.
    const own = origin === undefined && site === 'same-origin';
    if (own ? new URL(claims.origin).host !== host : origin !== claims.origin) {
      throw new ProblemError('origin-not-allowed', 'This token is for a page of another origin.');
    }
    const { sub, role, nationalId, editor, editorDeclared, territories } = claims;
    return {
      kind: 'professional',
      scope: `subject:${sub}`,
      identity: {
        subject: sub,
        roles: [role],
        ...(nationalId !== undefined && { nationalIds: [nationalId] }),
        ...(editor !== undefined && { editor, editorDeclared: editorDeclared === true }),
        ...(territories !== undefined && { territories }),
      },
      only: RIGHTS_OF[claims.element],
      page: payload.jti!,
      fromOrigin: true,
    };
  };
}
