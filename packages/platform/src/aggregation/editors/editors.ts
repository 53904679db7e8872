import type { Sql } from '../../database/database.ts';

/** A flow of the national guide: practitioners (INT_R01), members of a CPTS (INT_R04), sites of an association. */
export type Flow = 'ps' | 'cpts' | 'sos';

/** A connected vendor. */
export interface Editor {
  /** The name that its slots and its machine client carry. */
  id: string;
  name: string;
  /** Base of its FHIR interface, without a slash at the end. */
  endpoint: string;
  flows: Flow[];
  environment: 'test' | 'production';
  /** Name of a client certificate of the settings that it is shown. */
  certificate: string | null;
  /** What the certificate says that it shows to us. */
  expectedCn: string | null;
  expectedOu: string | null;
  /** For a whole answer, body included, ms. */
  deadlineMs: number;
  /** Calls to it at once, of one process. */
  concurrency: number;
  sendsAppointments: boolean;
  takesRegulators: boolean;
  booksInOneStep: boolean;
  enabled: boolean;
  notes: string;
  version: number;
  createdAt: Date;
}

/** Whom an editor answers for. */
export interface Served {
  kind: 'practitioner' | 'structure';
  /** `8` and RPPS or `0` and ADELI; `1` and FINESS or `3` and SIRET. */
  nationalId: string;
}

const FLOWS: Record<Served['kind'], readonly Flow[]> = {
  practitioner: ['ps', 'cpts'],
  structure: ['sos'],
};

/** The flows by which an editor is asked about practitioners, or about sites of associations. */
export function flowsFor({ flows }: Pick<Editor, 'flows'>, kind: Served['kind']): Flow[] {
  return flows.filter((flow) => FLOWS[kind].includes(flow));
}

interface EditorRow extends Editor, Record<string, unknown> {}

const COLUMNS = `id, name, endpoint, flows, environment, certificate,
  expected_cn as "expectedCn", expected_ou as "expectedOu", deadline_ms as "deadlineMs", concurrency,
  sends_appointments as "sendsAppointments", takes_regulators as "takesRegulators",
  books_in_one_step as "booksInOneStep", enabled, notes, version, created_at as "createdAt"`;

/** Every editor, by its id. */
export function listEditors(sql: Sql): Promise<Editor[]> {
  return sql.query<EditorRow>(`select ${COLUMNS} from editor order by id`);
}

/** An editor; null where there is none of that id. */
export async function editorById(sql: Sql, id: string): Promise<Editor | null> {
  const rows = await sql.query<EditorRow>(`select ${COLUMNS} from editor where id = $1`, [id]);
  return rows[0] ?? null;
}

/** The enabled editor that shows a certificate of this subject; null where none, or more than one, does. */
export async function editorOfCertificate(
  sql: Sql,
  { cn, ou }: { cn: string; ou: string | null },
): Promise<Editor | null> {
  const rows = await sql.query<EditorRow>(
    `select ${COLUMNS} from editor
     where enabled and expected_cn = $1 and (expected_ou is null or expected_ou = $2) limit 2`,
    [cn, ou],
  );
  return rows.length === 1 ? rows[0]! : null;
}

/** Which enabled editors answer for whom: one entry for each pair. */
export function editorsServing(
  sql: Sql,
  kind: Served['kind'],
  nationalIds: readonly string[],
): Promise<{ editorId: string; nationalId: string }[]> {
  return sql.query<{ editorId: string; nationalId: string }>(
    `select s.editor_id as "editorId", s.national_id as "nationalId"
     from editor_serves s join editor e on e.id = s.editor_id
     where e.enabled and s.kind = $1 and s.national_id = any($2::text[]) order by 1, 2`,
    [kind, nationalIds],
  );
}
