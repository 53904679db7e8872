/**
 * What a vendor imports is documented: every export of the public doors has a docstring, a function that
 * throws says so, and a function of the vocabulary names the clause that it follows.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import ts from 'typescript';
import { root } from './run.ts';

/** Helpers of ours, which no clause asks for. */
const OURS = new Set(['isCode', 'quoted', 'isClean', 'toFinding', 'isSearchLinkError']);

/** Files behind the doors of a package; `./*` opens what a vendor is not told of. */
async function doorsOf(name: string): Promise<string[]> {
  const text = await readFile(join(root, `packages/${name}/package.json`), 'utf8');
  const { exports } = JSON.parse(text) as { exports: Record<string, { source?: string }> };
  return Object.entries(exports).flatMap(([door, { source }]) =>
    source === undefined || door.includes('*') ? [] : [join(root, 'packages', name, source)],
  );
}

interface Exported {
  readonly name: string;
  readonly doc: string;
  readonly tags: readonly string[];
  readonly tagText: string;
  readonly throws: boolean;
  readonly isFunction: boolean;
}

/** Whether a function itself throws: what it calls documents its own errors. */
function throwsItself(declaration: ts.Node): boolean {
  if (ts.isThrowStatement(declaration)) return true;
  let found = false;
  declaration.forEachChild((child) => {
    found ||= !ts.isFunctionLike(child) && throwsItself(child);
  });
  return found;
}

async function exportsOf(name: string): Promise<Exported[]> {
  const doors = await doorsOf(name);
  const program = ts.createProgram(doors, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ['source'],
    allowImportingTsExtensions: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const symbols = new Set(
    doors.flatMap((door) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(door)!)!;
      return checker
        .getExportsOfModule(module)
        .map((each) => (each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each));
    }),
  );
  return [...symbols].map((symbol): Exported => {
    const declaration = symbol.declarations![0]!;
    const tags = symbol.getJsDocTags(checker);
    return {
      name: symbol.name,
      doc: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      tags: tags.map((tag) => tag.name),
      tagText: tags.map(({ text }) => ts.displayPartsToString(text)).join('\n'),
      throws: ts.isFunctionDeclaration(declaration) && throwsItself(declaration),
      isFunction: ts.isFunctionDeclaration(declaration),
    };
  });
}

for (const name of ['fhir', 'connector']) {
  suite(`@sas-kit/${name}`, async () => {
    const exported = await exportsOf(name);
    const named = (wrong: (each: Exported) => boolean): string[] =>
      exported.filter(wrong).map((each) => each.name);

    test('every export has a docstring', () => {
      assert.ok(exported.length > 20);
      assert.deepEqual(
        named(({ doc }) => doc.trim() === ''),
        [],
      );
    });

    test('a function that throws says what', () => {
      assert.deepEqual(
        named(({ throws, tags }) => throws && !tags.includes('throws')),
        [],
      );
    });

    if (name === 'fhir') {
      test('every function names its source', () => {
        const functions = exported.filter(({ isFunction }) => isFunction);
        assert.ok(functions.length > 50);
        assert.deepEqual(
          functions
            .filter((each) => !OURS.has(each.name) && !/Source: \S/.test(each.doc + each.tagText))
            .map((each) => each.name),
          [],
        );
      });
    }
  });
}
