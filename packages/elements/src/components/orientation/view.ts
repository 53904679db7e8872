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
import { recordedOf, type Choice, type Desk, type Draft } from './draft.ts';
import type { OrientationFlow } from './flow.ts';
import type { Refusal } from './surroundings.ts';
import type { Offer } from './target.ts';
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

/** That what was recorded is taken back: read with the pane that opens. */
export const withdrawnNotice = ({ strings, flow }: Pick<View, 'strings' | 'flow'>) =>
  flow.withdrawn ? html`<p id="withdrawn" class="notice said">${strings.withdrawn}</p>` : nothing;

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

/** Where one simply comes, in a sentence; empty before its texts are there. */
export function walkInWords(
  offer: Offer,
  strings: OrientationChoiceStrings | undefined,
  language: Language,
): string {
  const { slot, location } = offer;
  const [day, from] = formatMoment(slot.start, location.timeZone, language);
  const until = formatTime(slot.end, location.timeZone, language);
  return strings?.walkIn(day, from, until, nameOf(offer)) ?? '';
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
  const { place } = flow.draft;
  const zone = place?.timeZone ?? clock.zone();
  const deadline = deadlineOf(flow.draft);
  if (deadline === undefined) return strings.other;
  const until = formatInstant(deadline, zone);
  const today = civilTime(deadline, zone).date === civilTime(clock.today(), zone).date;
  return strings.afterDelay(
    recordedOf(flow.draft)?.withinHours ?? 0,
    today ? formatTime(until, zone, language) : strings.at(...formatMoment(until, zone, language)),
  );
}

/** What was decided, by whom and when, in a few words. */
export function decisionWords(draft: Draft, view: View): string[] {
  const { strings } = view;
  const { outcome, form, assessedBy, instructionsGiven } = draft;
  const { redirection } = strings;
  return [
    outcome ? strings.outcomes[actionOf([outcome, form ?? null])] : '',
    ...decidedWords(draft, view),
    assessedBy ? redirection.assessed(redirection.assessors[assessedBy]) : '',
    instructionsGiven === undefined ? '' : redirection.told[`${instructionsGiven}`],
  ].filter(Boolean);
}

/** Who decided, when, and within which delay. */
function decidedWords(draft: Draft, { strings, language }: View): string[] {
  const { kind, role, decidedAt, protocol, place } = draft;
  const under = (title: string, version: number) => [`${title}, ${strings.version(version)}`];
  const recorded = recordedOf(draft);
  if (recorded) {
    const { decision, created, withinHours } = recorded;
    if (decision.kind === 'protocol') return under(decision.title ?? '', decision.version ?? 1);
    const zone = place?.timeZone ?? clock.zone();
    const at = formatTime(decision.decidedAt ?? created, zone, language);
    return [
      strings.decidedBy(strings.roles[decision.role ?? 'regulator'], at),
      ...(withinHours === null ? [] : [strings.withinHours(withinHours)]),
    ];
  }
  if (kind === 'dispatch-case' && role)
    return [strings.decidedBy(strings.roles[role], clockOf(decidedAt, language))];
  if (kind === 'protocol' && protocol) return under(protocol.title, protocol.version);
  return kind === 'own' ? [strings.kinds.own] : [];
}

/** In whose place somebody goes elsewhere, and what becomes of it; nothing where there was none. */
export function insteadLine(view: ChoiceView): TemplateResult | typeof nothing {
  const { strings, flow } = view;
  const former = flow.draft.replaces?.appointment;
  if (!former) return nothing;
  const named = [whenOf(former, view), nameOf(former), former.location.city].join(', ');
  const gone = former.status === 'cancelled';
  const { fate = 'gone' } = flow;
  const then = fate === 'gone' ? '' : strings.fates[fate];
  return html`<p class="instead">
    ${gone ? strings.insteadOfCancelled(named) : strings.insteadOf(named)} ${then}
  </p>`;
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
