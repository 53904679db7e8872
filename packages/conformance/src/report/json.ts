import { groupOf, type Verdict } from '../check.ts';
import { VERSION } from '../version.ts';
import { answerLine, curlOf, excerptOf } from './request.ts';
import { totalsOf } from './totals.ts';

/** What a run was. */
export interface RunFacts {
  /** The endpoint, or null when files were read. */
  readonly base: string | null;
  readonly startedAt: Date;
  readonly ms: number;
}

/** The whole run as JSON, texts in both languages. */
export function jsonReport(
  verdicts: readonly Verdict[],
  { base, startedAt, ms }: RunFacts,
): string {
  const report = {
    tool: 'sas-conformance',
    version: VERSION,
    base,
    startedAt: startedAt.toISOString(),
    ms: Math.round(ms),
    totals: totalsOf(verdicts),
    checks: verdicts.map(({ check, status, findings, reason, ms: each }) => ({
      id: check.id,
      group: groupOf(check),
      kit: check.kit ?? [],
      title: check.title,
      status,
      ms: Math.round(each),
      ...(reason !== undefined && { reason }),
      findings: findings.map(({ exchange, ...finding }) => ({
        ...finding,
        ...(exchange !== undefined && {
          asked: curlOf(exchange.request),
          came: { answer: answerLine(exchange), excerpt: excerptOf(exchange) },
        }),
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
