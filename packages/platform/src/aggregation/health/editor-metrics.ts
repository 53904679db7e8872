import { Counter, Histogram, type Registry } from 'prom-client';
import type { Asking } from '../asking/asking.ts';

/** Upper bounds, seconds; the guide gives an editor seven. */
const LATENCY_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 7, 10];

/** Registers what connected editors answer this process. Editors are named, as an administrator named them. */
export function editorMetrics(registry: Registry, asking: Asking): void {
  const registers = [registry];
  const answers = new Counter({
    name: 'sas_editor_answers_total',
    help: 'Questions to connected editors, by what came of them.',
    labelNames: ['editor', 'state'],
    registers,
  });
  const latency = new Histogram({
    name: 'sas_editor_answer_duration_seconds',
    help: 'Time to the end of an answer, of all editors.',
    buckets: LATENCY_BUCKETS,
    registers,
  });
  const findings = new Counter({
    name: 'sas_editor_findings_total',
    help: 'Rules of the guide that answers broke.',
    labelNames: ['rule'],
    registers,
  });
  asking.onAnswer(({ id }, answer) => {
    answers.inc({ editor: id, state: answer.state });
    if (answer.state !== 'circuit-open') latency.observe(answer.ms / 1000);
    for (const [rule, times] of Object.entries(answer.findings)) findings.inc({ rule }, times);
  });
}
