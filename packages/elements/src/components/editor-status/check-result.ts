import { html, nothing, type TemplateResult } from 'lit';
import type { Editor, EditorProbe } from '@sas-kit/client';
import { findingList } from './editor-facts.ts';
import type { RowContext } from './editor-row.ts';
import { stateShape } from './state-shape.ts';

/** What came of asking a vendor now; nothing where nobody did. */
export function checkResult(
  { id }: Editor,
  { strings, store }: RowContext,
): TemplateResult | typeof nothing {
  const check = store.checks.get(id);
  if (!check) return nothing;
  return html`<ul class="probes" part="check">
    ${probe('metadata', check.metadata)}
    ${check.search ? probe('search', check.search) : html`<li>${strings.notServed}</li>`}
  </ul>`;

  function probe(kind: keyof typeof strings.probes, result: EditorProbe): TemplateResult {
    const { passed, ms, fault, detail, slots, findings } = result;
    const said = [
      `${strings.probes[kind]}\u00a0: ${passed ? strings.passed(ms) : strings.failed(ms)}`,
      slots === null ? '' : strings.slots(slots),
      fault === null ? '' : (strings.faults[fault] ?? fault),
    ];
    return html`<li>
      <p class="state ${passed ? 'working' : 'failing'}">
        ${stateShape(passed ? 'working' : 'failing')}
        <span>${said.filter(Boolean).join(', ')}</span>
      </p>
      ${detail === null ? nothing : html`<p class="quiet small">${detail}</p>`}
      ${findings.length > 0 ? findingList(findings, strings) : nothing}
    </li>`;
  }
}
