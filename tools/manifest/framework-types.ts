import type { ElementDoc } from './elements.ts';

const banner = '// Generated from the elements by `npm run generate`. Do not edit.\n';

/** React and Vue keep this name for themselves: there, it is `publishableKey`. */
const reserved = 'key';

/** `@sas-kit/elements/react`: what JSX of React 19 accepts for every element. */
export function reactTypes(docs: readonly ElementDoc[]): string {
  return `${banner}
${imports(docs, "import type { HTMLAttributes, RefAttributes } from 'react';")}

type Props<E, Own> = Omit<HTMLAttributes<E>, keyof Own> & RefAttributes<E> & Own;

${docs.map((doc) => ownProps(doc, (event) => `on${event}`)).join('\n\n')}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${docs.map(({ tag, className, summary }) => `${comment(summary)}'${tag}': Props<${className}, ${className}Props>;`).join('\n')}
    }
  }
}
`;
}

/** `@sas-kit/elements/vue`: what templates of Vue 3 accept for every element. */
export function vueTypes(docs: readonly ElementDoc[]): string {
  return `${banner}
${imports(docs, "import type { HTMLAttributes, PublicProps } from 'vue';")}

type VueElement<E, Own> = new () => E & {
  $props: Omit<HTMLAttributes, keyof Own> & PublicProps & Own;
};

${docs.map((doc) => ownProps(doc, (event) => `on${pascal(event)}`)).join('\n\n')}

declare module 'vue' {
  interface GlobalComponents {
${docs.map(({ tag, className, summary }) => `${comment(summary)}'${tag}': VueElement<${className}, ${className}Props>;`).join('\n')}
  }
}
`;
}

function imports(docs: readonly ElementDoc[], framework: string): string {
  const events = new Set(docs.flatMap(({ events }) => events.map(({ type }) => type)));
  const classes = docs.map(
    ({ className, name }) => `import type { ${className} } from '@sas-kit/elements/${name}';`,
  );
  const shared = `import type { ${[...events].sort().join(', ')} } from '@sas-kit/elements';`;
  return [framework, shared, ...classes].join('\n');
}

/** Attributes under their names, fields under theirs, one handler per event. */
function ownProps(doc: ElementDoc, handler: (event: string) => string): string {
  const { className, attributes, fields, events, summary } = doc;
  const given = new Map<string, string>();
  const add = (name: string, description: string, type: string) => {
    if (name !== reserved && !given.has(name)) {
      given.set(name, `${comment(description)}'${name}'?: ${type} | undefined;`);
    }
  };
  for (const { name, description, readonly } of fields) {
    if (!readonly) add(name, description, `${className}['${name}']`);
  }
  for (const { name, description, fieldName } of attributes) {
    add(name, description, fieldName === undefined ? 'string' : `${className}['${fieldName}']`);
  }
  for (const { name, description, type } of events) {
    add(handler(name), description, `((event: ${type}) => void)`);
  }
  return `${comment(summary)}export interface ${className}Props {\n${[...given.values()].join('\n')}\n}`;
}

const comment = (text: string) => (text === '' ? '' : `/** ${text.replaceAll(/\s+/g, ' ')} */\n`);

const pascal = (name: string) =>
  name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
