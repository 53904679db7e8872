/** What a lead does with its territory. */
export type TerritoryAct = 'update' | 'withdraw';

/** A lead is about to change its territory, or to withdraw a change that waits. Cancel it to stop it. */
export class SasTerritoryChangeEvent extends Event {
  readonly act: TerritoryAct;
  readonly territoryId: string;
  /** Instant from which it will hold; null, at once. */
  readonly effectiveFrom: string | null;

  constructor(act: TerritoryAct, territoryId: string, effectiveFrom: string | null) {
    super('sas-territory-change', { bubbles: true, composed: true, cancelable: true });
    this.act = act;
    this.territoryId = territoryId;
    this.effectiveFrom = effectiveFrom;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-territory-change': SasTerritoryChangeEvent;
  }
}
