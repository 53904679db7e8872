import type { Orientation } from '@sas-kit/client';

/** Another appointment is wanted for an orientation that lost its own. The page opens a search. */
export class SasOrientationAgainEvent extends Event {
  /** As it is known now, with the case reference of the dispatch program. */
  readonly orientation: Orientation;

  constructor(orientation: Orientation) {
    super('sas-orientation-again', { bubbles: true, composed: true });
    this.orientation = orientation;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-orientation-again': SasOrientationAgainEvent;
  }
}
