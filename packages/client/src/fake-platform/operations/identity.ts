import { contract } from '../../generated/contract.ts';
import { type Caller, rolesWith } from '../callers.ts';
import { created, type Handlers, ok } from '../handler.ts';
import { bodyRefusal, notFound, Refusal } from '../problem.ts';
import { reaches } from '../visibility.ts';
import { instant, type World } from '../world.ts';

const EMBED_MS = 15 * 60_000;
const ACCESS_TOKEN_SECONDS = 600;

const SEARCH = ['session:read', 'availability:read', 'structure:read'];

/** What an element may ask, whoever looks at it. */
const RIGHTS_OF: Readonly<Record<string, readonly string[]>> = {
  'sas-availability': SEARCH,
  'sas-booking': [
    ...SEARCH,
    ...['hold:create', 'hold:change'],
    ...['appointment:book', 'appointment:read', 'appointment:change'],
  ],
  'sas-orientation': [
    ...SEARCH,
    ...['search-link:accept', 'hold:create', 'hold:change', 'departure:create'],
    ...['appointment:book', 'appointment:book-at-editor', 'appointment:read', 'appointment:change'],
    ...[
      'orientation:create',
      'orientation:read',
      'orientation:execute',
      'orientation:withdraw',
      'orientation:acknowledge',
    ],
    ...['practice-call:create', 'practice-call:read', 'protocol:read'],
  ],
  'sas-agenda': [
    ...['session:read', 'structure:read', 'agenda:read', 'agenda:write', 'contact:read'],
    ...['appointment:list', 'appointment:read', 'appointment:change', 'appointment:close'],
  ],
};

/** Those whom dispatch software may stand in for. */
const DESK = ['unscheduled-care-operator', 'regulator', 'emergency-regulator', 'call-taker'];

/** @throws {Refusal} 400 for what is not the origin of a secure page. */
function checkOrigin(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && local);
  if (url?.origin === text && secure) return;
  throw bodyRefusal('invalid-value', '/origin', 'not the origin of a secure page');
}

/** @throws {Refusal} 403 for a role, 404 for a practitioner without an agenda of the caller's. */
function checkStandsIn(
  { schedules }: World,
  caller: Caller,
  { nationalId, role = '' }: { nationalId?: string; role?: string },
): void {
  if (nationalId !== undefined) {
    const own = [...schedules.values()].some(
      (schedule) =>
        schedule.practitioner?.nationalId === nationalId &&
        reaches(caller, 'embed-session:create', schedule),
    );
    if (own) return;
    throw new Refusal('not-found', 'No agenda of yours is of this practitioner.');
  }
  const dispatch = caller.identity.roles.includes('dispatch-software') && DESK.includes(role);
  if (dispatch || rolesWith(caller, 'embed-session:create', 'self').includes(role)) return;
  throw new Refusal('forbidden', 'You may not open an element for this role.');
}

/** Why the token endpoint refuses: RFC 6749, 5.2. */
function tokenRefusal(
  error: 'invalid_client' | 'invalid_request' | 'unsupported_grant_type',
  detail: string,
): Refusal {
  const extension = { error, error_description: detail };
  if (error !== 'invalid_client') return new Refusal('invalid-grant', detail, { extension });
  const headers = { 'www-authenticate': 'Basic realm="sas", charset="UTF-8"' };
  return new Refusal('invalid-client', detail, { extension, headers });
}

/** RFC 6749, 2.3.1: by HTTP Basic or in the body, never both. */
function readClient(
  authorization: string | null,
  { client_id: id, client_secret: secret }: { client_id?: string; client_secret?: string },
): { id: string; secret: string } {
  if (authorization === null) {
    if (id !== undefined && secret !== undefined) return { id, secret };
    throw tokenRefusal('invalid_client', 'The client does not authenticate.');
  }
  if (secret !== undefined) {
    throw tokenRefusal('invalid_request', 'The client authenticates in two ways.');
  }
  const basic = /^Basic ([\w+/=-]+)$/i.exec(authorization)?.[1] ?? '';
  const [name = '', ...rest] = atob(basic).split(':');
  const plain = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
  if (rest.length > 0) return { id: plain(name), secret: plain(rest.join(':')) };
  throw tokenRefusal('invalid_client', 'The Authorization header is not HTTP Basic.');
}

type Operations = 'getSession' | 'endSession' | 'acceptTerms' | 'openEmbedSession' | 'issueToken';

export const identity: Pick<Handlers, Operations> = {
  getSession({ caller }) {
    const { subject, roles, territories, nationalIds, structures, communities } = caller.identity;
    return ok({
      subject,
      person: null,
      roles: [...roles],
      rights: Object.keys(contract.rights).filter((right) => rolesWith(caller, right).length > 0),
      territories: [...(territories ?? [])],
      nationalIds: [...(nationalIds ?? [])],
      structures: [...(structures ?? [])],
      communities: [...(communities ?? [])],
      delegations: [],
      terms: null,
      expiresAt: null,
    });
  },

  endSession() {
    throw notFound('session');
  },

  acceptTerms() {
    throw notFound('session');
  },

  openEmbedSession({ world, caller, body }) {
    const { element, origin, nationalId, role, user } = body;
    checkOrigin(origin);
    if ((nationalId === undefined) === (role === undefined)) {
      throw bodyRefusal('invalid-value', '/nationalId', 'name a practitioner or a role, not both');
    }
    checkStandsIn(world, caller, body);
    const { subject, editor, territories } = caller.identity;
    const token = `embed-${world.newId()}`;
    const expires = world.now() + EMBED_MS;
    const identity = {
      // The platform keeps a hash of `user`.
      subject: ['embed', subject, nationalId ?? role, ...(user === undefined ? [] : [user])].join(
        ':',
      ),
      roles: [role ?? 'practitioner'],
      nationalIds: nationalId === undefined ? undefined : [nationalId],
      editor: nationalId === undefined ? undefined : editor,
      territories: nationalId === undefined ? territories : undefined,
    };
    world.credentials.tokens.set(token, { identity, only: RIGHTS_OF[element], origin, expires });
    return created('/v1/session', { token, expiresAt: instant(expires) });
  },

  issueToken({ world, body, headers }) {
    if (body.grant_type === undefined) {
      throw tokenRefusal('invalid_request', 'grant_type is missing.');
    }
    if (body.grant_type !== 'client_credentials') {
      throw tokenRefusal('unsupported_grant_type', 'Only client_credentials is granted.');
    }
    const { id, secret } = readClient(headers.get('authorization'), body);
    const client = world.clients.get(id);
    if (client?.secret !== secret) {
      throw tokenRefusal('invalid_client', 'The client or its secret is not known.');
    }
    const token = `access-${world.newId()}`;
    const expires = world.now() + ACCESS_TOKEN_SECONDS * 1000;
    world.credentials.tokens.set(token, { identity: client.identity, expires });
    const answer = { access_token: token, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS };
    return ok(answer as never, { 'cache-control': 'no-store', pragma: 'no-cache' });
  },
};
