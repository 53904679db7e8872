import { toFinding, type Finding, type RuleText, type Severity } from '../finding.ts';

const rule = (severity: Severity, fr: string, en: string): RuleText => ({
  severity,
  message: { fr, en },
});

/**
 * What the readers say. An error means that something was not read; a warning, that it was mended or
 * guessed.
 */
export const READ_RULES = {
  'read-bundle': rule('error', "ce n'est pas un Bundle", 'this is no Bundle'),
  'read-resource': rule('error', 'ressource du mauvais type', 'resource of the wrong type'),
  'read-entry': rule('error', 'entrée sans ressource', 'entry without resource'),
  'read-outcome': rule('warning', 'le serveur signale', 'the server reports'),
  'read-repeated': rule(
    'warning',
    'ressource déjà présente : la première compte',
    'resource seen before: the first one counts',
  ),
  'read-reference': rule('error', 'référence sans cible', 'reference without target'),
  'read-schedule': rule(
    'error',
    'agenda sans praticien ni site connu',
    'schedule without known practitioner or site',
  ),
  'read-schedule-actor': rule(
    'warning',
    "acteurs de l'agenda contradictoires : le premier rôle compte",
    'contradictory actors of a schedule: the first role counts',
  ),
  'read-place-missing': rule('warning', 'créneau sans lieu', 'slot without place'),
  'read-identifier': rule(
    'error',
    'aucun identifiant national reconnaissable',
    'no national identifier that can be understood',
  ),
  'read-identifier-prefix': rule(
    'warning',
    'identifiant sans son préfixe SAS, ajouté',
    'identifier without its SAS prefix, added',
  ),
  'read-identifier-system': rule(
    'warning',
    "système d'identifiant inattendu",
    'unexpected identifier system',
  ),
  'read-identifier-type': rule(
    'error',
    "type et système d'identifiant contradictoires",
    'contradictory type and system of an identifier',
  ),
  'read-name': rule('warning', 'nom ou prénom absent', 'family or given name missing'),
  'read-phone': rule('warning', 'téléphone illisible', 'telephone that cannot be read'),
  'read-structure': rule(
    'warning',
    'identifiant de structure illisible',
    'structure identifier that cannot be understood',
  ),
  'read-address': rule('warning', 'adresse incomplète', 'incomplete address'),
  'read-postal-code': rule('warning', 'code postal corrigé', 'postal code mended'),
  'read-hours': rule(
    'warning',
    "horaire d'ouverture illisible",
    'opening hours that cannot be read',
  ),
  'read-time': rule('error', 'date illisible', 'date that cannot be read'),
  'read-time-form': rule(
    'warning',
    'date sans millisecondes ou sans décalage numérique',
    'date without milliseconds or numeric offset',
  ),
  'read-time-offset': rule(
    'warning',
    "décalage horaire qui n'est pas celui du lieu ce jour-là",
    'offset that is not that of the place on that day',
  ),
  'read-order': rule(
    'error',
    'le créneau finit avant de commencer',
    'the slot ends before it starts',
  ),
  'read-status': rule('error', 'créneau non libre', 'slot that is not free'),
  'read-slot-type': rule(
    'warning',
    'type de créneau absent ou inconnu',
    'slot type missing or unknown',
  ),
  'read-code-system': rule('warning', 'système de code inattendu', 'unexpected code system'),
  'read-service-type': rule('warning', 'type de consultation inconnu', 'unknown consultation type'),
  'read-booking': rule('warning', 'type de rendez-vous inconnu', 'unknown appointment type'),
  'read-community': rule(
    'warning',
    'créneau CPTS sans CPTS trouvée',
    'CPTS slot whose CPTS was not found',
  ),
  'read-url': rule(
    'warning',
    'adresse de prise de rendez-vous illisible',
    'unreadable booking address',
  ),
  'read-required': rule('error', 'élément obligatoire absent', 'required element missing'),
  'read-code': rule('error', 'code hors de la nomenclature', 'code outside its list'),
} as const satisfies Readonly<Record<string, RuleText>>;

/** Name of an oddity that readers report. */
export type ReadRule = keyof typeof READ_RULES;

/** Where the readers write down what they saw. */
export class ReadNotes {
  readonly findings: Finding[] = [];

  add(rule: ReadRule, place: string, value?: unknown): null {
    this.findings.push(toFinding(rule, READ_RULES[rule], place, value));
    return null;
  }

  get clean(): boolean {
    return this.findings.every(({ severity }) => severity !== 'error');
  }
}
