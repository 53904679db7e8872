import type { components } from '../generated/platform.ts';
import { bodyProblem } from '../http/problem.ts';

type Schemas = components['schemas'];
export type Outcome = Schemas['Outcome'];
export type OutcomeForm = Schemas['OutcomeForm'];
export type Category = Schemas['OrientationCategory'];
export type HubCodes = Schemas['HubCodes'];

/** What an outcome of the founding documents may be, and asks for. */
interface OutcomeRule {
  forms: readonly OutcomeForm[];
  /** Somebody receives the person: a slot, a time or a structure may be named. */
  booked: boolean;
  /** It is sent by the dispatch program, which has a case of it. */
  triggered: boolean;
}

const NOTHING = { forms: [], booked: false, triggered: false } as const;

export const OUTCOMES: Readonly<Record<Outcome, OutcomeRule>> = {
  advice: { ...NOTHING, forms: ['phone-prescription'] },
  'unscheduled-consultation': {
    ...NOTHING,
    forms: ['home-visit', 'teleconsultation'],
    booked: true,
  },
  'emergency-department': NOTHING,
  ambulance: { ...NOTHING, triggered: true },
  smur: { ...NOTHING, triggered: true },
  'other-prehospital-team': { ...NOTHING, triggered: true },
};

/** What a slot is for where a consultation has this form; without one somebody comes. */
const MODALITIES = {
  'home-visit': 'HH',
  teleconsultation: 'VR',
  'phone-prescription': null,
} as const;

/**
 * Whether a consultation of this form is what a slot is for.
 *
 * @param pointer the place in the body that names the slot.
 * @throws {ProblemError} 422 `form-not-allowed`.
 */
export function checkForm(
  form: OutcomeForm | null,
  modalities: readonly string[],
  pointer: string,
): void {
  const needed = form === null ? 'AMB' : MODALITIES[form];
  if (needed !== null && modalities.includes(needed)) return;
  const detail = `This slot is for ${modalities.join(', ')}, not for ${form ?? 'somebody who comes'}.`;
  throw bodyProblem('form-not-allowed', pointer, detail);
}

/** `typeRessource` of whoever receives the person. */
const RESOURCES: Readonly<Record<Category, string>> = {
  PS: 'LIBERAL.MG',
  SOS: 'LIBERAL.SOS',
  MSP: 'LIBERAL.MSPD',
  CPTS: 'LIBERAL',
  CDS: 'LIBERAL',
  PDM: 'LIBERAL',
};

const codes = (
  typeDecision: string,
  typeOrientation: string | null,
  typeRessource: string | null,
): HubCodes => ({ typeDecision, typeOrientation, typeRessource });

/**
 * The Hub Santé's codes of an orientation. What an orientation does not say, the destination of an
 * ambulance or which team was sent, is null.
 */
export function hubCodes(
  outcome: Outcome,
  form: OutcomeForm | null,
  category: Category | null,
): HubCodes {
  const resource = category === null ? 'LIBERAL' : RESOURCES[category];
  switch (outcome) {
    case 'advice':
      return codes(form === 'phone-prescription' ? 'PMT' : 'CONSEIL', null, null);
    case 'unscheduled-consultation':
      return form === 'home-visit'
        ? codes('INTER', 'DOMICILE', resource)
        : codes('ORIENT', 'CABINET', resource);
    case 'emergency-department':
      return codes('ORIENT', 'URGENCES', null);
    case 'ambulance':
      return codes('INTER', null, 'TSU');
    case 'smur':
      return codes('INTER', null, 'SMUR');
    case 'other-prehospital-team':
      return codes('INTER', null, null);
  }
}

/** Structures that receive people by telephone, as the guide's categories name them. */
const CATEGORY_OF_KIND: Readonly<Partial<Record<Schemas['Structure']['kind'], Category>>> = {
  sos: 'SOS',
  cpts: 'CPTS',
  msp: 'MSP',
  cds: 'CDS',
};

/** The category of a structure; null where it is none that receives people by telephone. */
export function categoryOf(kind: Schemas['Structure']['kind']): Category | null {
  return CATEGORY_OF_KIND[kind] ?? null;
}
