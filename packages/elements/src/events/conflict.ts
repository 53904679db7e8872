import type { Alternative, PublicSlot } from '@sas-kit/client';

/** Someone else took the slot first. */
export class SasConflictEvent extends Event {
  readonly slot: PublicSlot;
  /** The next free slots, nearest first. */
  readonly alternatives: readonly Alternative[];

  constructor(slot: PublicSlot, alternatives: readonly Alternative[]) {
    super('sas-conflict', { bubbles: true, composed: true });
    this.slot = slot;
    this.alternatives = alternatives;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-conflict': SasConflictEvent;
  }
}
