/** One thing that must reach somebody else. */
export interface OutboxRow {
  id: number;
  /** To whom: a lane that is slow or down holds up no other. */
  lane: string;
  /** What it is about; rows of one lane about one subject come in their order. */
  subject: string | null;
  payload: unknown;
  /** 1 for the first. */
  attempt: number;
  createdAt: Date;
}

/**
 * How one kind of row is delivered. A module that has something to send adds its kind to the registry
 * (`platform.ts`), writes rows by `enqueue` in the transaction of its change, and knows nothing of
 * workers, waiting and repetition.
 */
export interface OutboxKind {
  /**
   * Delivers one row. What it throws makes this attempt a failure, and another follows; an
   * `UndeliverableError` makes it the last. A row may come twice, when a process ends between the
   * delivery and its record: the other side tells the two by an id in the payload.
   *
   * @param signal is aborted when the platform stops; the attempt then does not count.
   */
  deliver(row: OutboxRow, signal: AbortSignal): Promise<void>;
  /**
   * Whether this process can deliver at all now; without it, always. While it cannot, rows wait for it or
   * for another process, and an attempt that was under way does not count. Wake the outbox when it can.
   */
  ready?(): boolean;
  /** Rows of one lane that this process delivers at once. */
  perLane: number;
  /**
   * Longest wait between two attempts, seconds. A kind that says so is tried until its `deliver` ends it, by
   * an `UndeliverableError` at the latest; others wait up to half a day, and are given up after three days.
   */
  longestWaitSeconds?: number;
  /** Seconds until a row that nobody has reported on is free again: more than a delivery may take. */
  leaseSeconds: number;
}

/** Every kind by the name that its rows carry. */
export type OutboxKinds = Readonly<Record<string, OutboxKind>>;

/** No repetition will help: the row is given up. */
export class UndeliverableError extends Error {
  override readonly name = 'UndeliverableError';
}
