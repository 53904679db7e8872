import { createHash } from 'node:crypto';
import { compileContract, contract, type Operation } from '../http/contract.ts';
import { rolesOf } from '../identity/rights.ts';

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 0 auto; padding: 1rem }
h2 { margin-top: 2.5rem; text-transform: capitalize }
article { border-top: 1px solid #8884; padding: .75rem 0 }
h3 { margin: 0; font-size: 1rem }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
table { border-collapse: collapse; margin-top: .5rem }
td, th { text-align: start; padding: .15rem 1rem .15rem 0; vertical-align: top }
`;

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]!);
}

/** A text of the contract: what it writes between backticks is code. */
function prose(text: string): string {
  return escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function describeParameters(operation: Operation): string {
  if (operation.parameters.length === 0) return '';
  const rows = operation.parameters.map(
    (each) =>
      `<tr><td><code>${escape(each.name)}</code></td><td>${each.in}${each.required ? ', required' : ''}</td></tr>`,
  );
  return `<table><tr><th>Parameter</th><th>In</th></tr>${rows.join('')}</table>`;
}

function describeOperation(operation: Operation): string {
  const callers = operation.right === null ? 'everybody' : rolesOf(operation.right).join(', ');
  return `<article id="${operation.id}"><h3><code>${operation.method} ${escape(operation.path)}</code></h3>
    <p>${prose(operation.summary)}</p><p><small>For ${escape(callers)}.</small></p>${describeParameters(operation)}</article>`;
}

/** The contract as one plain page, made once at start. */
export function docsPage(): { html: string; styleHash: string } {
  const operations = compileContract();
  const tags = [...new Set(operations.map((operation) => operation.tag))];
  const sections = tags.map((tag) => {
    const ofTag = operations.filter((operation) => operation.tag === tag);
    return `<h2 id="${tag}">${tag}</h2>${ofTag.map(describeOperation).join('')}`;
  });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>${escape(contract.info.title)}</title>
    <style>${STYLE}</style></head><body><h1>${escape(contract.info.title)} ${escape(contract.info.version)}</h1>
    <p>${prose(contract.info.description)}</p><p>The contract itself: <a href="/openapi.json">openapi.json</a>.</p>
    ${sections.join('')}</body></html>`;
  return { html, styleHash: `sha256-${createHash('sha256').update(STYLE).digest('base64')}` };
}
