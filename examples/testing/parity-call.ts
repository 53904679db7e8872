/** One call, with what is kept of its answer for later ones as `<name>`. */
export interface ParityCall {
  /** A role, `public`, `nobody` or `stranger`. */
  as: string;
  /** `GET /v1/schedules/<schedule>` */
  request: string;
  /** What must be answered; the rest of the answer is the other side's. */
  status: number;
  /** In place of the request, where it does not say enough. */
  name?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Name, then `etag` or a place in the body. */
  keep?: Record<string, string>;
  /** Member of the answer that is by the clock of the machine, not of the database. */
  own?: string;
}
