import type { Audience } from '@sas-kit/connector';
import type { Modality, Visibility } from '@sas-kit/fhir';
import type { DatabaseSync } from 'node:sqlite';
import { all, isOn, json, type Row, run, text } from './rows.ts';

/** A line of the agenda. */
export interface Opening {
  readonly id: string;
  /** `''` for a slot of a site. */
  readonly practitioner: string;
  readonly place: string;
  readonly site: string;
  readonly start: Date;
  readonly end: Date;
  /** Set aside by the secretary. */
  readonly busy: boolean;
  readonly walkIn: boolean;
  readonly visibility: readonly Visibility[];
  readonly modalities: readonly Modality[];
  readonly reasons: readonly string[];
  readonly specialties: readonly string[];
  readonly communities: readonly string[];
  readonly url: string;
  readonly consent: boolean;
  readonly audience: Audience;
  readonly publicDisplay: boolean;
  readonly capacity: number;
  /** Appointments on it. */
  readonly booked: number;
}

/** Whose slots: a practitioner's, or a site's. */
export interface Owner {
  readonly kind: 'practitioner' | 'site';
  readonly id: string;
}

/** What the secretary may change about who gets a slot. */
export interface Sharing {
  readonly audience: Audience;
  readonly consent: boolean;
  readonly publicDisplay: boolean;
}

/** Whether somebody could still take it. */
export const isFree = ({ busy, booked, capacity }: Opening): boolean => !busy && booked < capacity;

const SELECT = `select slot.*, (select count(*) from booking
  where booking.slot = slot.id and cancelled_at is null) as booked from slot`;

/** The lines of the agenda. Times are compared by their start, both ends included. */
export class Slots {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  find(id: string): Opening | null {
    return all(this.#database, `${SELECT} where id = ?`, id).map(opening)[0] ?? null;
  }

  /** The slot that a booking address leads to: its end, from the path on. */
  findByAddress(path: string): Opening | null {
    const sql = `${SELECT} where substr(url, -length(?1)) = ?1 order by starts_at limit 1`;
    return all(this.#database, sql, path).map(opening)[0] ?? null;
  }

  /** Those of a practitioner or a site. */
  of({ kind, id }: Owner, from: Date, to: Date): Opening[] {
    return this.#between(kind === 'site' ? 'site = ?3' : 'practitioner = ?3', from, to, id);
  }

  /** @param sasIds practitioners in their SAS form, `810999001000`. */
  ofPractitioners(sasIds: readonly string[], from: Date, to: Date): Opening[] {
    const who = `practitioner in (select id from practitioner
                 where sas_id in (select value from json_each(?3)))`;
    return this.#between(who, from, to, JSON.stringify(sasIds));
  }

  /** @param sirets associations, 14 digits each. */
  ofAssociations(sirets: readonly string[], from: Date, to: Date): Opening[] {
    const who = `site in (select place.id from place join association on association.id = association
                 where sas_siret in (select value from json_each(?3)))`;
    return this.#between(who, from, to, JSON.stringify(sirets));
  }

  #between(who: string, from: Date, to: Date, ids: string): Opening[] {
    const sql = `${SELECT} where ${who} and starts_at between ?1 and ?2 order by starts_at, id`;
    return all(this.#database, sql, from.getTime(), to.getTime(), ids).map(opening);
  }

  setBusy(id: string, busy: boolean): void {
    run(this.#database, 'update slot set busy = ? where id = ?', Number(busy), id);
  }

  share(id: string, { audience, consent, publicDisplay }: Sharing): void {
    const sql = 'update slot set audience = ?, consent = ?, public_display = ? where id = ?';
    run(this.#database, sql, audience, Number(consent), Number(publicDisplay), id);
  }
}

function opening(row: Row): Opening {
  const start = Number(row['starts_at']);
  return {
    id: text(row['id']),
    practitioner: text(row['practitioner']),
    place: text(row['place']),
    site: text(row['site']),
    start: new Date(start),
    end: new Date(start + Number(row['minutes']) * 60_000),
    busy: isOn(row['busy']),
    walkIn: isOn(row['walk_in']),
    visibility: json(row['visibility']),
    modalities: json(row['modalities']),
    reasons: json(row['reasons']),
    specialties: json(row['specialties']),
    communities: json(row['communities']),
    url: text(row['url']),
    consent: isOn(row['consent']),
    audience: text(row['audience']) as Audience,
    publicDisplay: isOn(row['public_display']),
    capacity: Number(row['capacity']),
    booked: Number(row['booked']),
  };
}
