/** A request for support, as its form holds it. No member is about a patient. */
export interface SupportRequest {
  readonly territory: string;
  readonly organisation: 'hospital' | 'association' | 'other';
  readonly topics: readonly ('governance' | 'staffing' | 'tools' | 'communication')[];
  readonly message: string;
}

/** A new holder requests support. Cancel it to send the request in the page's own way. */
export class SasSupportRequestEvent extends Event {
  readonly request: SupportRequest;

  constructor(request: SupportRequest) {
    super('sas-support-request', { bubbles: true, composed: true, cancelable: true });
    this.request = request;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-support-request': SasSupportRequestEvent;
  }
}
