import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AgendaFile, FilePlace, FileSite, FileSlot } from '../agenda-file/agenda-file.ts';
import type { ReadAgenda } from '../agenda-file/read.ts';
import { startOf, zoneOf } from '../agenda-file/slot-start.ts';
import { toSasId, toSiret } from '../sas/identifiers.ts';
import { transaction } from './database.ts';
import { all, run } from './rows.ts';

/**
 * Loads an agenda file, all of it or nothing. The same file is loaded once; another one is loaded over
 * what is there: records of the same id are replaced, but a slot with an appointment is left alone.
 *
 * @returns whether it was new.
 */
export function loadAgenda(database: DatabaseSync, read: ReadAgenda, now: Date): boolean {
  return transaction(database, () => {
    const sql = 'insert or ignore into loaded_file (digest, loaded_at) values (?, ?)';
    if (run(database, sql, read.digest, now.getTime()) === 0) return false;
    new Loader(database).load(read.agenda, now);
    return true;
  });
}

/** A value of a column: JSON for lists and records, 0 or 1 for a switch. */
type Value = string | number | boolean | null | undefined | object;

class Loader {
  readonly #database: DatabaseSync;
  /** One for each table: a file may hold a hundred thousand slots. */
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  load(file: AgendaFile, now: Date): void {
    for (const { consent = true, publicDisplay = false, ...person } of file.practitioners) {
      const { id, nationalId, family, given = '', phone = '', specialties = [] } = person;
      const sasId = toSasId(nationalId);
      const names = { id, sas_id: sasId, national_id: nationalId, family, given, phone };
      this.#put('practitioner', { ...names, specialties, consent, public_display: publicDisplay });
    }
    for (const place of file.places) this.#put('place', placeRow(place, ''));
    for (const { id, finess, name = '', phone = '' } of file.communities ?? []) {
      this.#put('community', { id, finess, name, phone });
    }
    for (const { id, siret, name = '', sites } of file.associations ?? []) {
      this.#put('association', { id, sas_siret: toSiret(siret), siret, name });
      for (const site of sites) this.#put('place', placeRow(site, id));
    }
    this.#loadSlots(file, now);
  }

  #loadSlots(file: AgendaFile, now: Date): void {
    const places = new Map(file.places.map((place) => [place.id, place]));
    const sites = new Map(
      (file.associations ?? []).flatMap((each) => each.sites).map((site) => [site.id, site]),
    );
    const booked = new Set(
      all(this.#database, 'select distinct slot from booking').map((row) => row['slot']),
    );
    for (const slot of file.slots) {
      if (booked.has(slot.id)) continue;
      const address = slot.site ? sites.get(slot.site) : places.get(slot.place ?? '');
      this.#put('slot', { ...slotRow(slot), starts_at: startOf(slot, zoneOf(address), now) });
    }
  }

  #put(table: string, row: Readonly<Record<string, Value>>): void {
    let statement = this.#statements.get(table);
    if (statement === undefined) {
      const columns = Object.keys(row);
      const marks = columns.map(() => '?').join();
      const sql = `insert or replace into ${table} (${columns.join()}) values (${marks})`;
      this.#statements.set(table, (statement = this.#database.prepare(sql)));
    }
    statement.run(...Object.values(row).map(stored));
  }
}

function stored(value: Value): string | number | null {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value ?? null;
}

function placeRow(place: FilePlace & Partial<FileSite>, association: string) {
  const { id, name = '', structure = {}, line, postalCode, city, phone = '' } = place;
  const { lat, lon, timeZone = '', openingHours = [] } = place;
  const address = { line, postal_code: postalCode, city, phone, lat, lon, time_zone: timeZone };
  return { id, association, name, structure, ...address, opening_hours: openingHours };
}

function slotRow(slot: FileSlot) {
  const { id, practitioner = '', place = '', site = '', minutes, url = '', capacity = 1 } = slot;
  const { visibility, modalities = [], reasons = [], specialties = [], communities = [] } = slot;
  const { status = 'free', booking = 'ROUTINE', audience = 'everyone' } = slot;
  const { consent = true, publicDisplay = false } = slot;
  return {
    ...{ id, practitioner, place, site, minutes, url, capacity },
    ...{ visibility, modalities, reasons, specialties, communities },
    ...{ busy: status === 'busy', walk_in: booking === 'WALKIN', audience, consent },
    public_display: publicDisplay,
  };
}
