import { type Config, ConfigError } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import type { PlaceRecord } from './places.ts';
import { readReferenceData } from './reference-data.ts';

export type Territory = components['schemas']['Territory'];
type AccessNumber = components['schemas']['AccessNumber'];

/** A territory as `data/territories.json` holds it. */
interface TerritoryRecord extends Pick<
  Territory,
  | 'id'
  | 'name'
  | 'region'
  | 'statuses'
  | 'timeZone'
  | 'checkedOn'
  | 'openingHours'
  | 'partners'
  | 'holders'
  | 'publicBooking'
> {
  composition: { departments: string[]; communes: string[] };
  accessNumbers: (AccessNumber & { audience?: string })[];
  dangerSigns?: Territory['dangerSigns'];
}

let composition: Map<string, string> | null = null;

function records(): TerritoryRecord[] {
  return (readReferenceData('territories') as { territories: TerritoryRecord[] }).territories;
}

/** The territory of a place: that which lists the commune, else that which holds the department. */
export function territoryOf(place: PlaceRecord): string | null {
  composition ??= new Map(
    records().flatMap(({ id, composition: { departments, communes } }) => [
      ...communes.map((code) => [`commune ${code}`, id] as const),
      ...departments.map((code) => [`department ${code}`, id] as const),
    ]),
  );
  return (
    composition.get(`commune ${place.insee}`) ?? composition.get(`department ${place.code}`) ?? null
  );
}

/** What of the configuration makes a territory accountable. */
export type Accountability = Pick<
  Config,
  'mode' | 'controller' | 'dataProtectionContact' | 'publicBooking'
>;

/**
 * The territories of the package. In production only those that are named offer public booking, and in
 * the name of whoever answers for this platform, not of the demonstration.
 *
 * @throws {ConfigError} for a name that is no territory's.
 */
export function accountableTerritories(accountability: Accountability): TerritoryRecord[] {
  const { mode, controller, dataProtectionContact, publicBooking } = accountability;
  if (mode === 'demonstration') return records();
  const unknown = publicBooking.filter((name) => !records().some(({ id }) => id === name));
  if (unknown.length > 0) throw new ConfigError(`--public-booking: no territory ${unknown[0]}`);
  return records().map((record) => ({
    ...record,
    publicBooking: {
      ...record.publicBooking,
      enabled: publicBooking.includes(record.id),
      controller,
      dataProtectionContact,
    },
  }));
}

/** Writes what the package knows of each territory. What leads changed lies above it and stays. */
export async function seedTerritories(
  database: Database,
  accountability: Accountability,
): Promise<void> {
  const rows = accountableTerritories(accountability).map((record) => {
    const document = toTerritory(record);
    return {
      id: record.id,
      name: record.name,
      time_zone: record.timeZone,
      public_booking: record.publicBooking.enabled,
      contact_fields: record.publicBooking.contactFields,
      controller: record.publicBooking.controller,
      data_protection_contact: record.publicBooking.dataProtectionContact,
      retention_hours: record.publicBooking.retentionHours,
      document,
    };
  });
  await database.query(
    `insert into territory (id, name, time_zone, public_booking, contact_fields, controller,
       data_protection_contact, retention_hours, document)
     select id, name, time_zone, public_booking, contact_fields, controller,
       data_protection_contact, retention_hours, document
     from jsonb_to_recordset($1::jsonb) as record (id text, name text, time_zone text,
       public_booking boolean, contact_fields text[], controller text,
       data_protection_contact text, retention_hours integer, document jsonb)
     on conflict (id) do update set name = excluded.name, time_zone = excluded.time_zone,
       public_booking = excluded.public_booking, contact_fields = excluded.contact_fields,
       controller = excluded.controller, data_protection_contact = excluded.data_protection_contact,
       retention_hours = excluded.retention_hours, document = excluded.document,
       revision = territory.revision + (territory.document <> excluded.document)::integer`,
    [JSON.stringify(rows)],
  );
}

function toTerritory(record: TerritoryRecord): Territory {
  return {
    id: record.id,
    name: record.name,
    region: record.region,
    status: record.statuses.at(-1)!.status,
    statuses: record.statuses.map(({ status, from, source }) => ({ status, from, source })),
    departments: record.composition.departments,
    communes: record.composition.communes,
    timeZone: record.timeZone,
    checkedOn: record.checkedOn,
    accessNumbers: record.accessNumbers.map(
      ({ number, label, regimes, hours, validFrom, validUntil, source }) => ({
        number,
        label,
        regimes,
        hours,
        validFrom,
        validUntil,
        source,
      }),
    ),
    openingHours: record.openingHours,
    partners: record.partners,
    holders: record.holders,
    publicBooking: record.publicBooking,
    dangerSigns: record.dangerSigns ?? null,
  };
}
