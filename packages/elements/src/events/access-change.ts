import type { Access } from '../static/access-notices.ts';

/** What holds at an emergency department changed, or was read for the first time. */
export class SasAccessChangeEvent extends Event {
  /** Access now, by the name of the department. One whose notices have expired is not in it. */
  readonly access: Readonly<Record<string, Access>>;

  constructor(access: Readonly<Record<string, Access>>) {
    super('sas-access-change', { bubbles: true, composed: true });
    this.access = access;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-access-change': SasAccessChangeEvent;
  }
}
