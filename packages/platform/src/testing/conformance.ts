import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../conformance/src/command/main.ts', import.meta.url));

/** A check of `sas-conformance` and how it ended. */
export interface ConformanceCheck {
  id: string;
  status: 'passed' | 'failed' | 'warning' | 'skipped';
}

/** How fast it answers is not asked here: the machine may be busy. */
const LIMITS = { deadlineMs: 60_000, responseMs: 60_000, fullResponseMs: 60_000 };

/** Runs `sas-conformance` against an endpoint. @throws {Error} with what it says instead of a report. */
export async function runConformance(
  base: string,
  config: object,
  ...argv: string[]
): Promise<ConformanceCheck[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-conformance-'));
  try {
    const file = join(folder, 'config.json');
    await writeFile(file, JSON.stringify({ limits: LIMITS, ...config }));
    const args = ['--conditions=source', COMMAND, base, '--config', file, ...argv, '--json', '-'];
    const report = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, args, { maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => {
        if (stdout === '') reject(new Error(stderr));
        else resolve(stdout);
      });
    });
    return (JSON.parse(report) as { checks: ConformanceCheck[] }).checks;
  } finally {
    await rm(folder, { recursive: true });
  }
}
