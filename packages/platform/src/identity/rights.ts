import { type Caller, type Role, ROLES, type Visibility } from './caller.ts';

/**
 * How far a right reaches.
 * - `everything`: every record;
 * - `territory`: records of the territories that the caller works for;
 * - `own`: those of its person, of its structures, of its software, or of the professionals who
 *   delegated to it;
 * - `self`: what it made itself, or its own account;
 * - `visible`: slots that `SLOTS` lets it see;
 * - `capability`: the one record whose secret it holds.
 */
export type Scope = 'everything' | 'territory' | 'own' | 'self' | 'visible' | 'capability';

type Holders = Partial<Record<Role, readonly Scope[]>>;

const each = (roles: readonly Role[], ...scopes: Scope[]): Holders =>
  Object.fromEntries(roles.map((role) => [role, scopes]));
const everybody = (...scopes: Scope[]): Holders =>
  each(
    ROLES.filter((role) => role !== 'public'),
    ...scopes,
  );

const PRACTICE = ['practitioner', 'delegate', 'structure-manager'] as const;
/** Whoever regulates or carries out what a regulator decided. */
export const DESK = [
  'unscheduled-care-operator',
  'regulator',
  'emergency-regulator',
  'call-taker',
  'dispatch-software',
] as const;

/**
 * Who may do what, how far: resource and action, then role and scope. What is not here is refused.
 * Every operation of the contract names its right in `x-right`; `open` needs no credentials.
 */
export const RIGHTS = {
  'territory:write': { 'territory-lead': ['territory'], administrator: ['everything'] },
  'news:write': { 'territory-lead': ['territory'], administrator: ['everything'] },
  'structure:read': { public: ['everything'], ...everybody('everything') },

  'availability:read': {
    public: ['visible'],
    ...each([...PRACTICE, ...DESK], 'visible'),
    ...each(['triage-nurse', 'territory-lead', 'account-manager', 'administrator'], 'visible'),
    editor: ['own'],
  },

  /** What dispatch software hands over: a street and a doctor's name. */
  'search-link:accept': each([...DESK, 'triage-nurse', 'administrator'], 'everything'),

  'hold:create': {
    public: ['visible'],
    ...each([...PRACTICE, ...DESK, 'triage-nurse', 'administrator'], 'visible'),
  },
  'hold:change': {
    public: ['capability'],
    ...each([...PRACTICE, ...DESK, 'triage-nurse', 'administrator'], 'capability'),
  },

  /** A triage nurse books by an orientation. */
  'appointment:book': {
    public: ['visible'],
    ...each([...PRACTICE, ...DESK, 'administrator'], 'visible'),
  },
  /** To book in the agenda of an editor, where that is done in one step: for a regulation only. */
  'appointment:book-at-editor': each(
    ['unscheduled-care-operator', 'regulator', 'emergency-regulator', 'call-taker'],
    'visible',
  ),
  /** To leave for the page of an editor, whose slots are not booked here. */
  'departure:create': each([...DESK, 'triage-nurse', 'administrator'], 'visible'),
  'appointment:list': {
    ...each(PRACTICE, 'own', 'self'),
    ...each(DESK, 'territory', 'self'),
    'territory-lead': ['territory'],
    'triage-nurse': ['self'],
    administrator: ['everything'],
  },
  'appointment:read': {
    public: ['capability'],
    ...each(PRACTICE, 'own', 'self'),
    ...each(DESK, 'territory', 'self'),
    'territory-lead': ['territory'],
    'triage-nurse': ['self'],
    administrator: ['everything'],
  },
  'appointment:change': {
    public: ['capability'],
    ...each(PRACTICE, 'own', 'self'),
    ...each(DESK, 'territory', 'self'),
    'triage-nurse': ['self'],
    administrator: ['everything'],
  },
  'appointment:close': { ...each(PRACTICE, 'own'), administrator: ['everything'] },
  /** To tell dispatch software once more. */
  'transmission:retry': {
    ...each(DESK, 'territory', 'self'),
    'triage-nurse': ['self'],
    administrator: ['everything'],
  },
  /** The name and phone of a public booking: for whoever expects the person. */
  'contact:read': each(PRACTICE, 'own'),

  /** Who decides is a rule of the orientation itself: `regulation/decisions.ts`. */
  'orientation:create': each([...DESK, 'triage-nurse'], 'self'),
  /** A practice reads those that go to it. */
  'orientation:read': {
    ...each(PRACTICE, 'own'),
    ...each(DESK, 'territory', 'self'),
    'territory-lead': ['territory'],
    'triage-nurse': ['self'],
    administrator: ['everything'],
  },
  /** To carry out what a doctor decided, of which a nurse is told nothing else. */
  'orientation:execute': {
    ...each(['regulator', 'emergency-regulator'], 'territory', 'self'),
    ...each(['unscheduled-care-operator', 'call-taker', 'triage-nurse'], 'territory'),
  },
  'orientation:withdraw': each([...DESK, 'triage-nurse'], 'self'),
  'orientation:acknowledge': {
    ...each(DESK, 'territory', 'self'),
    'triage-nurse': ['self'],
  },
  'practice-call:create': each([...DESK, 'triage-nurse'], 'self'),
  'practice-call:read': each([...DESK, 'triage-nurse'], 'self'),
  'protocol:read': {
    ...each([...DESK, 'triage-nurse', 'territory-lead'], 'territory'),
    administrator: ['everything'],
  },
  'protocol:write': { 'territory-lead': ['territory'] },
  /** For a holder of the territory. */
  'protocol:sign': { 'territory-lead': ['territory'] },

  /** A telephone system tells by its dispatch software. */
  'call-event:create': {
    'dispatch-software': ['territory'],
    administrator: ['everything'],
  },
  /** Sums, never a record: `authority` and `payer` those of whole months. */
  'statistics:read': {
    'territory-lead': ['territory'],
    ...each(['authority', 'payer', 'administrator'], 'everything'),
  },
  /** A practice reads of each of its agendas, others the sum of a territory's. */
  'agenda-statistics:read': {
    ...each(PRACTICE, 'own'),
    'territory-lead': ['territory'],
    ...each(['authority', 'payer', 'administrator'], 'everything'),
  },

  'agenda:read': { ...each([...PRACTICE, 'editor'], 'own'), administrator: ['everything'] },
  'agenda:write': { ...each([...PRACTICE, 'editor'], 'own'), administrator: ['everything'] },

  /** A feed is read by whoever has its address: no delegate or vendor gives out one that outlives it. */
  'agenda-feed:read': {
    ...each(['practitioner', 'structure-manager'], 'own'),
    administrator: ['everything'],
  },
  'agenda-feed:write': {
    ...each(['practitioner', 'structure-manager'], 'own'),
    administrator: ['everything'],
  },

  /** Declared on honour: whoever looks after accounts reads it, and does not say it for others. */
  'participation:read': {
    ...each(PRACTICE, 'own'),
    'account-manager': ['territory'],
    administrator: ['everything'],
  },
  'participation:write': each(PRACTICE, 'own'),

  'session:read': everybody('self'),
  'session:end': everybody('self'),
  'terms:accept': everybody('self'),
  'account:read': {
    ...each(['territory-lead', 'account-manager'], 'territory'),
    administrator: ['everything'],
  },
  'account:write': { 'account-manager': ['territory'], administrator: ['everything'] },
  'delegation:ask': { delegate: ['self'] },
  'delegation:read': { ...each(PRACTICE, 'own', 'self'), administrator: ['everything'] },
  'delegation:decide': each(['practitioner', 'structure-manager'], 'own'),
  'delegation:end': { ...each(PRACTICE, 'own', 'self'), administrator: ['everything'] },

  /** For a practitioner of one's own, or to stand in for oneself on another page. Programs only. */
  'embed-session:create': {
    editor: ['own'],
    ...each([...DESK, 'triage-nurse'], 'self'),
    administrator: ['everything'],
  },

  /** Events leave for an address outside: programs of a vendor for its agendas, an administrator for all. */
  'webhook:read': { editor: ['own'], administrator: ['everything'] },
  'webhook:write': { editor: ['own'], administrator: ['everything'] },

  /** The platform's agenda as a vendor would serve it. Programs, and whoever looks after them. */
  'own-agenda:read': {
    editor: ['own'],
    ...each(['dispatch-software', 'administrator'], 'visible'),
  },
  /** What vendors tell of their own appointments (INT_R03). */
  'received-appointment:write': { editor: ['own'] },

  /** How connected vendors stand, for whoever works with their slots. */
  'editor:list': each(
    [...DESK, 'triage-nurse', 'territory-lead', 'account-manager', 'administrator'],
    'everything',
  ),
  /** Where and how they are asked, and what they answered. */
  'editor:read': { administrator: ['everything'] },
  'editor:write': { administrator: ['everything'] },

  'audit:read': { administrator: ['everything'] },
} as const satisfies Record<string, Holders>;

/** `resource:action` */
export type Right = keyof typeof RIGHTS;

/** Where a slot's code opens it to a role. */
export type SlotScope =
  /** Everywhere. */
  | 'every'
  /** Where practitioner and slot agree to public display. */
  | 'displayed'
  /** In agendas of one's own. */
  | 'own'
  /** In CPTS that one belongs to. */
  | 'own-community'
  /** Of practitioners who take people redirected from an emergency department. */
  | 'redirection-scheme';

type Codes = Partial<Record<Visibility, SlotScope>>;

const EVERY_CODE: Codes = { PUBLIC: 'every', PRO: 'every', SNP: 'every', CPTS: 'every' };
const PRACTICE_CODES: Codes = { PUBLIC: 'every', PRO: 'every', SNP: 'own', CPTS: 'own-community' };

/** Which slots a role sees, by code; several codes of a slot combine as OR. Authority and payer see none. */
export const SLOTS: Readonly<Partial<Record<Role, Codes>>> = {
  public: { PUBLIC: 'displayed' },
  practitioner: PRACTICE_CODES,
  delegate: PRACTICE_CODES,
  'structure-manager': PRACTICE_CODES,
  'triage-nurse': { PUBLIC: 'every', PRO: 'every', SNP: 'redirection-scheme' },
  'unscheduled-care-operator': EVERY_CODE,
  regulator: EVERY_CODE,
  'emergency-regulator': EVERY_CODE,
  'call-taker': EVERY_CODE,
  'territory-lead': EVERY_CODE,
  'account-manager': EVERY_CODE,
  administrator: EVERY_CODE,
  editor: { PUBLIC: 'own', PRO: 'own', SNP: 'own', CPTS: 'own' },
  'dispatch-software': EVERY_CODE,
};

/** Whether a text names a right. */
export function isRight(text: string): text is Right {
  return Object.hasOwn(RIGHTS, text);
}

/** The roles that hold a right, in the table's order. */
export function rolesOf(right: Right): Role[] {
  return Object.keys(RIGHTS[right]) as Role[];
}

/** Rights of registered programs: what they make lives by their registration, which a person lacks. */
const OF_PROGRAMS: readonly Right[] = ['embed-session:create'];

/** Whether this caller's way in leaves it the right, whatever its roles. */
function leaves({ session, only }: Caller, right: Right): boolean {
  if (session !== undefined && OF_PROGRAMS.includes(right)) return false;
  return only?.includes(right) !== false;
}

/** The caller's roles that hold a right with this scope. */
export function rolesWith(caller: Caller, right: Right, scope: Scope): Role[] {
  const holders: Holders = RIGHTS[right];
  if (!leaves(caller, right)) return [];
  return caller.identity.roles.filter((role) => holders[role]?.includes(scope) === true);
}

/** Whether the caller holds a right, however far it reaches. */
export function holds(caller: Caller, right: Right): boolean {
  if (!leaves(caller, right)) return false;
  return caller.identity.roles.some((role) => Object.hasOwn(RIGHTS[right], role));
}
