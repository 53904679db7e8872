import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LoadOptions, Measured } from './load.ts';

/** Asks for addresses in turn; at the end one line of JSON, times in µs. */
const script = (paths: readonly string[]): string => `
local paths = {
${paths.map((path) => JSON.stringify(path)).join(',\n')}
}
local next = 0
request = function()
  next = next % #paths + 1
  return wrk.format("GET", paths[next], { Host = "bench" })
end
done = function(summary, latency)
  local errors = summary.errors
  print(string.format(
    '\\nmeasured {"requests":%d,"us":%d,"bytes":%d,"p50":%d,"p99":%d,"failures":%d}',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
`;

/** Whether wrk is installed. */
export function hasWrk(): boolean {
  try {
    execFileSync('wrk', ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // wrk tells its version and ends with 1.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** The same as `load`, by wrk in one thread. */
export async function loadByWrk(
  port: number,
  paths: readonly string[],
  { seconds, connections }: LoadOptions,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'sas-wrk-'));
  try {
    const file = join(folder, 'paths.lua');
    writeFileSync(file, script(paths));
    const { stdout } = await promisify(execFile)('wrk', [
      ...['--threads', '1', '--connections', String(connections), '--duration', `${seconds}s`],
      ...['--timeout', '30s', '--script', file, `http://127.0.0.1:${port}`],
    ]);
    const line = /^measured (.*)$/m.exec(stdout)?.[1];
    if (line === undefined) throw new Error(`wrk measured nothing: ${stdout}`);
    const { requests, us, bytes, p50, p99, failures } = JSON.parse(line) as Record<string, number>;
    return {
      perSecond: requests! / (us! / 1e6),
      p50: p50! / 1000,
      p99: p99! / 1000,
      bytes: bytes! / requests!,
      failures: failures!,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
