import { html, nothing, type TemplateResult } from 'lit';
import type { Editor, EditorFinding, EditorHealth } from '@sas-kit/client';
import { formatMoment } from '../../format/formats.ts';
import type { EditorStatusStrings } from '../../strings/fr/editor-status.ts';
import type { RowContext } from './editor-row.ts';
import { milliseconds } from './figures.ts';

/** A term and what it is. */
export function entry(term: string, text: unknown): TemplateResult {
  return html`<div>
    <dt class="quiet small">${term}</dt>
    <dd>${text}</dd>
  </div>`;
}

/** Rules that are broken, the most frequent first. */
export function findingList(
  findings: readonly EditorFinding[],
  strings: EditorStatusStrings,
): TemplateResult {
  return html`<ul class="findings">
    ${findings.map(({ rule, times }) => html`<li>${strings.findingTimes(rule, times)}</li>`)}
  </ul>`;
}

function answersOf({ answers }: EditorHealth, strings: EditorStatusStrings): string {
  const kinds = Object.keys(strings.answersOf) as (keyof EditorHealth['answers'])[];
  const some = kinds.filter((kind) => answers[kind] > 0);
  if (some.length === 0) return strings.noAnswers;
  return some.map((kind) => strings.answersOf[kind](answers[kind])).join(', ');
}

/** What an administrator reads of a vendor: how it is connected, how it answered. */
export function facts(
  { endpoint, flows, environment, deadlineMs, concurrency, serves, notes }: Editor,
  health: EditorHealth,
  { strings, language, zone }: RowContext,
): TemplateResult {
  const { lastFailure, lastReason, findings, appointmentFindings } = health;
  const failure = lastFailure === null ? [] : formatMoment(lastFailure, zone, language);
  return html`<dl class="facts">
    ${endpoint === undefined ? nothing : entry(strings.endpoint, endpoint)}
    ${flows ? entry(strings.flows, flows.map((flow) => strings.flowNames[flow]).join(', ')) : nothing}
    ${environment ? entry(strings.environment, strings.environments[environment]) : nothing}
    ${
      deadlineMs === undefined || concurrency === undefined
        ? nothing
        : entry(strings.limits, strings.limitsOf(milliseconds(deadlineMs, language), concurrency))
    }
    ${serves ? entry(strings.serves, strings.servesOf(serves.practitioners, serves.structures)) : nothing}
    ${entry(strings.answers, answersOf(health, strings))}
    ${
      lastFailure === null
        ? nothing
        : entry(strings.lastFailure, [...failure, lastReason].filter(Boolean).join(', '))
    }
    ${findings.length > 0 ? entry(strings.findings, findingList(findings, strings)) : nothing}
    ${
      appointmentFindings.length > 0
        ? entry(strings.appointmentFindings, findingList(appointmentFindings, strings))
        : nothing
    }
    ${notes ? entry(strings.notes, notes) : nothing}
  </dl>`;
}
