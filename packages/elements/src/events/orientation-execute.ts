import type { Orientation } from '@sas-kit/client';

/** Somebody carries out what a doctor decided: an orientation that waits. The page opens a search. */
export class SasOrientationExecuteEvent extends Event {
  /** As it is known now, with the case reference of the dispatch program. */
  readonly orientation: Orientation;

  constructor(orientation: Orientation) {
    super('sas-orientation-execute', { bubbles: true, composed: true });
    this.orientation = orientation;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-orientation-execute': SasOrientationExecuteEvent;
  }
}
