/** The reader prints a list. Cancel it to print in the page's own way. */
export class SasPrintEvent extends Event {
  constructor() {
    super('sas-print', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-print': SasPrintEvent;
  }
}
