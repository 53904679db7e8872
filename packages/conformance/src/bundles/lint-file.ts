import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type GuideVersion, lint, type LintFlow, RULES } from '@sas-kit/fhir';
import type { Check, Fault, Verdict } from '../check.ts';
import { kitNumbers } from '../checks/rules/rules.ts';
import { fault } from '../fault.ts';
import { verdictOf } from '../runner.ts';
import { flowOf } from './flow.ts';

export interface LintFileOptions {
  /** Default: found out from the resource. */
  readonly flow?: LintFlow;
  /** Default `1.1`. */
  readonly guide?: GuideVersion;
}

const READABLE = {
  title: { fr: 'le fichier est lisible', en: 'the file is readable' },
  source: 'FHIR R4, JSON',
  mend: {
    fr: 'donner un fichier JSON qui tient un Bundle, un Appointment, un Practitioner ou une autre ressource avec son profil',
    en: 'give a JSON file that holds a Bundle, an Appointment, a Practitioner or another resource with its profile',
  },
};

const offline = (id: string, rest: typeof READABLE): Check => ({
  id,
  ...rest,
  needs: [],
  run: async () => [],
});

/**
 * Checks a saved answer, account or appointment against the rules of the guide: one verdict for each rule
 * of its flow. Ids are the name of the file and the rule.
 *
 * @throws Error of Node when the file cannot be read.
 */
export function lintFile(path: string, { flow, guide = '1.1' }: LintFileOptions = {}): Verdict[] {
  const file = basename(path);
  const readable = (faults: readonly Fault[]): Verdict =>
    verdictOf(offline(`${file}/readable`, READABLE), faults);
  let resource: unknown;
  try {
    resource = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const said = error.message;
    return [readable([fault(file, `pas du JSON : ${said}`, `no JSON: ${said}`)])];
  }
  const found = flow ?? flowOf(resource);
  if (found === null) {
    const told = fault(
      'resourceType',
      'flux inconnu, à donner par --flow',
      'unknown flow, to be given by --flow',
    );
    return [readable([told])];
  }
  const findings = lint(resource, found, { guide });
  const rules = RULES.filter(({ flows }) => flows.includes(found));
  return rules.map(({ id, message, source, mend }) => {
    const title = { fr: `jamais : ${message.fr}`, en: `never: ${message.en}` };
    const kit = kitNumbers(source);
    const check = {
      ...offline(`${file}/${id}`, { title, source, mend }),
      ...(kit.length > 0 && { kit }),
    };
    return verdictOf(
      check,
      findings.filter(({ rule }) => rule === id),
    );
  });
}
