import type { Modality } from '@sas-kit/client';

/** What was asked. An address is not told, only its commune or department. */
export interface SearchFacts {
  readonly insee: string | undefined;
  readonly department: string | undefined;
  readonly specialty: string;
  readonly modalities: readonly Modality[];
}

/** A search was answered. */
export class SasSearchEvent extends Event {
  readonly query: SearchFacts;
  /** Cards of the first page that have a free slot. */
  readonly free: number;

  constructor(query: SearchFacts, free: number) {
    super('sas-search', { bubbles: true, composed: true });
    this.query = query;
    this.free = free;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-search': SasSearchEvent;
  }
}
