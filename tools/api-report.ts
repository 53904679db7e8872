/**
 * The public surface of the packages as text, a file for each door: what a change does to consumers shows
 * in its review. Declarations as the compiler publishes them, without comments; a symbol is written out
 * at the door whose file declares it, or at the first that exports it, and named at the others.
 */
import { glob } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { type Exported, type Surface, surfaceOf } from './public-surface.ts';
import { root } from './run.ts';

/** Whose surface is reported; that of the elements is their manifest. */
export const REPORTED = ['client', 'conformance', 'connector', 'fhir', 'regime'];

const doorFile = (name: string, door: string): string =>
  `packages/${name}/api/${door === '.' ? 'index' : door.slice('./'.length)}.txt`;

/** The published declarations of a source, by its path. */
function emitter({ program }: Surface): (file: string) => ts.SourceFile {
  const known = new Map<string, ts.SourceFile>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    let text = '';
    program.emit(
      program.getSourceFile(file),
      (_path, written) => (text = written),
      undefined,
      true,
    );
    const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    known.set(file, parsed);
    return parsed;
  };
}

/** Whether a statement of a declaration file declares a name. */
function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.some(({ name: each }) => each.getText() === name);
  const declared = statement as ts.Statement & { name?: ts.Node };
  return declared.name?.getText() === name;
}

/** What is published of a symbol: every overload, interface and value of its name. */
function declarationOf(file: ts.SourceFile, { name, symbol }: Exported): string {
  const own = symbol.name;
  const texts = file.statements
    .filter((statement) => declares(statement, own))
    .map((statement) => statement.getText().replace(/^(?:export )?(?:default )?(?:declare )?/, ''));
  const alias = own === name ? [] : [`// ${own} is exported as ${name}`];
  return [...alias, ...texts.map((text) => `export ${text}`)].join('\n');
}

/** The door that writes a symbol out: its own file's, else the first that exports it. */
function homes(surface: Surface): Map<ts.Symbol, string> {
  const home = new Map<ts.Symbol, string>();
  for (const own of [true, false])
    for (const { name, file, exports } of surface.doors)
      for (const each of exports)
        if (!home.has(each.symbol) && (!own || each.file === file)) home.set(each.symbol, name);
  return home;
}

/** `export { A, B } from '…';`, one statement for each place. */
function namedElsewhere(names: ReadonlyMap<string, string>): string[] {
  const places = [...new Set(names.values())].sort();
  return places.map((place) => {
    const here = [...names].filter(([, each]) => each === place).map(([name]) => name);
    return `export { ${here.sort().join(', ')} } from '${place}';`;
  });
}

async function reportOf(name: string): Promise<[string, string][]> {
  const surface = await surfaceOf(name);
  const declarations = emitter(surface);
  const home = homes(surface);
  /** Where a symbol is written out, if not at this door. */
  const placeOf = ({ file, symbol }: Exported, door: string): string | undefined => {
    const owner = /^packages\/([^/]+)\//.exec(relative(root, file))?.[1] ?? name;
    if (owner !== name) return `@sas-kit/${owner}`;
    return home.get(symbol) === door ? undefined : home.get(symbol);
  };
  const options = await resolveConfig(join(root, 'tools/api-report.ts'));
  return Promise.all(
    surface.doors.map(async ({ name: door, exports }): Promise<[string, string]> => {
      const sorted = [...exports].sort((one, other) => (one.name < other.name ? -1 : 1));
      const names = new Map<string, string>();
      const written: string[] = [];
      for (const each of sorted) {
        const place = placeOf(each, door);
        if (place === undefined) written.push(declarationOf(declarations(each.file), each));
        else names.set(each.name, place);
      }
      const lines = [...namedElsewhere(names), '', ...written].join('\n');
      const text = await format(lines, { ...options, parser: 'typescript' });
      return [doorFile(name, door), `// @sas-kit/${name}${door.slice(1)}\n\n${text}`];
    }),
  );
}

/** Every report, by its path in the repository. */
export async function apiReports(): Promise<[string, string][]> {
  const reports: [string, string][] = [];
  for (const name of REPORTED) reports.push(...(await reportOf(name)));
  return reports;
}

/** Reports of doors that are no more. */
export async function formerReports(reports: ReadonlyMap<string, unknown>): Promise<string[]> {
  const former: string[] = [];
  for await (const path of glob('packages/*/api/**/*.txt', { cwd: root }))
    if (!reports.has(path)) former.push(path);
  return former;
}
