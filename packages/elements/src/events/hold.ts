import type { PublicSlot } from '@sas-kit/client';

/** A slot is kept for the reader. The hold's id is a capability: it stays inside the element. */
export class SasHoldEvent extends Event {
  readonly slot: PublicSlot;
  readonly expiresAt: string;

  constructor(slot: PublicSlot, expiresAt: string) {
    super('sas-hold', { bubbles: true, composed: true });
    this.slot = slot;
    this.expiresAt = expiresAt;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-hold': SasHoldEvent;
  }
}
