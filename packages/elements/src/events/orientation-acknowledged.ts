import type { Orientation } from '@sas-kit/client';

/** Somebody at this desk has seen what happened to an orientation's appointment. */
export class SasOrientationAcknowledgedEvent extends Event {
  /** As it is known now, with the case reference of the dispatch program. */
  readonly orientation: Orientation;

  constructor(orientation: Orientation) {
    super('sas-orientation-acknowledged', { bubbles: true, composed: true });
    this.orientation = orientation;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-orientation-acknowledged': SasOrientationAcknowledgedEvent;
  }
}
