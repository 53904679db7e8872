import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../base/button.ts';
import { clock } from '../../base/clock.ts';
import { heading } from '../../base/heading.ts';
import type { Language } from '../../controllers/locale.ts';
import { civilTime } from '../../format/civil.ts';
import { formatClock, formatMoment, formatTime } from '../../format/formats.ts';
import { formatInstant } from '../../format/instants.ts';
import type { OrientationChoiceStrings } from '../../strings/fr/orientation-choice.ts';
import type { OrientationOpeningStrings } from '../../strings/fr/orientation.ts';
import { nameOf } from '../availability/agenda.ts';
import { deadlineOf } from './delay.ts';
import type { Choice, Desk, Draft } from './draft.ts';
import type { Offer, OrientationFlow, Refusal } from './flow.ts';
import type { KeyButtonOptions } from './key-button.ts';
import type { Action } from './keys.ts';

/** What every pane's template needs. */
export interface View {
  readonly strings: OrientationOpeningStrings;
  readonly language: Language;
  /** Level of the pane's heading. */
  readonly level: number;
  readonly flow: OrientationFlow;
  readonly desk: Desk;
  /** The case that is dealt with; empty where it has none. */
  readonly caseRef: string;
  /** The case that the page names; empty where it told none. */
  readonly pageCaseRef?: string;
  /** A button with its key. */
  readonly key: (
    action: Action,
    text: string,
    press: () => void,
    options?: Omit<KeyButtonOptions, 'letters' | 'words'>,
  ) => TemplateResult;
}

/** The texts of a pane that come with the choice of a destination. */
export type ChoiceView = Omit<View, 'strings'> & {
  readonly strings: OrientationOpeningStrings & OrientationChoiceStrings;
};

/** The heading of a pane: it takes focus when the pane opens. */
export const stepTitle = ({ level }: Pick<View, 'level'>, text: string): TemplateResult =>
  heading(level, text, 'title step');

/** The action, and the name, of an outcome in its form. */
export const actionOf = ([outcome, form]: Choice) =>
  form ?? (outcome === 'unscheduled-consultation' ? 'consultation' : outcome);

/** Day and time of a slot in its place's zone. */
export function whenOf(
  { slot, location }: Pick<Offer, 'slot' | 'location'>,
  { strings, language }: Pick<ChoiceView, 'strings' | 'language'>,
): string {
  return strings.at(...formatMoment(slot.start, location.timeZone, language));
}

/** `14:05`, as its field holds it, in the reader's words. */
function clockOf(time = '', language: Language): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return formatClock(hours * 60 + minutes, language);
}

/** `dossier DRM-2026-0042`, where it is not the page's. */
export const caseWords = ({ caseRef, pageCaseRef = caseRef, strings }: ChoiceView): string[] =>
  caseRef === pageCaseRef || caseRef === '' ? [] : [strings.inCase(caseRef)];

/** `Le médecin a dit dans les 6 h : avant 10 h 02`, with its day where it is another one. */
export function delayTold({ strings, flow, language }: ChoiceView): string {
  const { waiting, place } = flow.draft;
  const zone = place?.timeZone ?? clock.zone();
  const deadline = deadlineOf(flow.draft);
  if (deadline === undefined) return strings.other;
  const until = formatInstant(deadline, zone);
  const today = civilTime(deadline, zone).date === civilTime(clock.today(), zone).date;
  return strings.afterDelay(
    waiting?.withinHours ?? 0,
    today ? formatTime(until, zone, language) : strings.at(...formatMoment(until, zone, language)),
  );
}

/** What was decided, by whom and when, in a few words. */
export function decisionWords(draft: Draft, { strings, language }: View): string[] {
  const { kind, outcome, form, role, decidedAt, waiting, protocol, place } = draft;
  if (waiting && kind === 'orientation') {
    const { decision, outcome: decided, form: how, withinHours } = waiting;
    const zone = place?.timeZone ?? clock.zone();
    const at = decision.decidedAt ?? waiting.created;
    return [
      strings.outcomes[actionOf([decided, how])],
      strings.decidedBy(
        strings.roles[decision.role ?? 'regulator'],
        formatTime(at, zone, language),
      ),
      ...(withinHours === null ? [] : [strings.withinHours(withinHours)]),
    ];
  }
  const who =
    kind === 'dispatch-case' && role
      ? strings.decidedBy(strings.roles[role], clockOf(decidedAt, language))
      : kind === 'protocol' && protocol
        ? `${protocol.title}, ${strings.version(protocol.version)}`
        : kind === 'own'
          ? strings.kinds.own
          : '';
  const { assessedBy, instructionsGiven } = draft;
  const { redirection } = strings;
  return [
    outcome ? strings.outcomes[actionOf([outcome, form ?? null])] : '',
    who,
    assessedBy ? redirection.assessed(redirection.assessors[assessedBy]) : '',
    instructionsGiven === undefined ? '' : redirection.told[`${instructionsGiven}`],
  ].filter(Boolean);
}

/** Why something was refused, and the next slots that are free. */
export function refusalNotice({ code, alternatives }: Refusal, view: ChoiceView): TemplateResult {
  const { strings, flow } = view;
  const lost = ['slot-taken', 'slot-in-past', 'hold-expired'].includes(code);
  const offered: Offer[] = alternatives.slice(0, 3).map((slot) => ({ ...slot, slot }));
  return html`<div class="notice ${lost ? 'warn' : 'alarm'} refusal" part="problem">
    <p id="refusal">
      <strong
        >${code === 'after-delay' ? delayTold(view) : (strings.codes[code] ?? strings.other)}</strong
      >
      ${lost ? (offered.length > 0 ? strings.alternatives : strings.noAlternatives) : nothing}
    </p>
    ${
      offered.length > 0
        ? html`<ul class="stack">
            ${offered.map(
              (offer) =>
                html`<li>
                  ${button(
                    [whenOf(offer, view), nameOf(offer), offer.location.city].join(', '),
                    () => void flow.choose(offer),
                    { name: 'alternative', busy: flow.busy },
                  )}
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}
