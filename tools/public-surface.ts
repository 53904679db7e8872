/** What a package exports by its doors, as the compiler sees it in the sources. */
import { join } from 'node:path';
import ts from 'typescript';
import { type Door, doorsOf } from './doors.ts';
import { root } from './run.ts';

/** One export of a door. */
export interface Exported {
  /** Its name at the door. */
  readonly name: string;
  /** What it is, followed through every re-export. */
  readonly symbol: ts.Symbol;
  /** Where it is declared: an absolute path. */
  readonly file: string;
}

/** A package's doors with what they export, and the program that they were read by. */
export interface Surface {
  readonly program: ts.Program;
  readonly doors: readonly (Door & { readonly file: string; readonly exports: Exported[] })[];
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  customConditions: ['source'],
  allowImportingTsExtensions: true,
  strict: true,
  skipLibCheck: true,
  declaration: true,
  emitDeclarationOnly: true,
  removeComments: true,
  rootDir: root,
  outDir: join(root, '.tsbuild/surface'),
};

/** Follows re-exports to what is exported. */
const followed = (symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** Modules that a file gives on as types alone: `export type * from '…'`. */
function typeOnlyStars(file: ts.SourceFile, checker: ts.TypeChecker): ts.Symbol[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.isTypeOnly) return [];
    const { exportClause, moduleSpecifier } = statement;
    const module = moduleSpecifier && checker.getSymbolAtLocation(moduleSpecifier);
    return exportClause === undefined && module !== undefined ? [module] : [];
  });
}

/** The public surface of a package: `client`. */
export async function surfaceOf(name: string): Promise<Surface> {
  const doors = (await doorsOf(name)).map((door) => ({
    ...door,
    file: join(root, 'packages', name, door.source),
  }));
  const program = ts.createProgram(
    doors.map(({ file }) => file),
    OPTIONS,
  );
  const checker = program.getTypeChecker();
  const exportsOf = (path: string): Exported[] => {
    const file = program.getSourceFile(path)!;
    const module = checker.getSymbolAtLocation(file);
    const asTypes = new Set(
      typeOnlyStars(file, checker).flatMap((each) => checker.getExportsOfModule(each)),
    );
    return (module === undefined ? [] : checker.getExportsOfModule(module))
      .map((each) => ({ each, symbol: followed(each, checker) }))
      .filter(({ each, symbol }) => !asTypes.has(each) || symbol.flags & ts.SymbolFlags.Type)
      .map(({ each, symbol }) => ({
        name: each.name,
        symbol,
        file: symbol.declarations![0]!.getSourceFile().fileName,
      }));
  };
  return { program, doors: doors.map((door) => ({ ...door, exports: exportsOf(door.file) })) };
}
