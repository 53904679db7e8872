import type { Module, Package } from 'custom-elements-manifest/schema.js';
import type ts from 'typescript';

/** As much of an analyzer's plugin as ours use. */
export interface Plugin {
  readonly name: string;
  analyzePhase?(step: { ts: typeof ts; node: ts.Node; moduleDoc: Module }): void;
  packageLinkPhase?(step: { customElementsManifest: Package }): void;
}

/** The analyzer's own TypeScript reads the sources. */
interface Analyzer {
  ts: typeof ts;
  create: (input: { modules: ts.SourceFile[]; plugins: Plugin[] }) => Package;
}

// Its types tell of its configuration file, not of what it exports: the names are not checked.
const name = '@custom-elements-manifest/analyzer';
const lit = `${name}/src/features/framework-plugins/lit/lit.js`;

export const { create, ts: typescript } = (await import(name)) as Analyzer;
export const { litPlugin } = (await import(lit)) as { litPlugin: () => Plugin[] };
