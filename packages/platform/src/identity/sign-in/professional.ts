/** A person as Pro Santé Connect describes it, as far as this platform looks. */
export interface Professional {
  /** With its prefix: `8` + RPPS, `0` + ADELI. */
  nationalId: string;
  family: string;
  given: string | null;
  /** Registered in a care profession: it may publish an agenda of its own. */
  practitioner: boolean;
  /** `Acces_Regulation_Medicale`: it may regulate, where an account says that it does. */
  regulationAccess: boolean;
}

/** Why somebody whom the provider knows is not let in; each has its page. */
export type Refusal =
  | 'not-registered'
  | 'no-account'
  | 'no-role'
  | 'account-disabled'
  | 'stale'
  | 'cancelled'
  | 'not-verified'
  | 'not-configured'
  | 'provider-unreachable'
  | 'not-from-here';

/** A sign-in that ends in a page instead of a session. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  readonly refusal: Refusal;
  /** For whoever runs the server: the library's code of the failure. */
  readonly reason: string | null;

  constructor(refusal: Refusal, reason: string | null = null) {
    super(refusal);
    this.refusal = refusal;
    this.reason = reason;
  }
}

/** `SubjectNameID` of a person of the national registers. */
const NATIONAL_ID = /^(8\d{11}|0(\d\d|2[AB])\d{7})$/;

/**
 * TRE_G15: professions whose members see patients in a practice. Whoever is in the register with
 * another code, a secretary for instance, gets its roles from an account.
 */
const CARE_PROFESSIONS = new Set([
  '10',
  '21',
  '40',
  '50',
  '60',
  '69',
  '70',
  '80',
  '91',
  '92',
  '94',
  '95',
  '96',
]);

/**
 * Reads the claims of Pro Santé Connect (userinfo). A userinfo without `SubjectRefPro` is of somebody
 * who is not a registered professional.
 *
 * @throws {SignInRefused} `not-registered`
 */
export function readProfessional(claims: Readonly<Record<string, unknown>>): Professional {
  const nationalId = text(claims['SubjectNameID']);
  const exercises = exercisesOf(claims['SubjectRefPro']);
  if (nationalId === null || !NATIONAL_ID.test(nationalId) || exercises === null) {
    throw new SignInRefused('not-registered');
  }
  return {
    nationalId,
    family: text(claims['family_name']) ?? nationalId,
    given: text(claims['given_name']),
    practitioner: exercises.some((code) => CARE_PROFESSIONS.has(code)),
    regulationAccess: text(claims['Acces_Regulation_Medicale'])?.toUpperCase() === 'VRAI',
  };
}

/** Profession codes of `SubjectRefPro.exercices`; null where there is no entry of the register. */
function exercisesOf(claim: unknown): string[] | null {
  if (typeof claim !== 'object' || claim === null || !('exercices' in claim)) return null;
  const { exercices } = claim;
  if (!Array.isArray(exercices) || exercices.length === 0) return null;
  return exercices.map(
    (each) => text((each as Record<string, unknown> | null)?.['codeProfession']) ?? '',
  );
}

/** A claim's text in one line, without what no column can keep. */
function text(claim: unknown): string | null {
  if (typeof claim !== 'string') return null;
  const line = claim.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/\p{Cs}/gu, '\uFFFD');
  const clean = Array.from(line.trim()).slice(0, 160).join('');
  return clean === '' ? null : clean;
}
