/**
 * Known weaknesses of what is installed, by `npm audit`: fails for those that nobody has accepted in
 * `security/audit-exceptions.json`, in writing and until a day, and for threats whose acceptance has run
 * out. What depends on the day is here and in no test. `npm run audit:gate`.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isShipped, type Lock, readLock } from './lock.ts';
import { root } from './run.ts';
import { overdue, readArrows } from './threat-model.ts';

const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'] as const;
type Severity = (typeof SEVERITIES)[number];

/** A weakness as `npm audit --json` tells it. */
interface Advisory {
  url: string;
  title: string;
  name: string;
  severity: Severity;
}

/** What `npm audit --json` prints, as far as this tool looks into it. */
export interface AuditReport {
  vulnerabilities?: Record<string, { nodes: string[]; via: (string | Advisory)[] }>;
  message?: string;
}

/** A weakness that somebody looked at and accepts for a while. */
export interface AuditException {
  /** `GHSA-…` */
  advisory: string;
  package: string;
  /** Why it does not hurt here. */
  reason: string;
  /** Days, `2026-11-22`. */
  accepted: string;
  until: string;
}

/** What the gate says. */
export interface Verdict {
  refused: string[];
  accepted: string[];
}

/** From here on a weakness counts: in what people run, and in what builds it. */
const LEAST: { shipped: Severity; development: Severity } = {
  shipped: 'low',
  development: 'high',
};

const idOf = ({ url }: Advisory) => url.split('/').at(-1)!;

/** Sets a report against the exceptions, on a day. Exceptions that have run out or meet nothing are refused. */
export function judge(
  report: AuditReport,
  lock: Lock,
  exceptions: readonly AuditException[],
  today: string,
): Verdict {
  const verdict: Verdict = { refused: [], accepted: [] };
  const met = new Set<AuditException>();
  for (const { nodes, via } of Object.values(report.vulnerabilities ?? {})) {
    const where = nodes.some((place) => isShipped(lock, place)) ? 'shipped' : 'development';
    for (const advisory of via) {
      // A text names another package of the report, which tells of the same weakness.
      if (typeof advisory === 'string') continue;
      if (SEVERITIES.indexOf(advisory.severity) < SEVERITIES.indexOf(LEAST[where])) continue;
      const exception = exceptions.find(
        (each) => each.advisory === idOf(advisory) && each.package === advisory.name,
      );
      if (exception !== undefined) met.add(exception);
      const line = `${idOf(advisory)} ${advisory.name} (${advisory.severity}, ${where}): ${advisory.title}`;
      if (exception === undefined) verdict.refused.push(line);
      else if (exception.until < today)
        verdict.refused.push(`${line}; accepted until ${exception.until}`);
      else verdict.accepted.push(`${line}; until ${exception.until}: ${exception.reason}`);
    }
  }
  for (const exception of exceptions) {
    if (met.has(exception)) continue;
    verdict.refused.push(
      `${exception.advisory} ${exception.package}: the exception meets nothing, take it out`,
    );
  }
  return verdict;
}

/** What npm reports, or why it cannot. */
async function askNpm(): Promise<AuditReport | string> {
  // npm ends with 1 where it finds something: what it printed counts.
  const printed = await new Promise<string>((done) => {
    execFile('npm', ['audit', '--json'], { cwd: root, maxBuffer: 2 ** 26 }, (_, stdout) =>
      done(stdout),
    );
  });
  try {
    const report = JSON.parse(printed) as AuditReport;
    return report.vulnerabilities === undefined ? (report.message ?? 'npm gave no report') : report;
  } catch {
    return 'npm gave no report';
  }
}

async function gate(): Promise<void> {
  const file = new URL('../security/audit-exceptions.json', import.meta.url);
  const exceptions = JSON.parse(await readFile(file, 'utf8')) as AuditException[];
  const threats = new URL('../docs/threat-model.md', import.meta.url);
  const today = new Date().toISOString().slice(0, 10);
  const late = overdue(readArrows(await readFile(threats, 'utf8')), today);
  const report = await askNpm();
  const skipped = typeof report === 'string';
  const verdict = skipped ? null : judge(report, await readLock(), exceptions, today);
  const refused = [...(verdict?.refused ?? []), ...late];
  for (const line of verdict?.accepted ?? []) console.log(`accepted: ${line}`);
  for (const line of refused) console.error(`refused: ${line}`);
  if (skipped) console.log(`audit skipped, no weakness was looked up: ${report}`);
  else console.log(`audit: ${refused.length} refused, ${verdict?.accepted.length ?? 0} accepted`);
  if (refused.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await gate();
