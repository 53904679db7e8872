/** The reader gives the patient back to the regulating doctor. Nothing was recorded: the doctor is told by a person. */
export class SasOrientationGivenBackEvent extends Event {
  /** The `case-ref` of the element, as the page gave it. */
  readonly caseRef: string;

  constructor(caseRef: string) {
    super('sas-orientation-given-back', { bubbles: true, composed: true });
    this.caseRef = caseRef;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-orientation-given-back': SasOrientationGivenBackEvent;
  }
}
