import type { TerritoryFormStrings } from '../../strings/fr/territory-form.ts';
import type { Part } from './draft.ts';

type Strings = TerritoryFormStrings;

/** How a value is written. Empty texts of `nullable` ones are null, those of `announced` numbers to be announced. */
interface FieldOf {
  name: string;
  label?: keyof Strings['fields'];
  kind:
    'text' | 'nullable' | 'announced' | 'time' | 'day' | 'lines' | 'select' | 'checks' | 'switch';
  choices?: keyof Strings['choices'];
}

/** A list of records inside a record. */
interface ListOf {
  list: keyof Strings['records'];
  fields: readonly FieldOf[];
  fresh: object;
}

export type FieldSpec = FieldOf | ListOf;

/** A part of the form: a list of records, or one record. */
export interface Section {
  part: Part;
  /** Of a list: a record to begin with. */
  fresh?: object;
  fields: readonly FieldSpec[];
}

const validity: readonly FieldOf[] = [
  { name: 'validFrom', kind: 'nullable' },
  { name: 'validUntil', kind: 'nullable' },
];
const source: FieldOf = { name: 'source', kind: 'text' };

/** What a text of danger signs begins with. */
export const freshSigns = {
  version: '1',
  date: '',
  source: '',
  notice: null,
  validatedBy: [],
  fr: [],
  en: [],
};

/** Every part that a lead changes. No field of a partner ranks it. */
export const sections: readonly Section[] = [
  {
    part: 'accessNumbers',
    fresh: {
      number: 'to-be-announced',
      label: '',
      regimes: ['sas', 'pdsa'],
      hours: null,
      validFrom: null,
      validUntil: null,
      source: '',
    },
    fields: [
      { name: 'number', kind: 'announced' },
      { name: 'label', kind: 'text' },
      { name: 'regimes', kind: 'checks', choices: 'regimes' },
      ...validity,
      source,
    ],
  },
  {
    part: 'openingHours',
    fresh: {
      validFrom: null,
      validUntil: null,
      sas: [],
      holidays: 'national',
      bridgeDays: [],
      source: '',
    },
    fields: [
      ...validity,
      {
        list: 'sas',
        fresh: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '20:00' },
        fields: [
          { name: 'days', kind: 'checks', choices: 'days' },
          { name: 'from', kind: 'time' },
          { name: 'to', kind: 'time' },
        ],
      },
      { name: 'holidays', kind: 'select', choices: 'holidays' },
      { name: 'bridgeDays', kind: 'checks', choices: 'bridgeDays' },
      source,
    ],
  },
  {
    part: 'statuses',
    fresh: { status: 'operational', from: null, source: '' },
    fields: [
      { name: 'status', kind: 'select', choices: 'status' },
      { name: 'from', label: 'since', kind: 'nullable' },
      source,
    ],
  },
  {
    part: 'partners',
    fresh: { name: '', kind: 'association' },
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'kind', kind: 'select', choices: 'kind' },
    ],
  },
  {
    part: 'dangerSigns',
    fields: [
      { name: 'version', kind: 'text' },
      { name: 'date', kind: 'day' },
      source,
      { name: 'validatedBy', kind: 'lines' },
      { name: 'notice', kind: 'nullable' },
      { name: 'fr', kind: 'lines' },
      { name: 'en', kind: 'lines' },
    ],
  },
  {
    part: 'publicBooking',
    fields: [
      { name: 'enabled', kind: 'switch' },
      { name: 'controller', kind: 'nullable' },
      { name: 'dataProtectionContact', kind: 'nullable' },
    ],
  },
];
