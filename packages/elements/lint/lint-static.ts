import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { accessRules, type AccessFile } from './access-rules.ts';
import type { Finding, Report } from './finding.ts';
import { newsRules, type NewsFile } from './news-rules.ts';
import { territoryRules, type TerritoriesFile } from './territory-rules.ts';

/** Kinds of static files, by the list that each holds. */
const kinds = { territories: 'territories', news: 'news', notices: 'access' } as const;

/** What was looked at, and what was found. */
export interface Lint {
  kind: (typeof kinds)[keyof typeof kinds] | null;
  findings: Finding[];
}

const validators = new Map<string, ValidateFunction>();

function validator(kind: string): ValidateFunction {
  let validate = validators.get(kind);
  if (!validate) {
    const file = import.meta.resolve(`@sas-kit/elements/schemas/${kind}.schema.json`);
    const schema = JSON.parse(readFileSync(fileURLToPath(file), 'utf8')) as object;
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
    validators.set(kind, (validate = ajv.compile(schema)));
  }
  return validate;
}

/**
 * What is wrong in a static file: what its schema refuses, then what no schema can say.
 *
 * @param text - the file
 * @param now - ms since 1970, for what expires
 */
export function lintStatic(text: string, now: number): Lint {
  const findings: Finding[] = [];
  const report: Report = (level, pointer, code, message) =>
    findings.push({ level, pointer, code, message });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    report('error', '', 'not-json', (error as Error).message);
    return { kind: null, findings };
  }
  const member = (Object.keys(kinds) as (keyof typeof kinds)[]).find(
    (name) => typeof file === 'object' && file !== null && Array.isArray((file as never)[name]),
  );
  if (!member) {
    const lists = Object.keys(kinds).join(', ');
    report('error', '', 'unknown-kind', `holds none of the lists ${lists}`);
    return { kind: null, findings };
  }
  const kind = kinds[member];
  const validate = validator(kind);
  if (!validate(file)) {
    for (const error of validate.errors ?? []) {
      report('error', error.instancePath, 'schema', told(error));
    }
    return { kind, findings };
  }
  const today = new Date(now).toISOString().slice(0, 10);
  if (kind === 'territories') territoryRules(file as TerritoriesFile, today, report);
  if (kind === 'news') newsRules(file as NewsFile, today, report);
  if (kind === 'access') accessRules(file as AccessFile, now, report);
  return { kind, findings };
}

/** A fault of the schema with the member or the values that it is about. */
function told({ message = 'is wrong', params }: ErrorObject): string {
  const { additionalProperty, allowedValues } = params as {
    additionalProperty?: string;
    allowedValues?: string[];
  };
  if (additionalProperty !== undefined) return `knows no member ${additionalProperty}`;
  return allowedValues ? `${message}: ${allowedValues.join(', ')}` : message;
}
