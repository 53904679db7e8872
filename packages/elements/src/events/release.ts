import type { PublicSlot } from '@sas-kit/client';

/** A kept slot was given back, or its time ran out. */
export class SasReleaseEvent extends Event {
  readonly slot: PublicSlot;
  readonly reason: 'back' | 'expired';

  constructor(slot: PublicSlot, reason: 'back' | 'expired') {
    super('sas-release', { bubbles: true, composed: true });
    this.slot = slot;
    this.reason = reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-release': SasReleaseEvent;
  }
}
