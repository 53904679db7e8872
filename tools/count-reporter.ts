/** A reporter of node:test: failures in full, and at the end one line of counts for tools/test.ts. */
import { inspect } from 'node:util';

interface Event {
  type: string;
  data: {
    name?: string;
    file?: string;
    line?: number;
    skip?: boolean | string;
    todo?: boolean | string;
    details?: { error?: { cause?: unknown }; type?: string };
    message?: string;
  };
}

export default async function* countReporter(source: AsyncIterable<Event>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (data.details?.type === 'suite' && type === 'test:pass') continue;
    if (type === 'test:pass') {
      const skipped = data.skip !== undefined || data.todo !== undefined;
      counts[skipped ? 'skipped' : 'passed'] += 1;
      if (skipped) yield `skipped: ${data.name} ${data.skip === true ? '' : (data.skip ?? '')}\n`;
    } else if (type === 'test:fail') {
      counts.failed += 1;
      const cause = data.details?.error?.cause ?? data.details?.error;
      yield `\nFAILED ${data.name}\n  at ${data.file}:${data.line}\n${inspect(cause, { depth: 4 })}\n`;
    } else if (type === 'test:stderr') {
      yield data.message ?? '';
    }
  }
  // On a line of its own, whatever was printed before.
  yield `\ncounts ${JSON.stringify(counts)}\n`;
}
