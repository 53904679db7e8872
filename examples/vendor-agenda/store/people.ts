import type { DayOfWeek, StructureIds } from '@sas-kit/fhir';
import type { DatabaseSync } from 'node:sqlite';
import { all, isOn, json, type Row, run, text } from './rows.ts';

export interface Person {
  readonly id: string;
  readonly nationalId: string;
  readonly family: string;
  readonly given: string;
  readonly phone: string;
  readonly specialties: readonly string[];
  /** Agrees to be sent to SAS. */
  readonly consent: boolean;
  /** Agrees to be shown to web visitors. */
  readonly publicDisplay: boolean;
}

/** A practice, or a site of an association. Empty texts were not filled. */
export interface Room {
  readonly id: string;
  /** `''` for a practice. */
  readonly association: string;
  readonly name: string;
  readonly structure: StructureIds;
  readonly line: string;
  readonly postalCode: string;
  readonly city: string;
  readonly phone: string;
  /** WGS 84, decimal degrees. */
  readonly lat?: number;
  readonly lon?: number;
  readonly timeZone: string;
  readonly openingHours: readonly {
    readonly days: readonly DayOfWeek[];
    readonly opens: string;
    readonly closes: string;
  }[];
}

/** A record that has a name and a number: a CPTS, an association. */
export interface Body {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly phone: string;
}

const alphabet = new Intl.Collator('fr');

function byName(one: Person, other: Person): number {
  return alphabet.compare(`${one.family} ${one.given}`, `${other.family} ${other.given}`);
}

/** The directory of the practice program. */
export class People {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Everybody, by name. */
  practitioners(): Person[] {
    return all(this.#database, 'select * from practitioner').map(person).sort(byName);
  }

  practitioner(id: string): Person | null {
    return this.named([id])[0] ?? null;
  }

  named(ids: readonly string[]): Person[] {
    const sql = 'select * from practitioner where id in (select value from json_each(?))';
    return all(this.#database, sql, JSON.stringify(ids)).map(person);
  }

  association(id: string): Body | null {
    return this.associations([id])[0] ?? null;
  }

  associations(ids: readonly string[]): Body[] {
    const sql = `select id, siret as number, name, '' as phone from association
                 where id in (select value from json_each(?))`;
    return all(this.#database, sql, JSON.stringify(ids)).map(body);
  }

  communities(): Body[] {
    return all(this.#database, 'select *, finess as number from community').map(body);
  }

  places(ids: readonly string[]): Room[] {
    const sql = `select * from place
                 where association = '' and id in (select value from json_each(?))`;
    return all(this.#database, sql, JSON.stringify(ids)).map(room);
  }

  /** Sites of all associations, by name. */
  sites(): Room[] {
    return all(this.#database, `select * from place where association <> '' order by name, id`).map(
      room,
    );
  }

  site(id: string): Room | null {
    return this.sites().find((each) => each.id === id) ?? null;
  }

  /** Sets what a practitioner agrees to. */
  agree(id: string, consent: boolean, publicDisplay: boolean): void {
    const sql = 'update practitioner set consent = ?, public_display = ? where id = ?';
    run(this.#database, sql, Number(consent), Number(publicDisplay), id);
  }
}

function person(row: Row): Person {
  return {
    id: text(row['id']),
    nationalId: text(row['national_id']),
    family: text(row['family']),
    given: text(row['given']),
    phone: text(row['phone']),
    specialties: json(row['specialties']),
    consent: isOn(row['consent']),
    publicDisplay: isOn(row['public_display']),
  };
}

function room(row: Row): Room {
  return {
    id: text(row['id']),
    association: text(row['association']),
    name: text(row['name']),
    structure: json(row['structure']),
    line: text(row['line']),
    postalCode: text(row['postal_code']),
    city: text(row['city']),
    phone: text(row['phone']),
    ...(typeof row['lat'] === 'number' && { lat: row['lat'] }),
    ...(typeof row['lon'] === 'number' && { lon: row['lon'] }),
    timeZone: text(row['time_zone']),
    openingHours: json(row['opening_hours']),
  };
}

function body(row: Row): Body {
  return {
    id: text(row['id']),
    number: text(row['number']),
    name: text(row['name']),
    phone: text(row['phone']),
  };
}
