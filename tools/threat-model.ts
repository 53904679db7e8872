/** Reads `docs/threat-model.md`: every threat, and what covers it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.ts';

/** A test that a threat names. */
export interface NamedTest {
  file: string;
  title: string;
}

/** One threat of one arrow. */
export interface Threat {
  /** `BP1` */
  id: string;
  /** Letters of STRIDE. */
  kinds: string;
  tests: NamedTest[];
  /** Days of a written acceptance. */
  accepted: { since: string; until: string; reason: string } | null;
  /** What is still to come; the tests that it names need not be there. */
  pending: string | null;
}

/** One arrow of the house. */
export interface Arrow {
  name: string;
  threats: Threat[];
}

const ITEM = /^- \*\*(\w+) · ([STRIDE]+)\*\* ([\s\S]*)$/;
const TEST = /`([^`\s]+\.test\.ts)`\s+“([^”]+)”/g;
const ACCEPTED = /_accepted (\d{4}-\d\d-\d\d), until (\d{4}-\d\d-\d\d)_: ([\s\S]+)$/;
const PENDING = /_pending_: (.+)$/m;

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

function readThreat(item: string): Threat {
  const [, id, kinds, text] = ITEM.exec(item) ?? [];
  if (id === undefined) throw new Error(`not a threat: ${item.slice(0, 80)}`);
  const accepted = ACCEPTED.exec(text!);
  return {
    id,
    kinds: kinds!,
    tests: [...text!.matchAll(TEST)].map(([, file, title]) => ({
      file: file!,
      title: plain(title!),
    })),
    accepted:
      accepted === null
        ? null
        : { since: accepted[1]!, until: accepted[2]!, reason: plain(accepted[3]!) },
    pending: plain(PENDING.exec(text!)?.[1] ?? '') || null,
  };
}

/** Every arrow of a threat model with its threats. @throws {Error} for a list item that is none. */
export function readArrows(markdown: string): Arrow[] {
  const [, ...sections] = markdown.split(/^## /m);
  return sections.map((section) => {
    const [name] = section.split('\n', 1);
    const [, ...items] = section.split(/^(?=- )/m);
    return { name: name!, threats: items.map((item) => readThreat(item.split(/\n\n/)[0]!)) };
  });
}

/** Acceptances that nobody has looked at again in time. */
export function overdue(arrows: readonly Arrow[], today: string): string[] {
  return arrows
    .flatMap(({ threats }) => threats)
    .filter(({ accepted }) => accepted !== null && accepted.until < today)
    .map(({ id, accepted }) => `threat ${id} was accepted until ${accepted!.until}`);
}

/** What may stand in a title where the test file has `${…}`. */
const ANYTHING = '.+';

/** Titles of the tests in a file, as expressions: a template's holes match anything. */
export function titlesIn(source: string): RegExp[] {
  const literals =
    /\b(?:test|it|describe)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g;
  return [...source.matchAll(literals)].map(([, single, double, template]) => {
    const text = single ?? double ?? template!;
    const parts = text
      .replaceAll(/\\(['"])/g, '$1')
      .split(template === undefined ? /$^/ : /\$\{[^}]*\}/);
    const escaped = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${escaped.join(ANYTHING)}$`);
  });
}

/** Whether the file has such a test. */
export async function testExists({ file, title }: NamedTest): Promise<boolean> {
  const source = await readFile(join(root, file), 'utf8').catch(() => '');
  return titlesIn(source).some((expression) => expression.test(title));
}
