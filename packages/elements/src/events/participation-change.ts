/** Whose participation it is. */
export type ParticipationKind = 'practitioner' | 'structure';

/** The reader changed how a professional or a structure takes part; the platform has it. */
export class SasParticipationChangeEvent extends Event {
  readonly kind: ParticipationKind;
  readonly nationalId: string;

  constructor(kind: ParticipationKind, nationalId: string) {
    super('sas-participation-change', { bubbles: true, composed: true });
    this.kind = kind;
    this.nationalId = nationalId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-participation-change': SasParticipationChangeEvent;
  }
}
