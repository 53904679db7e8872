import type { Database, Sql } from '../database/database.ts';
import type { Secrets } from './secrets.ts';

/** Tables with a column `sealed`, each text bound to the id of its row. What lives for hours only is left out. */
const SEALED = [
  { table: 'contact', id: 'appointment_id' },
  { table: 'signing_key', id: 'kid' },
  { table: 'webhook_secret', id: 'id' },
] as const;
const BATCH = 500;

type Place = (typeof SEALED)[number];

/**
 * While a rotation is declared, seals anew under the current key what an older key sealed. Once it
 * answers 0 the old key has served.
 *
 * @returns texts sealed anew.
 * @throws {Error} when some are left that no key opens; the others are sealed anew all the same.
 */
export async function resealAll(database: Database, secrets: Secrets): Promise<number> {
  if (secrets.formerFingerprints.length === 0) return 0;
  let resealed = 0;
  let lost = 0;
  for (const place of SEALED) {
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      const batch = await database.transaction((sql) => resealBatch(sql, secrets, place, from));
      resealed += batch.resealed;
      lost += batch.lost;
      after = batch.last;
    }
  }
  if (lost > 0) throw new Error(`${lost} sealed texts are opened by none of the secret keys`);
  return resealed;
}

async function resealBatch(
  sql: Sql,
  secrets: Secrets,
  { table, id }: Place,
  after: string,
): Promise<{ resealed: number; lost: number; last: string | null }> {
  const rows = await sql.query<{ id: string; sealed: Uint8Array }>(
    `select ${id}::text as id, sealed from ${table} where ${id}::text > $1
     order by ${id}::text limit ${BATCH} for update`,
    [after],
  );
  let resealed = 0;
  let lost = 0;
  for (const row of rows) {
    const anew = tryReseal(secrets, row);
    if (anew === 'lost') lost += 1;
    if (anew === 'current' || anew === 'lost') continue;
    await sql.query(`update ${table} set sealed = $2 where ${id}::text = $1`, [row.id, anew]);
    resealed += 1;
  }
  return { resealed, lost, last: rows.length < BATCH ? null : rows.at(-1)!.id };
}

function tryReseal(
  secrets: Secrets,
  { id, sealed }: { id: string; sealed: Uint8Array },
): Buffer | 'current' | 'lost' {
  try {
    return secrets.reseal(Buffer.from(sealed), id) ?? 'current';
  } catch {
    return 'lost';
  }
}
