import type { Database, Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../http/etag.ts';
import { formatInstant } from '../http/instants.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { applyParticipation } from './effects.ts';
import { reachesPractitioner } from './reach.ts';
import {
  type KnownToRules,
  type ParticipationFault,
  practitionerFaults,
  type PractitionerRequest,
  type PractitionerSettings,
  settledPractitioner,
} from './rules.ts';

type Participation = components['schemas']['PractitionerParticipation'];

/** What is said is said of the person, not of a place. */
export const ZONE = 'Europe/Paris';

interface Row extends PractitionerSettings, Record<string, unknown> {
  version: number;
  changedAt: Date;
}

/** How professionals take part in the SAS. */
export class PractitionerParticipations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws {ProblemError} 404 for somebody else. */
  async get(caller: Caller, nationalId: string): Promise<Versioned<Participation>> {
    if (!(await reachesPractitioner(this.#database, caller, 'participation:read', nationalId))) {
      throw notFound('professional');
    }
    return read(this.#database, nationalId);
  }

  /** @throws {ProblemError} 404, 412, 422 `participation-incomplete` with every fault, 428. */
  async replace(
    caller: Caller,
    nationalId: string,
    request: PractitionerRequest,
    ifMatch: string | undefined,
  ): Promise<Versioned<Participation>> {
    requiredVersion(ifMatch);
    const settings = settledPractitioner(request);
    return this.#database.transaction(async (sql) => {
      if (!(await reachesPractitioner(sql, caller, 'participation:write', nationalId))) {
        throw notFound('professional');
      }
      checkVersion(ifMatch, await take(sql, nationalId));
      refuse(
        practitionerFaults(settings, await known(sql, caller, nationalId, settings.structure)),
      );
      await write(sql, nationalId, settings);
      await applyParticipation(sql, { practitioner: nationalId });
      return read(sql, nationalId);
    });
  }
}

/** @throws {ProblemError} 422 where there is a fault. */
export function refuse(faults: readonly ParticipationFault[]): void {
  if (faults.length > 0) throw new ProblemError('participation-incomplete', undefined, { faults });
}

/** Takes the settings for this transaction; answers their version, 0 where nothing has been said. */
async function take(sql: Sql, nationalId: string): Promise<number> {
  await sql.query(
    `insert into practitioner_participation (national_id, participates, refuses_vendor_slots,
       declares_hours, redirection_scheme, version, changed_at)
     values ($1, false, false, false, false, 0, sas_now()) on conflict do nothing`,
    [nationalId],
  );
  const rows = await sql.query<{ version: number }>(
    'select version from practitioner_participation where national_id = $1 for update',
    [nationalId],
  );
  return rows[0]!.version;
}

/** A CPTS that the caller belongs to is known, with or without an agenda of its own. */
async function known(
  sql: Sql,
  caller: Caller,
  nationalId: string,
  structure: string | null,
): Promise<KnownToRules> {
  const { communities = [] } = caller.identity;
  const rows = await sql.query<KnownToRules & Record<string, unknown>>(
    `select coalesce((select kind from structure where national_id = $2),
       case when $2::text = any($3::text[]) then 'cpts' end) as "structureKind", array(
       select distinct sch.location_id::text from schedule sch
       join practitioner p on p.id = sch.practitioner_id where p.national_id = $1) as locations`,
    [nationalId, structure, communities],
  );
  return rows[0]!;
}

async function write(sql: Sql, nationalId: string, settings: PractitionerSettings): Promise<void> {
  await sql.query(
    `update practitioner_participation set participates = $2, via = $3, structure = $4,
       community_locations = $5, has_software = $6, software = $7, refuses_vendor_slots = $8,
       declares_hours = $9, redirection_scheme = $10, version = version + 1, changed_at = sas_now()
     where national_id = $1`,
    [
      nationalId,
      settings.participates,
      settings.via,
      settings.structure,
      settings.communityLocations,
      settings.hasSoftware,
      settings.software,
      settings.refusesVendorSlots,
      settings.declaresHours,
      settings.redirectionScheme,
    ],
  );
}

async function read(sql: Sql, nationalId: string): Promise<Versioned<Participation>> {
  const rows = await sql.query<Row>(
    `select participates, via, structure, to_jsonb(community_locations) as "communityLocations",
       has_software as "hasSoftware", software, refuses_vendor_slots as "refusesVendorSlots",
       declares_hours as "declaresHours", redirection_scheme as "redirectionScheme", version,
       changed_at as "changedAt"
     from practitioner_participation where national_id = $1`,
    [nationalId],
  );
  if (rows[0] === undefined) {
    const nothing = settledPractitioner({ participates: false });
    return { resource: { nationalId, ...nothing, changed: null }, version: 0 };
  }
  const { version, changedAt, ...settings } = rows[0];
  return {
    resource: { nationalId, ...settings, changed: formatInstant(changedAt, ZONE) },
    version,
  };
}
