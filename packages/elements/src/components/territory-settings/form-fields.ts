import { html, nothing, type TemplateResult } from 'lit';
import type { TerritoryFormStrings } from '../../strings/fr/territory-form.ts';
import { idOf, type Draft, type Path, valueAt } from './draft.ts';
import type { FieldSpec } from './sections.ts';

/** What fields read and write. */
export interface FormContext {
  strings: TerritoryFormStrings;
  draft: Draft;
  /** Codes by the id of the field. */
  faults: Readonly<Record<string, string>>;
  /** Undefined takes an item out of its list. */
  set: (path: Path, value: unknown) => void;
}

type Plain = Exclude<FieldSpec, { list: unknown }>;
const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

/** The fields of one record. */
export function fieldsOf(
  specs: readonly FieldSpec[],
  path: Path,
  context: FormContext,
): TemplateResult[] {
  return specs.map((spec) =>
    'list' in spec
      ? recordList(spec.list, [...path, spec.list], spec, context)
      : field(spec, [...path, spec.name], context),
  );
}

/** A list of records: each in a group of its own that can be taken out, and a button for one more. */
export function recordList(
  name: keyof TerritoryFormStrings['records'],
  path: Path,
  { fields, fresh }: { fields: readonly FieldSpec[]; fresh: object },
  context: FormContext,
): TemplateResult {
  const { strings, draft, set } = context;
  const records = valueAt(draft, path) as object[];
  const word = strings.records[name];
  return html`<div class="records">
    ${records.map((_, index) => {
      const title = strings.number(index + 1, word);
      return html`<fieldset class="record">
        <legend class="label capital">${title}</legend>
        <div class="grid">${fieldsOf(fields, [...path, index], context)}</div>
        <button class="button" type="button" @click=${() => set([...path, index], undefined)}>
          ${strings.remove(title)}
        </button>
      </fieldset>`;
    })}
    ${faultOf(path, context)}
    <button
      class="button"
      type="button"
      @click=${() => set([...path, records.length], structuredClone(fresh))}
    >
      ${strings.add(word)}
    </button>
  </div>`;
}

/** What is wrong with a place, in words. */
function faultOf(path: Path, { faults, strings }: FormContext): TemplateResult | typeof nothing {
  const id = idOf(path);
  const code = faults[id];
  if (code === undefined) return nothing;
  return html`<p id="${id}-fault" class="fault small">
    ${strings.faults[code] ?? strings.otherFault}
  </p>`;
}

function field(spec: Plain, path: Path, context: FormContext): TemplateResult {
  const { strings, draft, set, faults } = context;
  const { kind, choices, name } = spec;
  const id = idOf(path);
  const label = strings.fields[spec.label ?? (name as keyof typeof strings.fields)];
  const hint = strings.hints[spec.label ?? name];
  const value = valueAt(draft, path);
  const faulty = faults[id] === undefined ? nothing : 'true';
  const described =
    [hint && `${id}-hint`, faults[id] && `${id}-fault`].filter(Boolean).join(' ') || nothing;
  const below = html`${
    hint === undefined ? nothing : html`<p id="${id}-hint" class="quiet small">${hint}</p>`
  }
  ${faultOf(path, context)}`;
  const options = Object.entries(choices === undefined ? {} : strings.choices[choices]);
  if (kind === 'checks') {
    const chosen = value as string[];
    return html`<fieldset class="field wide" aria-describedby=${described}>
      <legend class="label">${label}</legend>
      <div class="chips">
        ${options.map(
          ([option, text], index) =>
            html`<label class="chip"
              ><input
                id=${index === 0 ? id : nothing}
                type="checkbox"
                aria-invalid=${faulty}
                .checked=${chosen.includes(option)}
                @change=${() =>
                  set(
                    path,
                    options
                      .map(([each]) => each)
                      .filter((each) => chosen.includes(each) !== (each === option)),
                  )}
              />${text}</label
            >`,
        )}
      </div>
      ${below}
    </fieldset>`;
  }
  const { control, wide } = controlOf(spec, path, options, value, context);
  if (kind === 'switch') {
    return html`<div class="field wide">
      <label class="chip">${control(id, faulty, described)}${label}</label>
      ${below}
    </div>`;
  }
  return html`<div class="field ${wide ? 'wide' : ''}">
    <label class="label" for=${id}>${label}</label>
    ${control(id, faulty, described)} ${below}
  </div>`;
}

type Attribute = string | typeof nothing;

/** The native control of a field that has one. */
function controlOf(
  { kind }: Plain,
  path: Path,
  options: readonly [string, string][],
  value: unknown,
  { set }: FormContext,
): {
  wide?: boolean;
  control: (id: string, faulty: Attribute, described: Attribute) => TemplateResult;
} {
  switch (kind) {
    case 'switch':
      return {
        control: (id, faulty, described) =>
          html`<input
            id=${id}
            type="checkbox"
            aria-invalid=${faulty}
            aria-describedby=${described}
            .checked=${value === true}
            @change=${(event: Event) => set(path, (event.target as HTMLInputElement).checked)}
          />`,
      };
    case 'select':
      return {
        control: (id, faulty, described) =>
          html`<select
            id=${id}
            class="input"
            aria-invalid=${faulty}
            aria-describedby=${described}
            @change=${(event: Event) => set(path, valueOf(event))}
          >
            ${options.map(
              ([option, text]) =>
                html`<option value=${option} .selected=${option === value}>${text}</option>`,
            )}
          </select>`,
      };
    case 'lines':
      return {
        wide: true,
        control: (id, faulty, described) =>
          html`<textarea
            id=${id}
            class="input"
            rows=${(value as string[]).length + 1}
            aria-invalid=${faulty}
            aria-describedby=${described}
            .value=${(value as string[]).join('\n')}
            @change=${(event: Event) =>
              set(
                path,
                valueOf(event)
                  .split('\n')
                  .map((line) => line.trim())
                  .filter((line) => line !== ''),
              )}
          ></textarea>`,
      };
    default: {
      // What stands for an empty text.
      const empty = kind === 'nullable' ? null : kind === 'announced' ? 'to-be-announced' : '';
      return {
        control: (id, faulty, described) =>
          html`<input
            id=${id}
            class="input"
            type=${kind === 'day' ? 'date' : 'text'}
            aria-invalid=${faulty}
            aria-describedby=${described}
            .value=${value === empty ? '' : value}
            @input=${(event: Event) => {
              const text = valueOf(event);
              set(path, text.trim() === '' ? empty : text);
            }}
          />`,
      };
    }
  }
}
