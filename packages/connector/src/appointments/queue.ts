/** One message to the platform that still has to arrive. */
export interface AppointmentTask {
  readonly id: string;
  readonly kind: 'created' | 'updated';
  /** Of the appointment; tasks of one appointment leave in their order. */
  readonly identifier: { readonly system: string; readonly value: string };
  /** The Appointment as FHIR, JSON. No patient in it, ever. */
  readonly body: string;
  /** When it was added, in ms since 1970. */
  readonly addedAt: number;
  /** How often it was tried. */
  readonly attempts: number;
  /** Not to be tried before, in ms since 1970. */
  readonly notBefore: number;
}

/** A message that will never arrive, with the reason. */
export interface AbandonedTask {
  readonly task: AppointmentTask;
  readonly reason: string;
}

/**
 * Where messages wait. A vendor may put its own database behind; what a method promises holds once its
 * promise is fulfilled, a crash of the process included where the queue is durable.
 */
export interface AppointmentQueue {
  /** Stores a task that is not there yet. */
  add(task: AppointmentTask): Promise<void>;
  /** All that wait, oldest first. */
  pending(): Promise<readonly AppointmentTask[]>;
  /** Stores the changed attempts of a task that waits. */
  update(task: AppointmentTask): Promise<void>;
  /** It arrived. */
  done(id: string): Promise<void>;
  /** It will not arrive: kept apart for a person to look at. */
  abandon(id: string, reason: string): Promise<void>;
  /** What was abandoned, oldest first. */
  abandoned(): Promise<readonly AbandonedTask[]>;
}
