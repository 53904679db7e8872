import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import { root } from './run.ts';

/** One level of a Web Test Runner result. */
interface Suite {
  suites: Suite[];
  tests: { name: string; passed: boolean; skipped: boolean; error?: { message?: string } }[];
}

/** Runs the elements' tests in Chromium and counts them. */
export async function testElements(
  chromium: string,
): Promise<{ passed: number; failed: number; skipped: number }> {
  process.env['CHROME_PATH'] = chromium;
  const file = join(root, 'packages/elements/web-test-runner.config.js');
  const { default: config } = (await import(pathToFileURL(file).href)) as { default: object };
  const runner = await startTestRunner({
    config: { ...config, watch: false },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (runner === undefined) throw new Error('Web Test Runner did not start');
  await new Promise((done) => runner.on('stopped', done));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const session of runner.sessions.all()) {
    counts.failed += session.errors.length;
    if (session.testResults !== undefined) count(session.testResults, counts);
  }
  return counts;
}

function count(suite: Suite, counts: { passed: number; failed: number; skipped: number }): void {
  for (const { passed, skipped } of suite.tests) {
    counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  }
  for (const inner of suite.suites) count(inner, counts);
}
