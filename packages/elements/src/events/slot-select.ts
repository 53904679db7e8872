import type { PublicCard, PublicSlot } from '@sas-kit/client';

/**
 * A slot was chosen. Cancel it to do something else with the slot: a vendor's opens its own page otherwise,
 * also where the platform would book it (`slot.source.bookableHere`).
 */
export class SasSlotSelectEvent extends Event {
  /** As the platform gave it: to professionals a `Slot`, with its `source`. */
  readonly slot: PublicSlot;
  readonly card: PublicCard;

  constructor(slot: PublicSlot, card: PublicCard) {
    super('sas-slot-select', { bubbles: true, composed: true, cancelable: true });
    this.slot = slot;
    this.card = card;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-slot-select': SasSlotSelectEvent;
  }
}
