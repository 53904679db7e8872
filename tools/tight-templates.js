/**
 * Takes the white space out of `html` and `css` templates: a TypeScript transformer for the files that
 * pages load. Runs of white space are one space, which is what a browser makes of them; nothing here
 * is `pre`. Values of attributes that need no quotation marks have none. A `css` template becomes a call of `unsafeCSS` with the same text: what the tag checks is
 * checked wherever else the sources run, and no page loads the tag.
 */
import ts from 'typescript';

/** Stands for a value, in no template of ours. */
const VALUE = '\uE000';
const TAGS = new Set(['html', 'svg', 'css']);

/** Elements that are blocks by default; beside a block's edge, white space is none. */
const BLOCKS =
  '(?:div|p|ul|ol|li|dl|dt|dd|form|fieldset|legend|h[1-6]|section|article|details|summary|table|thead|tbody|tr|th|td|select|option)';
const AT_EDGES = new RegExp(` (?=</?${BLOCKS}\\b)|(?<=</?${BLOCKS}\\b[^<>]*>) `, 'g');
/** Inside a button, which holds its text as a block does. */
const IN_BUTTONS = / (?=<\/button>)|(?<=<button\b[^<>]*>) /g;

function tightMarkup(text) {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll(' >', '>')
    .replace(/(?<= [a-z-]+=)"([\w-]+)"(?=[ >])/g, '$1')
    .replace(AT_EDGES, '')
    .replace(IN_BUTTONS, '');
}

function tightStyle(text) {
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>/]) ?/g, '$1')
    .replace(/='([a-z][\w-]*)'\]/g, '=$1]')
    .replace(/: /g, ':')
    .replace(/(?<=[:,(\s])0\.(?=\d)/g, '.')
    .replaceAll(';}', '}');
}

/** @type {ts.TransformerFactory<ts.SourceFile>} */
export function tightTemplates(context) {
  const { factory } = context;

  const tighten = (template, tight) => {
    if (ts.isNoSubstitutionTemplateLiteral(template)) {
      const text = tight(template.rawText);
      return factory.createNoSubstitutionTemplateLiteral(text, text);
    }
    // As one text: what stands beside a value may belong to a tag before it.
    const raw = [template.head, ...template.templateSpans.map(({ literal }) => literal)];
    const [head, ...texts] = tight(raw.map(({ rawText }) => rawText).join(VALUE)).split(VALUE);
    const spans = template.templateSpans.map(({ expression, literal }, index) => {
      const text = texts[index];
      const part = ts.isTemplateTail(literal)
        ? factory.createTemplateTail(text, text)
        : factory.createTemplateMiddle(text, text);
      return factory.createTemplateSpan(expression, part);
    });
    return factory.createTemplateExpression(factory.createTemplateHead(head, head), spans);
  };

  /** Imports `unsafeCSS` under the name of the tag. */
  const untagged = (specifier) =>
    factory.updateImportSpecifier(
      specifier,
      specifier.isTypeOnly,
      factory.createIdentifier('unsafeCSS'),
      specifier.name,
    );

  const visit = (node) => {
    if (ts.isImportSpecifier(node) && node.name.text === 'css') return untagged(node);
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isTaggedTemplateExpression(visited) || !ts.isIdentifier(visited.tag)) return visited;
    const tag = visited.tag.text;
    if (!TAGS.has(tag)) return visited;
    const template = tighten(visited.template, tag === 'css' ? tightStyle : tightMarkup);
    if (tag === 'css') return factory.createCallExpression(visited.tag, undefined, [template]);
    return factory.updateTaggedTemplateExpression(visited, visited.tag, undefined, template);
  };
  return (file) => ts.visitNode(file, visit);
}
