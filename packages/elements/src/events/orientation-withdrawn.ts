import type { Orientation } from '@sas-kit/client';

/** An orientation was taken back a moment after it was recorded, with its appointment. */
export class SasOrientationWithdrawnEvent extends Event {
  readonly orientation: Orientation;
  /** The `case-ref` of the element, as the page gave it. */
  readonly caseRef: string;

  constructor(orientation: Orientation, caseRef: string) {
    super('sas-orientation-withdrawn', { bubbles: true, composed: true });
    this.orientation = orientation;
    this.caseRef = caseRef;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-orientation-withdrawn': SasOrientationWithdrawnEvent;
  }
}
