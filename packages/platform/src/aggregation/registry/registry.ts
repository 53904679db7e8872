import type { Database, Sql } from '../../database/database.ts';
import type { components } from '../../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../../http/etag.ts';
import { createOnce, type IdempotentCreation, readMade } from '../../http/idempotency.ts';
import { decodeCursor, type Page, toPage } from '../../http/paging.ts';
import { bodyProblem, notFound, ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { holds } from '../../identity/rights.ts';
import { type Editor, editorById, listEditors } from '../editors/editors.ts';
import { endpointRefusal } from './endpoint.ts';
import { standingsOf, writeSwitched } from '../health/health-rows.ts';
import { countServed, listServed, replaceServed } from '../editors/served.ts';
import { toCard, toEditor } from './told-editor.ts';

type Schemas = components['schemas'];
type Settings = Schemas['EditorUpdate'];

/** What an editor may be connected by. */
export interface RegistryRules {
  /** Whether http addresses of this machine are taken too. */
  loopback: boolean;
  hasCertificate(name: string): boolean;
  /** How often messages of editors about appointments broke each rule, by editor and rule. */
  appointmentFindings(
    sql: Sql,
    editorIds: readonly string[],
  ): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>>;
  /** Told of an editor that is no more. */
  onRemoved(editorId: string): void;
}

/** Columns of what may be set, in the order of `valuesOf`. */
const SET = `name, endpoint, flows, environment, certificate, expected_cn, expected_ou, deadline_ms,
  concurrency, sends_appointments, takes_regulators, books_in_one_step, enabled, notes`;

const DEFAULTS = {
  flows: ['ps'],
  environment: 'production',
  certificate: null,
  expectedCn: null,
  expectedOu: null,
  deadlineMs: 7_000,
  concurrency: 4,
  sendsAppointments: false,
  takesRegulators: false,
  booksInOneStep: false,
  enabled: true,
  notes: '',
} as const;

/** Connected vendors. What of them somebody sees is decided here. */
export class Editors {
  readonly #database: Database;
  readonly #rules: RegistryRules;

  constructor(database: Database, rules: RegistryRules) {
    this.#database = database;
    this.#rules = rules;
  }

  /** By their id. */
  async list(
    caller: Caller,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<Schemas['Editor']>> {
    const [after] = cursor === undefined ? [''] : decodeCursor(cursor, ['string']);
    const editors = await listEditors(this.#database);
    const page = editors.filter(({ id }) => id > String(after)).slice(0, limit + 1);
    const told = await this.#tell(caller, page);
    return toPage(
      told,
      limit,
      ({ id }) => [id],
      (editor) => editor,
    );
  }

  /** @throws {ProblemError} 404. */
  async get(caller: Caller, id: string): Promise<Versioned<Schemas['Editor']>> {
    const editor = await existing(this.#database, id);
    const [resource] = await this.#tell(caller, [editor]);
    return { resource: resource!, version: editor.version };
  }

  /** @throws {ProblemError} 409 `editor-exists`, 422 `address-refused`, `certificate-unknown`. */
  async create(
    caller: Caller,
    request: Schemas['EditorRequest'],
    creation: IdempotentCreation,
  ): Promise<Versioned<Schemas['Editor']>> {
    this.#check(request);
    const made = await createOnce(this.#database, creation, async (sql) => {
      const rows = await sql.query(
        `insert into editor (id, ${SET})
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict do nothing returning 1 as one`,
        [request.id, ...valuesOf({ ...DEFAULTS, ...request })],
      );
      if (rows.length === 0) throw new ProblemError('editor-exists');
      await writeSwitched(sql, request.id, request.enabled ?? true);
      return request.id;
    });
    return readMade(made, (id) => this.get(caller, id));
  }

  /** @throws {ProblemError} 404, 412, 422 as in `create`, 428. */
  async update(
    caller: Caller,
    id: string,
    changes: Settings,
    ifMatch: string | undefined,
  ): Promise<Versioned<Schemas['Editor']>> {
    requiredVersion(ifMatch);
    this.#check(changes);
    await this.#database.transaction(async (sql) => {
      const before = await existing(sql, id, 'for update');
      checkVersion(ifMatch, before.version);
      const after = { ...before, ...changes };
      await sql.query(
        `update editor set (${SET}, version) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
           $14, $15, version + 1) where id = $1`,
        [id, ...valuesOf(after)],
      );
      if (after.enabled !== before.enabled) await writeSwitched(sql, id, after.enabled);
    });
    return this.get(caller, id);
  }

  /** @throws {ProblemError} 404, 412, 428. */
  async remove(id: string, ifMatch: string | undefined): Promise<void> {
    requiredVersion(ifMatch);
    await this.#database.transaction(async (sql) => {
      const before = await existing(sql, id, 'for update');
      checkVersion(ifMatch, before.version);
      await sql.query('delete from editor where id = $1', [id]);
    });
    this.#rules.onRemoved(id);
  }

  /** Whom an editor answers for. @throws {ProblemError} 404. */
  async served(
    id: string,
    query: { kind?: Schemas['ServedKind']; limit: number; cursor?: string },
  ): Promise<Page<Schemas['Served']>> {
    await existing(this.#database, id);
    return listServed(this.#database, id, query);
  }

  /** @throws {ProblemError} 404. */
  async replaceServed(
    id: string,
    request: Schemas['ServedRequest'],
  ): Promise<Schemas['ServedChange']> {
    await existing(this.#database, id);
    return replaceServed(this.#database, id, request);
  }

  /** @throws {ProblemError} 404. */
  existing(id: string): Promise<Editor> {
    return existing(this.#database, id);
  }

  async #tell(caller: Caller, editors: readonly Editor[]): Promise<Schemas['Editor'][]> {
    const ids = editors.map(({ id }) => id);
    const whole = holds(caller, 'editor:read');
    const standings = await standingsOf(this.#database, ids, whole);
    if (!whole) {
      return editors.map((editor) => toCard(editor, standings.get(editor.id)));
    }
    const served = await countServed(this.#database, ids);
    const findings = await this.#rules.appointmentFindings(this.#database, ids);
    return editors.map((editor) => {
      const { id } = editor;
      return toEditor(editor, standings.get(id), served.get(id), findings.get(id));
    });
  }

  #check({ endpoint, certificate }: Settings): void {
    const reason = endpoint === undefined ? null : endpointRefusal(endpoint, this.#rules.loopback);
    // Without the address: problems end up in logs.
    if (reason !== null)
      throw bodyProblem('address-refused', '/endpoint', `The address: ${reason}.`);
    if (certificate == null || this.#rules.hasCertificate(certificate)) return;
    throw bodyProblem('certificate-unknown', '/certificate', 'It is set on the server.');
  }
}

async function existing(sql: Sql, id: string, lock = ''): Promise<Editor> {
  if (lock !== '') await sql.query(`select 1 as one from editor where id = $1 ${lock}`, [id]);
  const editor = await editorById(sql, id);
  if (editor === null) throw notFound('editor');
  return editor;
}

function valuesOf(
  editor: Omit<Editor, 'id' | 'version' | 'createdAt' | 'flows'> & { flows: readonly string[] },
): unknown[] {
  return [
    editor.name,
    editor.endpoint.replace(/\/+$/, ''),
    editor.flows,
    editor.environment,
    editor.certificate,
    editor.expectedCn,
    editor.expectedOu,
    editor.deadlineMs,
    editor.concurrency,
    editor.sendsAppointments,
    editor.takesRegulators,
    editor.booksInOneStep,
    editor.enabled,
    editor.notes,
  ];
}
