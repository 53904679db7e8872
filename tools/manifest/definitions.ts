import type { Module } from 'custom-elements-manifest/schema.js';
import type ts from 'typescript';
import type { Plugin } from './analyzer.ts';

/** The elements are registered by `define('sas-booking', SasBooking)`: gives each class its tag. */
export function definitions(): Plugin {
  return {
    name: 'sas-kit-definitions',
    analyzePhase({ ts, node, moduleDoc }) {
      if (ts.isClassDeclaration(node)) nameResources(node, moduleDoc);
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, name] = node.arguments;
      if (tag && name && ts.isStringLiteral(tag)) addDefinition(moduleDoc, tag.text, name);
    },
  };
}

/** `SasElement<BookingClient, …>`: what its `client` is, where the base says `C`. */
function nameResources(node: ts.ClassDeclaration, moduleDoc: Module): void {
  const base = node.heritageClauses?.[0]?.types[0];
  const declaration = moduleDoc.declarations?.find((each) => each.name === node.name?.text);
  if (base?.expression.getText() !== 'SasElement' || !declaration) return;
  Object.assign(declaration, { resources: base.typeArguments?.[0]?.getText() });
}

function addDefinition(moduleDoc: Module, tagName: string, name: ts.Expression): void {
  const declaration = moduleDoc.declarations?.find((each) => each.name === name.getText());
  if (declaration?.kind !== 'class') throw new Error(`<${tagName}> has no class in its module`);
  Object.assign(declaration, { tagName, customElement: true });
  moduleDoc.exports = [
    ...(moduleDoc.exports ?? []),
    {
      kind: 'custom-element-definition',
      name: tagName,
      declaration: { name: declaration.name, module: moduleDoc.path },
    },
  ];
}
