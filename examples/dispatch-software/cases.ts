import type { DispatchCase } from '@sas-kit/fhir/hub';

/** A case of the dispatch software. Who the patient is stands elsewhere, and never here. */
export interface CaseFile extends DispatchCase {
  readonly decidedAt: string;
  readonly regulatorEmails: readonly string[];
  readonly place: { readonly inseeCode: string; readonly city: string };
  /** What the doctor decided, in a few words without anything clinical. */
  readonly decision: string;
  /** Nobody is ill: it has exercises alone, and those are in no other. Default: in earnest. */
  readonly exercise?: boolean;
}

const MINUTE_MS = 60_000;

const ROWS = [
  [4, '76351', 'Le Havre', 'Consultation dans les 24 h'],
  [11, '76447', 'Montivilliers', 'Consultation dans les 48 h'],
  [19, '76259', 'Fécamp', 'Consultation dans les 24 h'],
  [27, '76305', 'Gonfreville-l’Orcher', 'Visite à domicile'],
  [38, '76552', 'Sainte-Adresse', 'Consultation dans les 48 h'],
  [52, '76341', 'Harfleur', 'Consultation dans les 24 h'],
] as const;

/** Fictional cases that a doctor has just decided about, all exercises, the last one first. */
export function demonstrationCases(now: Date): CaseFile[] {
  return ROWS.map(([minutes, inseeCode, city, decision], index) => ({
    caseId: `DRM-${now.getFullYear()}-${String(420 - index).padStart(4, '0')}`,
    decidedAt: new Date(now.getTime() - minutes * MINUTE_MS).toISOString(),
    regulatorEmails: [`regulation${(index % 3) + 1}@samu.example`],
    place: { inseeCode, city },
    decision,
    exercise: true,
  }));
}
