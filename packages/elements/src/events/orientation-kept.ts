/** The person stays in the emergency department, or a doctor is asked: nothing was recorded. */
export class SasOrientationKeptEvent extends Event {
  /** The `case-ref` of the element, as the page gave it. */
  readonly caseRef: string;

  constructor(caseRef: string) {
    super('sas-orientation-kept', { bubbles: true, composed: true });
    this.caseRef = caseRef;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-orientation-kept': SasOrientationKeptEvent;
  }
}
