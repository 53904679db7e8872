import { toFinding, type Finding, type RuleText, type Severity } from '../finding.ts';

const rule = (severity: Severity, fr: string, en: string): RuleText => ({
  severity,
  message: { fr, en },
});

/**
 * What the writers say about an agenda. An error leaves the slot, or what it names, out of the answer; a
 * warning mends it or leaves an optional element out.
 */
export const WRITE_RULES = {
  'agenda-slot-busy': rule(
    'information',
    'créneau non libre : seuls les créneaux libres sont transmis',
    'slot not free: only free slots are sent',
  ),
  'agenda-slot-flow': rule('information', "créneau d'un autre flux", 'slot of another flow'),
  'agenda-slot-repeated': rule('error', 'identifiant de créneau déjà vu', 'slot id seen before'),
  'agenda-slot-time': rule('error', 'date illisible', 'date that cannot be read'),
  'agenda-slot-order': rule(
    'error',
    'le créneau finit avant de commencer',
    'the slot ends before it starts',
  ),
  'agenda-slot-owner': rule(
    'error',
    "praticien, lieu ou site absent de l'agenda ou inutilisable",
    'practitioner, place or site missing from the agenda or unusable',
  ),
  'agenda-appointment': rule(
    'error',
    'rendez-vous incomplet ou inconnu du profil',
    'appointment incomplete or unknown to the profile',
  ),
  'agenda-regulator': rule(
    'error',
    'compte de régulateur incomplet',
    "incomplete regulator's account",
  ),
  'agenda-slot-visibility': rule(
    'error',
    'aucun type de créneau que ce flux transmette',
    'no slot type that this flow sends',
  ),
  'agenda-slot-url': rule(
    'warning',
    "pas d'adresse de prise de rendez-vous en http(s)",
    'no http(s) booking address',
  ),
  'agenda-practitioner-id': rule(
    'error',
    'ni RPPS ni ADELI reconnaissable',
    'neither an RPPS nor an ADELI number',
  ),
  'agenda-practitioner-check-digit': rule(
    'warning',
    'clé du numéro RPPS fausse',
    'wrong check digit of the RPPS number',
  ),
  'agenda-practitioner-name': rule(
    'warning',
    'praticien sans nom ou sans prénom',
    'practitioner without family or given name',
  ),
  'agenda-place-address': rule(
    'error',
    'adresse sans voie, ville ou code postal à cinq chiffres',
    'address without street, city or five-digit postal code',
  ),
  'agenda-place-mended': rule('warning', 'code postal corrigé', 'postal code mended'),
  'agenda-place-structure': rule(
    'warning',
    'structure sans FINESS, SIRET ni RPPS rang',
    'structure without FINESS, SIRET or RPPS rang',
  ),
  'agenda-time-zone': rule('warning', 'fuseau horaire inconnu', 'unknown time zone'),
  'agenda-phone': rule(
    'warning',
    'téléphone non transmis : pas un numéro français complet',
    'telephone not sent: not a complete number',
  ),
  'agenda-community': rule(
    'warning',
    "CPTS absente de l'agenda ou sans FINESS",
    'CPTS missing from the agenda or without FINESS',
  ),
  'agenda-slot-cpts': rule(
    'warning',
    'créneau de type CPTS sans CPTS : ce type est retiré',
    'slot of type CPTS without a CPTS: this type is removed',
  ),
  'agenda-association-siret': rule(
    'error',
    'association sans SIRET reconnaissable',
    'association without a SIRET number',
  ),
  'agenda-site-name': rule('error', 'site sans nom', 'site without a name'),
  'agenda-opening-hours': rule(
    'warning',
    "horaire d'ouverture illisible",
    'opening hours that cannot be read',
  ),
} as const satisfies Readonly<Record<string, RuleText>>;

/** Name of what writers report. */
export type WriteRule = keyof typeof WRITE_RULES;

/** Where the writers write down what they saw. */
export class Notes {
  readonly findings: Finding[] = [];
  /** Why a slot is not in the answer, by its id in the agenda. */
  readonly leftOut = new Map<string, Finding>();

  add(rule: WriteRule, place: string, value?: unknown): Finding {
    const finding = toFinding(rule, WRITE_RULES[rule], place, value);
    this.findings.push(finding);
    return finding;
  }

  /** Leaves a slot out. The first reason counts. */
  leaveOut(slot: string, rule: WriteRule, element = '', value?: unknown): null {
    const finding = this.add(rule, recordPlace('slots', slot, element), value);
    if (!this.leftOut.has(slot)) this.leftOut.set(slot, finding);
    return null;
  }
}

/** The place of a record in the agenda, as FHIRPath would name it: `slots.where(id='s-1').start`. */
export function recordPlace(list: string, id: string, element = ''): string {
  return `${list}.where(id='${id}')${element === '' ? '' : `.${element}`}`;
}
