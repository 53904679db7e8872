import { performance } from 'node:perf_hooks';
import type { Text } from '@sas-kit/fhir';
import {
  type Check,
  type CheckFinding,
  type Fault,
  Skip,
  type Status,
  Stop,
  Unusable,
  type Verdict,
} from './check.ts';
import type { Config } from './config.ts';
import { Client } from './http/client.ts';
import { NoAnswer } from './http/exchange.ts';
import type { TrialHub } from './lrm/trial-hub.ts';
import { CheckScene, missing, type Run } from './scene.ts';

/** What is run against which endpoint, and who is told. */
export interface RunOptions {
  /** Address of the endpoint, http(s); of dispatch software, the broker. */
  readonly base: string;
  readonly config: Config;
  readonly checks: readonly Check[];
  /** The Hub that checks of dispatch software (`LRM_CHECKS`) talk through; the caller closes it. */
  readonly hub?: TrialHub;
  /** Default: the clock of the machine. */
  readonly clock?: () => Date;
  /** Told before each check. */
  readonly onCheck?: (check: Check) => void;
  /** Told after each check. */
  readonly onVerdict?: (verdict: Verdict) => void;
}

/** Runs checks one after the other, in their order, against one endpoint. */
export async function runChecks(options: RunOptions): Promise<Verdict[]> {
  const { config, checks, clock = () => new Date(), onCheck, onVerdict } = options;
  const base = options.base.replace(/\/+$/, '');
  const client = new Client(base, config);
  const run: Run = {
    base,
    config,
    client,
    hub: options.hub ?? null,
    now: clock().getTime(),
    values: new Map(),
    told: new Set(),
  };
  const verdicts: Verdict[] = [];
  for (const check of checks) {
    onCheck?.(check);
    const verdict = await runCheck(check, run);
    verdicts.push(verdict);
    onVerdict?.(verdict);
  }
  return verdicts;
}

async function runCheck(check: Check, run: Run): Promise<Verdict> {
  const started = performance.now();
  const scene = new CheckScene(run);
  const end = (status: Status, findings: readonly CheckFinding[], reason?: Text): Verdict => ({
    check,
    status,
    findings,
    ...(reason !== undefined && { reason }),
    exchanges: scene.exchanges,
    ms: performance.now() - started,
  });
  try {
    const absent = check.needs.find((fixture) => fixture.of(run.config) === undefined);
    if (absent !== undefined) throw missing(absent.path);
    const findings = (await check.run(scene)).map((fault) => toFinding(check, fault, scene));
    return end(statusOf(findings), findings);
  } catch (error) {
    if (error instanceof Skip) return end('skipped', [], error.reason);
    const reason = toldReason(error, run);
    if (reason !== null) return end('skipped', [], reason);
    const findings = faultsOf(error).map((fault) => toFinding(check, fault, scene));
    return end(statusOf(findings), findings);
  }
}

/** Why a check is skipped that meets what another has told; null when it is the first. */
function toldReason(error: unknown, { told }: Run): Text | null {
  if (error instanceof NoAnswer) {
    if (error.reason === 'given-up') return error.text;
    return firstTime(error, told) ? null : again(error.text);
  }
  if (!(error instanceof Unusable) || firstTime(error.exchange, told)) return null;
  return again(error.faults[0]!.message);
}

function firstTime(subject: unknown, told: Set<unknown>): boolean {
  const first = !told.has(subject);
  told.add(subject);
  return first;
}

const again = ({ fr, en }: Text): Text => ({
  fr: `déjà signalé, sur la même requête : ${fr}`,
  en: `told already, on the same request: ${en}`,
});

/** What an exception of a check stands for. */
function faultsOf(error: unknown): readonly Fault[] {
  if (error instanceof Stop) return error.faults;
  if (!(error instanceof NoAnswer)) return [defect(error)];
  const { request, text } = error;
  const exchange = {
    request,
    status: 0,
    headers: {},
    text: '',
    json: undefined,
    utf8: true,
    ms: 0,
  };
  return [{ place: 'HTTP', message: text, rule: `no-answer-${error.reason}`, exchange }];
}

/** A fault of ours, which must not end the run; the endpoint may have nothing to do with it. */
function defect(error: unknown): Fault {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    rule: 'check-defect',
    place: 'sas-conformance',
    message: {
      fr: `défaut de sas-conformance, à signaler : ${said}`,
      en: `defect of sas-conformance, please report: ${said}`,
    },
  };
}

/** What comes out of a check that asked nothing. */
export function verdictOf(check: Check, faults: readonly Fault[]): Verdict {
  const findings = faults.map((fault) => toFinding(check, fault));
  return { check, status: statusOf(findings), findings, exchanges: [], ms: 0 };
}

function toFinding(check: Check, fault: Fault, scene?: CheckScene): CheckFinding {
  const exchange = fault.exchange ?? scene?.exchanges.at(-1);
  return {
    rule: fault.rule ?? check.id,
    severity: fault.severity ?? 'error',
    place: fault.place,
    message: fault.message,
    mend: fault.mend ?? check.mend,
    source: fault.source ?? check.source,
    ...(exchange !== undefined && { exchange }),
  };
}

function statusOf(findings: readonly CheckFinding[]): Status {
  if (findings.some(({ severity }) => severity === 'error')) return 'failed';
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'passed';
}
