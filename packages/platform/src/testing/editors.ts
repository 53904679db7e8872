import { randomBytes } from 'node:crypto';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/connection.ts';
import type { Database } from '../database/database.ts';
import { makeSecret, secretHash } from '../identity/machines/clients.ts';
import { createPlatform } from '../platform.ts';
import { freshDatabase } from './test-database.ts';

/** A platform that two editors call as machines do: with tokens that they asked for. */
export interface TestEditors {
  url: string;
  database: Database;
  /** `Authorization` of an editor. */
  token(editor: 'first' | 'second'): Promise<string>;
  close(): Promise<void>;
}

/** Whose appointments `sas-conformance` tells of, unless it is told otherwise. */
const PRACTITIONER = '810999001000';

async function connectEditors(database: Database): Promise<void> {
  await database.query(
    `insert into editor (id, name, endpoint)
     select id, id, 'https://agenda.example/fhir' from unnest('{first,second}'::text[]) as id`,
  );
  await database.query(
    `insert into editor_serves (editor_id, kind, national_id) select id, 'practitioner', $1 from editor`,
    [PRACTITIONER],
  );
}

/** Starts it on a free port, over a database of its own. */
export async function openEditors(): Promise<TestEditors> {
  const secret = makeSecret();
  const clients = ['first', 'second'].map((id) => {
    const identity = { subject: id, roles: ['editor'] as const, editor: id };
    return [id, { id, secretHash: secretHash(secret), identity }] as const;
  });
  const database = await openDatabase(await freshDatabase());
  await connectEditors(database);
  const platform = await createPlatform({
    config: readConfig(['--port', '0', '--log-level', 'silent'], {
      SAS_SECRET_KEY: randomBytes(32).toString('base64'),
      SAS_RATE_TOKEN: '100000',
      SAS_RATE_ANONYMOUS: '100000',
    }),
    credentials: { tokens: new Map(), keys: [], clients: new Map(clients) },
    database,
    validateResponses: true,
  });
  const url = await platform.listen();
  return {
    url,
    database,
    async token(editor) {
      const response = await fetch(`${url}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: editor,
          client_secret: secret,
        }),
      });
      const { access_token: token } = (await response.json()) as { access_token: string };
      return `Bearer ${token}`;
    },
    close: () => platform.close(),
  };
}
