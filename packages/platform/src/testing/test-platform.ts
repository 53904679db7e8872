import { randomBytes } from 'node:crypto';
import { openDatabase } from '../database/connection.ts';
import type { Database } from '../database/database.ts';
import { readConfig } from '../config.ts';
import type { Identity } from '../identity/caller.ts';
import { type CredentialsFile, issueCredentials } from '../identity/credentials.ts';
import { createPlatform, type Platform } from '../platform.ts';
import { freshDatabase } from './test-database.ts';

/** A call to the platform under test, over real HTTP. */
export interface TestRequest {
  /** A role named in `TEST_IDENTITIES`, `public`, or nobody. */
  as?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface TestAnswer {
  status: number;
  // Tests look into bodies of many shapes; the contract has checked them already.
  body: any;
  headers: Headers;
}

export interface TestPlatform {
  url: string;
  database: Database;
  platform: Platform;
  credentials: CredentialsFile;
  /** Everything logged since the start. */
  logged(): string;
  call(method: string, path: string, request?: TestRequest): Promise<TestAnswer>;
  /** Moves `sas_now()` to an instant; time goes on from there. */
  setClock(instant: string): Promise<void>;
  close(): Promise<void>;
}

/** Fictional callers, one of each role. */
export const TEST_IDENTITIES: readonly Identity[] = [
  { subject: 'practitioner', roles: ['practitioner'], nationalIds: ['810999900018'] },
  { subject: 'other-practitioner', roles: ['delegate'], nationalIds: ['810999900026'] },
  { subject: 'manager', roles: ['structure-manager'], structures: ['1760000001'] },
  { subject: 'nurse', roles: ['triage-nurse'], territories: ['le-havre-fecamp'] },
  { subject: 'osnp', roles: ['unscheduled-care-operator'], territories: ['le-havre-fecamp'] },
  { subject: 'regulator', roles: ['regulator'], territories: ['le-havre-fecamp'] },
  { subject: 'amu', roles: ['emergency-regulator'], territories: ['le-havre-fecamp'] },
  { subject: 'arm', roles: ['call-taker'], territories: ['le-havre-fecamp'] },
  { subject: 'lead', roles: ['territory-lead'], territories: ['le-havre-fecamp'] },
  { subject: 'accounts', roles: ['account-manager'] },
  { subject: 'admin', roles: ['administrator'] },
  { subject: 'ars', roles: ['authority'] },
  { subject: 'cpam', roles: ['payer'] },
  { subject: 'vendor', roles: ['editor'], editor: 'vendor' },
  { subject: 'dispatch', roles: ['dispatch-software'], territories: ['le-havre-fecamp'] },
];

export const TEST_ORIGIN = 'https://hopital.example';

/**
 * Starts a platform on a free port over a database of its own, with every answer checked against the
 * contract.
 *
 * @param shared the database of another one instead.
 * @param identities other callers than those of `TEST_IDENTITIES`.
 */
export async function startTestPlatform(
  settings: Record<string, string> = {},
  shared?: Database,
  identities = TEST_IDENTITIES,
): Promise<TestPlatform> {
  const { credentials, file } = issueCredentials(identities, [TEST_ORIGIN]);
  const config = readConfig(['--port', '0'], {
    SAS_LOG_LEVEL: 'debug',
    SAS_SECRET_KEY: randomBytes(32).toString('base64'),
    SAS_RATE_TOKEN: '100000',
    SAS_RATE_KEY: '100000',
    SAS_RATE_BARE_KEY: '100000',
    SAS_RATE_ANONYMOUS: '100000',
    SAS_OPEN_REQUESTS: '100000',
    SAS_PROOF_DIFFICULTY: '0',
    ...settings,
  });
  // After the settings: of those that are refused no database stays open.
  const database = shared ?? (await openDatabase(await freshDatabase()));
  let log = '';
  const logTo = { write: (line: string) => void (log += line) };
  const platform = await createPlatform({
    config,
    credentials,
    database,
    validateResponses: true,
    logTo,
  });
  const url = await platform.listen();
  return {
    url,
    database,
    platform,
    credentials: file,
    logged: () => log,
    async call(method, path, { as, body, headers = {} } = {}) {
      const isText = typeof body === 'string';
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(as === 'public' ? { 'x-sas-key': file.publishableKey, origin: TEST_ORIGIN } : {}),
          ...(as === undefined || as === 'public'
            ? {}
            : { authorization: `Bearer ${tokenOf(as)}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      });
      const type = response.headers.get('content-type') ?? '';
      const json = type.includes('json');
      // A stream goes on until its reader hangs up.
      if (type.startsWith('text/event-stream')) await response.body?.cancel();
      const text = response.bodyUsed ? '' : await response.text();
      return {
        status: response.status,
        body: json && text !== '' ? (JSON.parse(text) as unknown) : text,
        headers: response.headers,
      };
    },
    async setClock(instant) {
      await database.query('update clock set shift = $1::timestamptz - statement_timestamp()', [
        instant,
      ]);
    },
    close: () => platform.close(),
  };

  function tokenOf(role: string): string {
    const token = file.tokens[role];
    if (token === undefined) throw new Error(`no test caller has the role ${role}`);
    return token;
  }
}
