import type { Sql } from '../database/database.ts';

/** Who a practitioner is. */
export interface NamedPractitioner {
  nationalId: string;
  family: string;
  given: string | null;
}

const COLUMNS = 'p.national_id as "nationalId", p.family, p.given';

/** Written before a name, and no part of it. */
const TITLES = 'dr docteur docteure pr professeur professeure m mme monsieur madame'.split(' ');

/** The practitioner of a national id; null where nobody is known by it. */
export async function practitionerById(
  sql: Sql,
  nationalId: string,
): Promise<NamedPractitioner | null> {
  const rows = await sql.query<NamedPractitioner & Record<string, unknown>>(
    `select ${COLUMNS} from practitioner p where p.national_id = $1`,
    [nationalId],
  );
  return rows[0] ?? null;
}

/**
 * The practitioners whom a text may name: it holds their whole family name, and besides it nothing but
 * given names and a title. Accents, capitals, marks and the order of words do not count.
 *
 * @returns at most two: of more than one nobody is named.
 */
export function practitionersNamed(sql: Sql, text: string): Promise<NamedPractitioner[]> {
  return sql.query<NamedPractitioner & Record<string, unknown>>(
    `with asked as (
       select array(select word from unnest(name_words($1)) word where word <> all($2::text[])) as words
     )
     select ${COLUMNS} from asked, practitioner p
     where cardinality(asked.words) > 0
       and name_words(p.family || ' ' || coalesce(p.given, '')) @> asked.words
       and asked.words @> name_words(p.family) and name_words(p.family) <> '{}'
     limit 2`,
    [text, TITLES],
  );
}
