/**
 * What is imported is documented: every export of the public doors and every method has a docstring, a
 * function that throws says so, and a function of the vocabulary names the clause that it follows.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import ts from 'typescript';
import { surfaceOf } from './public-surface.ts';

/** Helpers of ours, which no clause asks for; those of a whole file are for the packages that stand on it. */
const OURS = new Set([
  'isCode',
  'quoted',
  'isClean',
  'toFinding',
  'isSearchLinkError',
  'isBookingReference',
]);
const OUR_FILES = /\/(?:check-digit|json|postal-codes|references)\.ts$/;

interface Documented {
  readonly name: string;
  readonly doc: string;
  readonly tags: readonly string[];
  readonly tagText: string;
  readonly throws: boolean;
  readonly isFunction: boolean;
  readonly file: string;
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

const docOf = (symbol: ts.Symbol, checker: ts.TypeChecker): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker));

async function documentedOf(name: string): Promise<{ exported: Documented[]; bare: string[] }> {
  const { program, doors } = await surfaceOf(name);
  const checker = program.getTypeChecker();
  const symbols = new Set(doors.flatMap((door) => door.exports.map(({ symbol }) => symbol)));
  const exported = [...symbols].map((symbol): Documented => {
    const declaration = symbol.declarations![0]!;
    const tags = symbol.getJsDocTags(checker);
    return {
      name: symbol.name,
      doc: docOf(symbol, checker),
      tags: tags.map((tag) => tag.name),
      tagText: tags.map(({ text }) => ts.displayPartsToString(text)).join('\n'),
      throws: ts.isFunctionDeclaration(declaration) && throwsItself(declaration),
      isFunction: ts.isFunctionDeclaration(declaration),
      file: declaration.getSourceFile().fileName,
    };
  });
  return { exported, bare: bareMethods(symbols, checker) };
}

/**
 * Methods of exported interfaces that say nothing of themselves: `HoldsResource.create`. What is like
 * another library's (`FastifyLike`) is explained there.
 */
function bareMethods(symbols: Iterable<ts.Symbol>, checker: ts.TypeChecker): string[] {
  const ours = [...symbols].filter(({ name }) => !name.endsWith('Like'));
  return ours.flatMap((symbol) =>
    (symbol.declarations ?? [])
      .filter((declaration) => ts.isInterfaceDeclaration(declaration))
      .flatMap(({ members }) => [...members])
      .filter((member) => ts.isMethodSignature(member))
      .map((member) => checker.getSymbolAtLocation(member.name)!)
      .filter((method) => docOf(method, checker).trim() === '')
      .map((method) => `${symbol.name}.${method.name}`),
  );
}

for (const name of ['client', 'regime', 'fhir', 'connector', 'conformance']) {
  suite(`@sas-kit/${name}`, async () => {
    const { exported, bare } = await documentedOf(name);
    const named = (wrong: (each: Documented) => boolean): string[] =>
      exported.filter(wrong).map((each) => each.name);

    test('every export has a docstring', () => {
      assert.ok(exported.length > 20);
      assert.deepEqual(
        named(({ doc }) => doc.trim() === ''),
        [],
      );
    });

    test('every method has a docstring', () => {
      assert.deepEqual(bare, []);
    });

    test('a function that throws says what', () => {
      assert.deepEqual(
        named(({ throws, tags }) => throws && !tags.includes('throws')),
        [],
      );
    });

    if (name === 'fhir') {
      test('every function names its source', () => {
        const functions = exported.filter(
          ({ isFunction, file }) => isFunction && !OUR_FILES.test(file),
        );
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
