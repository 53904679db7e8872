import type { Orientation } from '@sas-kit/client';

/** The appointment of an orientation is at another time or place now: both stay the same, dispatch software is told. */
export class SasOrientationMovedEvent extends Event {
  /** With its appointment as it is now. */
  readonly orientation: Orientation;
  /** The case of the orientation; empty where the platform knows none. */
  readonly caseRef: string;

  constructor(orientation: Orientation, caseRef: string) {
    super('sas-orientation-moved', { bubbles: true, composed: true });
    this.orientation = orientation;
    this.caseRef = caseRef;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-orientation-moved': SasOrientationMovedEvent;
  }
}
