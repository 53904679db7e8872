import type { Database, Sql } from '../../database/database.ts';
import type { components } from '../../generated/platform.ts';
import { formatPlaceless } from '../../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../../http/paging.ts';
import type { Served } from './editors.ts';

type Schemas = components['schemas'];

interface ServedRow extends Served, Record<string, unknown> {
  learnt: boolean;
  seen: Date | null;
}

/** Whom an editor answers for, by kind and id. */
export async function listServed(
  sql: Sql,
  editorId: string,
  query: { kind?: Served['kind']; limit: number; cursor?: string },
): Promise<Page<Schemas['Served']>> {
  const [kind, id] =
    query.cursor === undefined ? ['', ''] : decodeCursor(query.cursor, ['string', 'string']);
  const rows = await sql.query<ServedRow>(
    `select kind, national_id as "nationalId", not declared as learnt,
       case when refreshed_at > learnt_at or not declared then refreshed_at end as seen
     from editor_serves
     where editor_id = $1 and ($2::text is null or kind = $2) and (kind, national_id) > ($3, $4)
     order by kind, national_id limit $5`,
    [editorId, query.kind ?? null, kind, id, query.limit + 1],
  );
  return toPage(
    rows,
    query.limit,
    (row) => [row.kind, row.nationalId],
    ({ seen, ...row }) => ({ ...row, seen: formatPlaceless(seen) }),
  );
}

/** Says whom an editor answers for; who is left out goes, learnt or said. */
export function replaceServed(
  database: Database,
  editorId: string,
  { practitioners, structures }: Schemas['ServedRequest'],
): Promise<Schemas['ServedChange']> {
  const kinds = [...practitioners.map(() => 'practitioner'), ...structures.map(() => 'structure')];
  const values = [editorId, kinds, [...practitioners, ...structures]];
  return database.transaction(async (sql) => {
    // Two lists at once: one after the other.
    await sql.query('select 1 as one from editor where id = $1 for no key update', [editorId]);
    const said = `select distinct kind, id from unnest($2::text[], $3::text[]) as s (kind, id)`;
    const removed = await sql.query(
      `delete from editor_serves e where editor_id = $1
         and not exists (select from (${said}) as s where s.kind = e.kind and s.id = e.national_id)
       returning 1 as one`,
      values,
    );
    const stand = await sql.query<{ added: boolean }>(
      `insert into editor_serves (editor_id, kind, national_id, declared)
       select $1, kind, id, true from (${said}) as s
       on conflict (editor_id, kind, national_id) do update set declared = true
       returning xmax = 0 as added`,
      values,
    );
    const added = stand.filter((row) => row.added).length;
    return { added, kept: stand.length - added, removed: removed.length };
  });
}

/** SQL: whether an administrator declared another editor than `editor` for a practitioner, by national id. */
const ofAnother = (editor: string, practitioner: string) =>
  `exists (select from editor_serves other where other.editor_id <> ${editor} and other.declared
     and (other.kind, other.national_id) = ('practitioner', ${practitioner}))`;

/**
 * Practitioners were in an answer of an editor: those who are new are learnt, the others seen again. Nobody
 * is learnt for whom another editor was declared: it would speak for practices that are not its own.
 */
export async function learnServed(
  sql: Sql,
  editorId: string,
  practitioners: readonly string[],
): Promise<void> {
  if (practitioners.length === 0) return;
  await sql.query(
    `insert into editor_serves as e (editor_id, kind, national_id, declared)
     select $1, 'practitioner', id, false from unnest($2::text[]) as s (id)
     where exists (select from editor where id = $1)
       and (exists (select from editor_serves own
           where (own.editor_id, own.kind, own.national_id) = ($1, 'practitioner', s.id))
         or not ${ofAnother('$1', 's.id')})
     order by id
     on conflict (editor_id, kind, national_id) do update set refreshed_at = sas_now()
       where e.refreshed_at = e.learnt_at or e.refreshed_at < sas_now() - interval '1 hour'`,
    [editorId, practitioners],
  );
}

/** How many editors answer for, by their ids. */
export async function countServed(
  sql: Sql,
  editorIds: readonly string[],
): Promise<Map<string, { practitioners: number; structures: number }>> {
  const rows = await sql.query<{ id: string; practitioners: number; structures: number }>(
    `select editor_id as id,
       count(*) filter (where kind = 'practitioner')::int as practitioners,
       count(*) filter (where kind = 'structure')::int as structures
     from editor_serves where editor_id = any($1::text[]) group by editor_id`,
    [editorIds],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** One of those whom an editor answers for, the latest seen first; null without any. */
export async function anyServed(sql: Sql, editorId: string): Promise<Served | null> {
  const rows = await sql.query<Served & Record<string, unknown>>(
    `select kind, national_id as "nationalId" from editor_serves where editor_id = $1
     order by refreshed_at desc, kind, national_id limit 1`,
    [editorId],
  );
  return rows[0] ?? null;
}

/** Whether an administrator said that an editor answers for a practitioner. */
export async function isDeclaredFor(
  sql: Sql,
  editorId: string,
  nationalId: string,
): Promise<boolean> {
  const rows = await sql.query(
    `select from editor_serves
     where (editor_id, kind, national_id) = ($1, 'practitioner', $2) and declared`,
    [editorId, nationalId],
  );
  return rows.length > 0;
}

/**
 * Whether an editor answers for a practitioner: said, learnt, or by an agenda that it has here. Such an agenda
 * it opens for whom it says: it counts for nobody for whom another editor was declared.
 */
export async function servesPractitioner(
  sql: Sql,
  editorId: string,
  nationalId: string,
): Promise<boolean> {
  const rows = await sql.query(
    `select from editor_serves
     where (editor_id, kind, national_id) = ($1, 'practitioner', $2)
     union all
     select from schedule sch join practitioner p on p.id = sch.practitioner_id
     where p.national_id = $2 and (sch.editor = $1 or sch.publisher = 'editor:' || $1)
       and not ${ofAnother('$1', '$2')} limit 1`,
    [editorId, nationalId],
  );
  return rows.length > 0;
}
