/** What changed in an agenda. */
export type AgendaChange =
  | 'slot-added'
  | 'slot-removed'
  | 'slot-moved'
  | 'rule-added'
  | 'rule-changed'
  | 'rule-removed'
  | 'absence-added'
  | 'absence-removed'
  | 'display-changed';

/** The reader changed an agenda; the platform has it. */
export class SasAgendaChangeEvent extends Event {
  readonly change: AgendaChange;
  readonly scheduleId: string;

  constructor(change: AgendaChange, scheduleId: string) {
    super('sas-agenda-change', { bubbles: true, composed: true });
    this.change = change;
    this.scheduleId = scheduleId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-agenda-change': SasAgendaChangeEvent;
  }
}
