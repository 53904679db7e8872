import type { Text } from './finding.ts';

/** TRE_R38, ordinal specialties; labels short enough for a card. [French, English] */
const LABELS = {
  SM01: ['Anatomopathologie', 'Pathology'],
  SM02: ['Anesthésie-réanimation', 'Anaesthetics and intensive care'],
  SM03: ['Biologie médicale', 'Laboratory medicine'],
  SM04: ['Cardiologie', 'Cardiology'],
  SM05: ['Chirurgie générale', 'General surgery'],
  SM06: ['Chirurgie maxillo-faciale', 'Maxillofacial surgery'],
  SM07: ['Chirurgie maxillo-faciale et stomatologie', 'Maxillofacial surgery and stomatology'],
  SM08: ['Chirurgie orthopédique', 'Orthopaedic and trauma surgery'],
  SM09: ['Chirurgie infantile', 'Paediatric surgery'],
  SM10: ['Chirurgie plastique', 'Plastic surgery'],
  SM11: ['Chirurgie thoracique et cardiaque', 'Thoracic and cardiovascular surgery'],
  SM12: ['Urologie', 'Urological surgery'],
  SM13: ['Chirurgie vasculaire', 'Vascular surgery'],
  SM14: ['Chirurgie viscérale et digestive', 'Visceral and digestive surgery'],
  SM15: ['Dermatologie', 'Dermatology'],
  SM16: ['Endocrinologie et métabolisme', 'Endocrinology and metabolism'],
  SM17: ['Génétique médicale', 'Medical genetics'],
  SM18: ['Gériatrie', 'Geriatrics'],
  SM19: ['Gynécologie médicale', 'Medical gynaecology'],
  SM20: ['Gynécologie-obstétrique', 'Obstetrics and gynaecology'],
  SM21: ['Hématologie', 'Haematology'],
  SM24: ['Gastro-entérologie', 'Gastroenterology and hepatology'],
  SM25: ['Médecine du travail', 'Occupational medicine'],
  SM26: ['Médecine générale (qualification)', 'General practice (qualified)'],
  SM27: ['Médecine interne', 'Internal medicine'],
  SM28: ['Médecine nucléaire', 'Nuclear medicine'],
  SM29: ['Médecine physique et de réadaptation', 'Physical and rehabilitation medicine'],
  SM30: ['Néphrologie', 'Nephrology'],
  SM31: ['Neurochirurgie', 'Neurosurgery'],
  SM32: ['Neurologie', 'Neurology'],
  SM33: ['Neuropsychiatrie', 'Neuropsychiatry'],
  SM34: ['ORL et chirurgie de la face et du cou', 'ENT and head and neck surgery'],
  SM36: ['Oncologie médicale', 'Medical oncology'],
  SM37: ['Oncologie radiothérapie', 'Radiation oncology'],
  SM38: ['Ophtalmologie', 'Ophthalmology'],
  SM39: ['Oto-rhino-laryngologie (ORL)', 'Ear, nose and throat'],
  SM40: ['Pédiatrie', 'Paediatrics'],
  SM41: ['Pneumologie', 'Pulmonology'],
  SM42: ['Psychiatrie', 'Psychiatry'],
  SM43: ["Psychiatrie de l'enfant et de l'adolescent", 'Child and adolescent psychiatry'],
  SM44: ['Radiodiagnostic', 'Diagnostic radiology'],
  SM45: ['Radiothérapie', 'Radiotherapy'],
  SM46: ['Médecine intensive-réanimation', 'Intensive care medicine'],
  SM48: ['Rhumatologie', 'Rheumatology'],
  SM49: ['Santé publique et médecine sociale', 'Public health and social medicine'],
  SM50: ['Stomatologie', 'Stomatology'],
  SM51: [
    'Gynécologie-obstétrique (option obstétrique)',
    'Obstetrics and gynaecology (obstetrics option)',
  ],
  SM52: [
    'Gynécologie-obstétrique (option médicale)',
    'Obstetrics and gynaecology (medical option)',
  ],
  SM53: ['Médecine générale (spécialité)', 'General practice (specialist)'],
  SM54: ['Médecine générale', 'General practice'],
  SM56: ['Chirurgie orale', 'Oral surgery'],
  SM57: ['Allergologie', 'Allergology'],
  SM58: ['Maladies infectieuses et tropicales', 'Infectious and tropical diseases'],
  SM59: ["Médecine d'urgence", 'Emergency medicine'],
  SM60: ['Médecine légale', 'Forensic medicine'],
  SM61: ['Médecine vasculaire', 'Vascular medicine'],
  SM62: ['Endocrinologie, diabétologie, nutrition', 'Endocrinology, diabetology and nutrition'],
  SM72: ['Médecine interne et immunologie', 'Internal medicine and clinical immunology'],
  SM73: ['Médecine cardiovasculaire', 'Cardiovascular medicine'],
  SM74: ['Radiologie et imagerie médicale', 'Radiology and medical imaging'],
  SM75: ['Santé publique', 'Public health'],
  SM87: ['Néonatologie', 'Paediatrics, neonatology'],
  SM93: ['Psychiatrie de la personne âgée', 'Old age psychiatry'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** A code of TRE_R38 that this table knows. */
export type SpecialtyCode = keyof typeof LABELS;

/** The three codes of general practice: the same to a person who searches. */
export const GENERAL_PRACTICE: readonly SpecialtyCode[] = ['SM54', 'SM53', 'SM26'];

/** Every known code, in order. */
export const SPECIALTY_CODES = Object.keys(LABELS) as readonly SpecialtyCode[];

/**
 * Whether a text is a known code of TRE_R38.
 *
 * Source: NOS, TRE_R38-SpecialiteOrdinale.
 */
export function isSpecialtyCode(text: string): text is SpecialtyCode {
  return Object.hasOwn(LABELS, text);
}

/**
 * Label of a specialty; null for a code that the table does not know.
 *
 * Source: NOS, TRE_R38-SpecialiteOrdinale.
 */
export function specialtyLabel(code: string): Text | null {
  if (!isSpecialtyCode(code)) return null;
  const [fr, en] = LABELS[code];
  return { fr, en };
}

function comparable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

let byLabel: ReadonlyMap<string, SpecialtyCode> | null = null;

function codesByLabel(): ReadonlyMap<string, SpecialtyCode> {
  byLabel ??= new Map(
    SPECIALTY_CODES.flatMap((code) =>
      LABELS[code].map((label): [string, SpecialtyCode] => [comparable(label), code]),
    ),
  );
  return byLabel;
}

/**
 * The code that a practice means: `sm54`, `SM 54`, `Médecine générale`, `medecine generale (SM)`.
 * Only a whole label is recognised: `Médecine du sport` is no ordinal specialty and gives null.
 *
 * Source: NOS, TRE_R38-SpecialiteOrdinale.
 */
export function findSpecialty(text: string): SpecialtyCode | null {
  const code = text.replace(/\s/g, '').toUpperCase();
  if (isSpecialtyCode(code)) return code;
  return codesByLabel().get(comparable(text.replace(/\(SM\)\s*$/i, ''))) ?? null;
}
