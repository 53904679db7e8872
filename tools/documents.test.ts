import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { helpText } from '@sas-kit/platform';
import { root } from './run.ts';

const documents = new Map<string, string>();
for await (const file of glob(['*.md', 'docs/*.md'], { cwd: root }))
  documents.set(file, await readFile(join(root, file), 'utf8'));

/** Settings of programs that are not the platform. */
const OTHERS = /^SAS_(FUZZ|FUZZ_SEED|KEY|TEST_\w+|TOKEN|URL)$/;

test('every setting that a document names is one of the platform’s', () => {
  const help = helpText('sas-platform');
  for (const [file, text] of documents) {
    for (const [name] of text.matchAll(/\bSAS_[A-Z_]+\b/g)) {
      if (OTHERS.test(name)) continue;
      assert.ok(new RegExp(`\\b${name}\\b`).test(help), `${file} names ${name}`);
    }
  }
});

test('times that the privacy page tells are the defaults', () => {
  const page = documents.get('docs/privacy.md')!;
  const help = helpText('sas-platform');
  const rows = [...page.matchAll(/^\| [^|]+\| ([^|]+) \| ([^|]*`SAS_[^|]+) \|$/gm)];
  assert.ok(rows.length >= 9);
  for (const [, kept, settings] of rows) {
    const numbers = [...kept!.matchAll(/\d+/g)].map(([number]) => number);
    for (const [at, [name]] of [...settings!.matchAll(/SAS_\w+/g)].entries()) {
      const fallback = new RegExp(`\\b${name}\\b.*\\[(\\d+)\\]`).exec(help)?.[1];
      assert.equal(numbers[at], fallback, `${name}: ${kept}`);
    }
  }
});

test('every file that a document links to is there', () => {
  for (const [file, text] of documents) {
    for (const [, target] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)) {
      assert.ok(existsSync(join(root, dirname(file), target!)), `${file} → ${target}`);
    }
  }
});
