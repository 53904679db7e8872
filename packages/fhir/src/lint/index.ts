export { lint } from './lint.ts';
export type { LintFlow, Rule } from './rule.ts';
export { RULES } from './rules.ts';
export type { LintOptions } from './subject.ts';
