import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(
  new URL('../../../packages/conformance/src/command/main.ts', import.meta.url),
);

/** A run of `sas-conformance`. */
export interface ConformanceRun {
  readonly code: number | null;
  readonly report: {
    readonly checks: readonly {
      readonly id: string;
      readonly status: 'passed' | 'failed' | 'warning' | 'skipped';
    }[];
  };
  /** Its report for people. */
  readonly told: string;
}

/** Runs `sas-conformance` against an endpoint. */
export async function runConformance(base: string, config: string): Promise<ConformanceRun> {
  const argv = [base, '--config', config, '--json', '-', '--lang', 'en'];
  const child = spawn(process.execPath, ['--conditions=source', COMMAND, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  if (stdout === '') throw new Error(stderr);
  const report = JSON.parse(stdout) as ConformanceRun['report'];
  return { code: child.exitCode, report, told: stderr };
}

/** Ids of the checks that ended so. */
export const namedBy = ({ report }: ConformanceRun, status: string): string[] =>
  report.checks.filter((check) => check.status === status).map(({ id }) => id);
