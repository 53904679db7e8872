/** The reader shares an address. Cancel it to share in the page's own way. */
export class SasShareEvent extends Event {
  readonly title: string;
  readonly url: string;

  constructor(title: string, url: string) {
    super('sas-share', { bubbles: true, composed: true, cancelable: true });
    this.title = title;
    this.url = url;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-share': SasShareEvent;
  }
}
