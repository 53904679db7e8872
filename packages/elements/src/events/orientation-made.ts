import type { Orientation } from '@sas-kit/client';

/** An orientation was recorded, and what it names is booked. */
export class SasOrientationMadeEvent extends Event {
  readonly orientation: Orientation;
  /** The `case-ref` of the element, as the page gave it. */
  readonly caseRef: string;

  constructor(orientation: Orientation, caseRef: string) {
    super('sas-orientation-made', { bubbles: true, composed: true });
    this.orientation = orientation;
    this.caseRef = caseRef;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-orientation-made': SasOrientationMadeEvent;
  }
}
