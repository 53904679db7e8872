import { departmentOf } from '../format/departments.ts';
import { isPartialDate } from '../format/partial-date.ts';
import { inOrder } from '../format/plain.ts';
import {
  isMembers,
  isWebAddress,
  listMember,
  readList,
  textMember,
  textsMember,
  type Members,
  type Reading,
} from './members.ts';

/** The stages of a SAS, in the order in which it goes through them. */
export const stages = ['in-design', 'pilot', 'operational', 'generalised'] as const;
export type Stage = (typeof stages)[number];

/** A stage with its date, as exact as the source gives it, null where it gives none. */
export interface DatedStage {
  status: Stage;
  from: string | null;
  source: string | null;
}

/** A number of a territory; `number` is `to-be-announced` where none is known yet. */
export interface ListedNumber {
  number: string;
  label: string | null;
  hours: string | null;
  validFrom: string | null;
  validUntil: string | null;
  source: string | null;
}

/** Whom a professional writes to or calls. With neither address nor number, to be announced. */
export interface Contact {
  label: string;
  phone: string | null;
  email: string | null;
  url: string | null;
}

/** A territory as the directory shows it. */
export interface DirectoryEntry {
  id: string;
  name: string;
  region: string;
  /** Oldest first. */
  statuses: readonly DatedStage[];
  /** Codes of the departments that it covers whole. */
  whole: readonly string[];
  /** Codes of the departments that it covers in part. */
  part: readonly string[];
  numbers: readonly ListedNumber[];
  contacts: readonly Contact[];
  /** Names in alphabetical order: no partner stands before another for any other reason. */
  partners: readonly string[];
  holders: readonly { name: string; side: 'hospital' | 'ambulatory' }[];
}

const dateMember = (members: Members, name: string): string | null => {
  const text = textMember(members, name);
  return text !== null && isPartialDate(text) ? text : null;
};

function readStage(members: Members): DatedStage | null {
  const status = stages.find((stage) => stage === members['status']);
  if (!status) return null;
  return { status, from: dateMember(members, 'from'), source: textMember(members, 'source') };
}

function readNumber(members: Members): ListedNumber | null {
  const number = textMember(members, 'number');
  if (number === null || !/^(\+?\d{2,15}|to-be-announced)$/.test(number)) return null;
  return {
    number,
    label: textMember(members, 'label'),
    hours: textMember(members, 'hours'),
    validFrom: dateMember(members, 'validFrom'),
    validUntil: dateMember(members, 'validUntil'),
    source: textMember(members, 'source'),
  };
}

function readContact(members: Members): Contact | null {
  const label = textMember(members, 'label');
  if (label === null) return null;
  const url = textMember(members, 'url');
  return {
    label,
    phone: textMember(members, 'phone')?.replace(/[\s.]/g, '') ?? null,
    email: textMember(members, 'email'),
    url: url !== null && isWebAddress(url) ? url : null,
  };
}

const present = <T>(value: T | null): T[] => (value === null ? [] : [value]);

/** A record of a platform or of a file, null where it has no id, name or region. */
export function readTerritory(record: Members): DirectoryEntry | null {
  const id = textMember(record, 'id');
  const name = textMember(record, 'name');
  const region = textMember(record, 'region');
  if (id === null || name === null || region === null) return null;
  // `data/territories.json` of this project keeps its codes one level lower than the platform.
  const composition = isMembers(record['composition']) ? record['composition'] : record;
  const whole = textsMember(composition, 'departments');
  const communes = new Set(textsMember(composition, 'communes').map(departmentOf));
  const names = (list: string) =>
    listMember(record, list).flatMap((one) => present(textMember(one, 'name')));
  return {
    id,
    name,
    region,
    statuses: listMember(record, 'statuses').flatMap((one) => present(readStage(one))),
    whole,
    part: [...communes].filter((code) => !whole.includes(code)),
    numbers: listMember(record, 'accessNumbers').flatMap((one) => present(readNumber(one))),
    contacts: listMember(record, 'contacts').flatMap((one) => present(readContact(one))),
    partners: names('partners').sort(inOrder),
    holders: listMember(record, 'holders')
      .flatMap((one) => {
        const holder = textMember(one, 'name');
        const side = one['side'];
        if (side !== 'hospital' && side !== 'ambulatory') return [];
        return holder === null ? [] : [{ name: holder, side } as const];
      })
      .sort((one, other) => inOrder(one.name, other.name)),
  };
}

/** The territories of a file or of a platform's page; undefined where it is neither. */
export function readTerritories(file: unknown): Reading<DirectoryEntry> | undefined {
  return readList(file, ['territories', 'items'], readTerritory);
}
