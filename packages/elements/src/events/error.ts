/** A call failed. The element already tells the reader. */
export class SasErrorEvent extends Event {
  /** Code of the contract, or `connection`, `timeout`; `unexpected` for anything else. */
  readonly code: string;
  readonly error: unknown;

  constructor(code: string, error: unknown) {
    super('sas-error', { bubbles: true, composed: true });
    this.code = code;
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-error': SasErrorEvent;
  }
}
