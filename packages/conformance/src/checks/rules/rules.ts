import { type Flow, RULES, type Rule } from '@sas-kit/fhir';
import type { Check } from '../../check.ts';
import { lintOf } from '../../search/answer.ts';
import { answersOf } from './answers.ts';

/** Numbers of the official tests that the source of a rule names. */
export function kitNumbers(source: string): string[] {
  return [...source.matchAll(/\b\d\.\d{1,2}\.\d{2}\b/g)].map(([number]) => number);
}

/** The check that no answer of a flow breaks a rule. */
function ruleCheck(rule: Rule, flow: Flow): Check {
  const { id, message, mend, source, severity } = rule;
  // What the official kit leaves to the FHIR validator.
  const validated = severity === 'error' && flow !== 'sos';
  const kit = [...(validated ? ['4.2.02'] : []), ...kitNumbers(source)];
  return {
    id: `${flow}/${id}`,
    ...(kit.length > 0 && { kit }),
    title: { fr: `jamais : ${message.fr}`, en: `never: ${message.en}` },
    source,
    mend,
    needs: [],
    async run(scene) {
      const answers = await answersOf(scene, flow);
      return answers.flatMap((answer) =>
        lintOf(scene, flow, answer)
          .filter((finding) => finding.rule === id)
          .map((finding) => ({ ...finding, exchange: answer.exchange })),
      );
    },
  };
}

// Whether an answer is a Bundle at all is seen before any rule is asked.
const ASKED = RULES.filter(({ id }) => id !== 'resource-type');

/** One check for each rule of the guide that a flow has, told by `lint()`. */
export function ruleChecks(flow: Flow): Check[] {
  return ASKED.filter(({ flows }) => flows.includes(flow)).map((rule) => ruleCheck(rule, flow));
}
