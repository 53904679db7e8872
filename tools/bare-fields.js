/**
 * Takes the fields that only declare a type out of classes: a TypeScript transformer for the files that
 * pages load. Until the constructor sets one it is missing instead of undefined, which reads the same. A
 * decorated one is more than its type.
 */
import ts from 'typescript';

function isBare(member) {
  return (
    ts.isPropertyDeclaration(member) &&
    ts.isIdentifier(member.name) &&
    member.initializer === undefined &&
    !member.modifiers?.some(
      ({ kind }) => kind === ts.SyntaxKind.StaticKeyword || kind === ts.SyntaxKind.Decorator,
    )
  );
}

/** @type {ts.TransformerFactory<ts.SourceFile>} */
export function bareFields(context) {
  const { factory } = context;
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isClassDeclaration(visited)) return visited;
    const { modifiers, name, typeParameters, heritageClauses, members } = visited;
    const kept = members.filter((member) => !isBare(member));
    return factory.updateClassDeclaration(
      visited,
      modifiers,
      name,
      typeParameters,
      heritageClauses,
      kept,
    );
  };
  return (file) => ts.visitNode(file, visit);
}
