import { html, nothing, type TemplateResult } from 'lit';
import type { Orientation } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { heading } from '../../base/heading.ts';
import { fifteen, phoneLink } from '../../base/phone-link.ts';
import { formatTime } from '../../format/formats.ts';
import { capital } from '../../format/sentence.ts';
import type { OrientationToldStrings } from '../../strings/fr/orientation-told.ts';
import { address } from '../availability/address.ts';
import { nameOf } from '../availability/agenda.ts';
import type { Offer } from './target.ts';
import {
  caseWords,
  decisionWords,
  refusalNotice,
  stepTitle,
  whenOf,
  type ChoiceView,
} from './view.ts';

/** What the last pane needs. */
export type ToldView = Omit<ChoiceView, 'strings'> & {
  readonly strings: ChoiceView['strings'] & OrientationToldStrings;
  readonly print: () => void;
};

/** What was recorded, the key that takes it back, and what is read to the patient. */
export function toldPane(made: Orientation, view: ToldView): TemplateResult {
  const { strings, flow } = view;
  const { refusal, busy, undo, taken } = flow;
  const { appointment } = made;
  const title =
    made.followUp === 'pending'
      ? strings.pending
      : made.id === flow.draft.replaces?.id
        ? strings.moved
        : appointment
          ? strings.booked
          : strings.noted;
  return html`<div class="no-print stack">
      ${stepTitle(view, title)}
      ${
        undo.remaining > 0
          ? html`<div class="row">
              ${view.key('undo', strings.undo(undo.remaining), () => void flow.withdraw(), { busy })}
            </div>`
          : nothing
      }
      ${refusal ? refusalNotice(refusal, view) : nothing}
      <p class="recap">${[...decisionWords(flow.draft, view), ...caseWords(view)].join(' · ')}</p>
      ${appointment ? nothing : html`<p>${sentence(made, view)}</p>`}
    </div>
    ${appointment ? read({ ...taken, ...appointment }, view) : nothing}
    <div class="row no-print">
      ${
        appointment
          ? view.key('print', view.desk.redirects ? strings.sheetPrint : strings.print, view.print)
          : nothing
      }
      ${view.key('another', anotherOf(view), () => void flow.again(), { name: 'primary' })}
    </div>`;
}

/** What comes next: where the page names a case, it names the next one. */
function anotherOf({ strings, caseRef, pageCaseRef = caseRef }: ToldView): string {
  if (pageCaseRef === '') return strings.another;
  return caseRef === pageCaseRef ? strings.anotherOfCase : strings.backToCase(pageCaseRef);
}

function sentence(
  { state, triggeredAt, caseRef, place, recipient }: Orientation,
  view: ToldView,
): string {
  const { strings, language, flow } = view;
  if (state === 'to-execute') return strings.toExecuteTold;
  if (recipient) return strings.recipientTold(recipient.name);
  if (triggeredAt === null) return `${strings.recordedTold} ${place.label}.`;
  const zone = flow.draft.place?.timeZone ?? clock.zone();
  return strings.triggeredTold(formatTime(triggeredAt, zone, language), caseRef ?? '');
}

/** What is read to the patient, and printed: nobody's name but the practice's. */
function read(offer: Offer & { readonly reference: string }, view: ToldView): TemplateResult {
  const { strings, level } = view;
  const { location, structure, practice, slot, practitioner, reference } = offer;
  const { phone } = location;
  const home = slot.modalities.length === 1 && slot.modalities[0] === 'HH';
  const sheet = view.desk.redirects ? 'sheet' : '';
  return html`<section class="read ${sheet}" part="read" aria-labelledby="read">
    <div id="read" class="no-print">${heading(level + 1, strings.read, 'subtitle')}</div>
    <p class="subtitle on-paper">${strings.sheet}</p>
    <dl>
      ${entry(strings.readWhen, html`<strong>${capital(whenOf(offer, view))}</strong>`)}
      ${practitioner ? entry(strings.readWho, nameOf(offer)) : nothing}
      ${
        slot.modalities.length > 0
          ? entry(
              strings.readHow,
              slot.modalities.map((modality) => strings.modalities[modality]).join(', '),
            )
          : nothing
      }
      ${
        home
          ? nothing
          : entry(strings.readWhere, address(location, structure?.name ?? location.name))
      }
      ${practice?.information ? entry(strings.readAccess, practice.information) : nothing}
      ${phone === null ? nothing : entry(strings.readPhone, phoneLink(phone))}
      ${entry(strings.readDocuments, strings.documents)}
      ${entry(strings.readFee, fee(practice, strings))}
      ${entry(
        strings.readReference,
        html`<strong class="reference" aria-hidden="true">${reference}</strong>
          <span class="sr">${strings.spell(reference)}</span>`,
      )}
    </dl>
    <p class="notice alarm"><strong>${strings.worse} ${fifteen}${strings.worseEnd}</strong></p>
    ${sheet ? html`<slot name="instructions"></slot>` : nothing}
  </section>`;
}

function fee(practice: Offer['practice'], strings: OrientationToldStrings): string {
  const { feeSector, thirdPartyPayment } = practice ?? {};
  const said = [
    feeSector ? strings.feeSectors[feeSector] : '',
    typeof thirdPartyPayment === 'boolean' ? strings.thirdParty[`${thirdPartyPayment}`] : '',
  ].filter(Boolean);
  return said.length > 0 ? said.join(' ') : strings.feeUnknown;
}

const entry = (term: string, text: unknown): TemplateResult =>
  html`<div>
    <dt class="quiet">${term}</dt>
    <dd>${text}</dd>
  </div>`;
