import type { Database, Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../http/etag.ts';
import { formatInstant } from '../http/instants.ts';
import { notFound } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Right } from '../identity/rights.ts';
import { applyParticipation } from './effects.ts';
import { refuse, ZONE } from './practitioners.ts';
import { reachesStructure } from './reach.ts';
import {
  settledStructure,
  type StructureRequest,
  structureSettingsFaults,
  TAKING_PART,
} from './rules.ts';

type Participation = components['schemas']['StructureParticipation'];

interface Row extends Omit<Participation, 'changed'>, Record<string, unknown> {
  version: number;
  changedAt: Date | null;
}

/** How CPTS, MSP, health centres and SOS Médecins associations take part in the SAS. */
export class StructureParticipations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws {ProblemError} 404 for a structure that is not the caller's or that does not take part as such. */
  async get(caller: Caller, nationalId: string): Promise<Versioned<Participation>> {
    await this.#check(this.#database, caller, 'participation:read', nationalId);
    return read(this.#database, nationalId);
  }

  /** @throws {ProblemError} 404, 412, 422 `participation-incomplete` with every fault, 428. */
  async replace(
    caller: Caller,
    nationalId: string,
    request: StructureRequest,
    ifMatch: string | undefined,
  ): Promise<Versioned<Participation>> {
    requiredVersion(ifMatch);
    const settings = settledStructure(request);
    return this.#database.transaction(async (sql) => {
      await this.#check(sql, caller, 'participation:write', nationalId);
      await sql.query('select 1 from structure where national_id = $1 for update', [nationalId]);
      checkVersion(ifMatch, (await read(sql, nationalId)).version);
      refuse(structureSettingsFaults(settings, nationalId));
      await sql.query(
        `insert into structure_participation (structure_id, participates, declares_hours,
           practitioner_count, changed_at)
         select id, $2, $3, $4, sas_now() from structure where national_id = $1
         on conflict (structure_id) do update set participates = excluded.participates,
           declares_hours = excluded.declares_hours, practitioner_count = excluded.practitioner_count,
           changed_at = excluded.changed_at, version = structure_participation.version + 1`,
        [nationalId, settings.participates, settings.declaresHours, settings.practitionerCount],
      );
      await applyParticipation(sql, { structure: nationalId });
      return read(sql, nationalId);
    });
  }

  async #check(sql: Sql, caller: Caller, right: Right, nationalId: string): Promise<void> {
    if (!(await reachesStructure(sql, caller, right, nationalId))) throw notFound('structure');
  }
}

async function read(sql: Sql, nationalId: string): Promise<Versioned<Participation>> {
  const rows = await sql.query<Row>(
    `select st.national_id as "nationalId", st.kind, st.name,
       coalesce(sp.participates, false) as participates,
       coalesce(sp.declares_hours, false) as "declaresHours",
       sp.practitioner_count as "practitionerCount", coalesce(sp.version, 0) as version,
       sp.changed_at as "changedAt"
     from structure st left join structure_participation sp on sp.structure_id = st.id
     where st.national_id = $1 and st.kind = any($2::text[])`,
    [nationalId, TAKING_PART],
  );
  if (rows[0] === undefined) throw notFound('structure that takes part as such');
  const { version, changedAt, ...resource } = rows[0];
  const changed = changedAt === null ? null : formatInstant(changedAt, ZONE);
  return { resource: { ...resource, changed }, version };
}
