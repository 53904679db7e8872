import { html, nothing, type TemplateResult } from 'lit';
import type { PublicCard, Specialty } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import { phoneLink } from '../../base/phone-link.ts';
import { formatDistance, formatMoment } from '../../format/formats.ts';
import { address } from './address.ts';
import { nameOf } from './agenda.ts';
import { specialtyLabel } from './search-form.ts';
import { slotGrid, type GridContext } from './slot-grid.ts';

/** What a card needs besides what its grid needs. */
export interface CardContext extends GridContext {
  specialties: readonly Specialty[];
  /** What else is said of who it is. */
  facts?: (card: PublicCard) => unknown;
}

/** One practitioner or site: who, where, how far, the telephone, the slots or why there are none. */
export function resultCard(card: PublicCard, context: CardContext): TemplateResult {
  const { strings, language, specialties, level } = context;
  const { practitioner, structure, location } = card;
  const name = nameOf(card);
  const codes = practitioner?.specialties ?? [];
  const specialty = codes.map((code) => specialtyLabel(code, specialties, strings, language));
  const place = structure?.name ?? location.name;
  return html`<li class="card panel" part="card">
    <div class="who">
      <div>
        ${heading(level - 1, name, 'subtitle')}
        ${specialty.length > 0 ? html`<p class="specialty">${specialty.join(', ')}</p>` : nothing}
      </div>
      <div>
        <p class="quiet small">${address(location, place === name ? '' : place)}</p>
        <p class="contact row small">
          <span class="quiet">${strings.distance(formatDistance(card.distanceKm, language))}</span>
          ${
            location.phone
              ? phoneLink(location.phone, (phone) => strings.call(name, phone))
              : nothing
          }
        </p>
        ${context.facts?.(card)}
      </div>
    </div>
    <div class="when">
      ${
        card.state === 'free'
          ? slotGrid(card, context)
          : html`<p class="quiet">${stateText(card, card.state, context)}</p>`
      }
    </div>
  </li>`;
}

function stateText(
  card: PublicCard,
  state: Exclude<PublicCard['state'], 'free'>,
  { strings, language, answer }: CardContext,
): string {
  return strings.states[state](...formatMoment(answer.to, card.location.timeZone, language));
}
