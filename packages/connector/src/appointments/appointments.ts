import { type Appointment, writeAppointment } from '@sas-kit/fhir';
import type { Settings } from '../options.ts';
import { rulesOf, sender, type Outcome } from './attempt.ts';
import type { RetryRules } from './decide-retry.ts';
import { MemoryQueue } from './memory-queue.ts';
import { AppointmentError, type AppointmentMessage, type AppointmentOptions } from './options.ts';
import type { AppointmentQueue, AppointmentTask } from './queue.ts';

/** Messages under way at once. Each is of another appointment. */
const PARALLEL = 4;
const LONGEST_TIMER = 60_000;

/**
 * Tells the platform about appointments that regulators took (INT_R03). A message that was accepted by
 * `created` or `updated` is in the queue; it is sent, and sent again until it arrives.
 */
export class Appointments {
  readonly #settings: Settings;
  readonly #queue: AppointmentQueue;
  readonly #send: ((task: AppointmentTask) => Promise<Outcome>) | null;
  readonly #rules: RetryRules;
  readonly #busy = new Set<string>();
  readonly #waiting = new Set<() => void>();
  /** What came of attempts and is not in the queue yet, by task: it refused to take it. */
  readonly #unrecorded = new Map<string, Outcome>();
  /** Attempts that ended, so that what was read before is known to be old. */
  #ended = 0;
  /** How often the queue failed in a row. */
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When it fires, by `performance.now()`. */
  #wakeAt = 0;
  #stopped = false;

  constructor(options: AppointmentOptions | null, settings: Settings) {
    this.#settings = settings;
    this.#queue = options?.queue ?? new MemoryQueue();
    this.#rules = rulesOf(options ?? {});
    this.#send = options === null ? null : sender(options, this.#rules, settings);
  }

  /**
   * An appointment was taken by a regulator. Fulfilled once the message is in the queue.
   *
   * @throws AppointmentError when it cannot be written, or no platform was configured.
   */
  created(appointment: Appointment, message: AppointmentMessage = {}): Promise<void> {
    return this.#add('created', appointment, message);
  }

  /** It was moved, kept, missed or cancelled; the platform knows it by its identifier. */
  updated(appointment: Appointment, message: AppointmentMessage = {}): Promise<void> {
    return this.#add('updated', appointment, message);
  }

  /** Goes on with what a queue kept from before a restart. */
  start(): void {
    this.#stopped = false;
    this.#wake(0);
  }

  /** Sends no more; what waits stays in the queue. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Fulfilled once nothing waits any more, or after so many ms. @returns whether nothing waits. */
  async settled(timeoutMs = 60_000): Promise<boolean> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      // Listens before it looks, so that nothing settles unnoticed in between.
      const change = this.#nextChange(until - Date.now());
      if ((await this.#queue.pending()).length === 0) {
        change.cancel();
        return true;
      }
      await change.promise;
      if (Date.now() >= until) return false;
    }
  }

  #nextChange(timeoutMs: number): { readonly promise: Promise<void>; readonly cancel: () => void } {
    let cancel = (): void => undefined;
    const promise = new Promise<void>((resolve) => {
      const timer = setTimeout(() => cancel(), Math.max(timeoutMs, 0));
      cancel = () => {
        clearTimeout(timer);
        this.#waiting.delete(cancel);
        resolve();
      };
      this.#waiting.add(cancel);
    });
    return { promise, cancel };
  }

  async #add(
    kind: AppointmentTask['kind'],
    appointment: Appointment,
    message: AppointmentMessage,
  ): Promise<void> {
    if (this.#send === null) throw new AppointmentError('No platform configured: `appointments`');
    const { guide } = this.#settings;
    const { resource, findings } = writeAppointment(appointment, { ...message, guide });
    if (resource === null) {
      const why = findings.map(({ place, message: { en } }) => `${place}: ${en}`);
      throw new AppointmentError(`Appointment cannot be sent: ${why.join('; ')}`, findings);
    }
    const { system, value } = resource.identifier[0];
    const now = this.#now();
    await this.#queue.add({
      id: crypto.randomUUID(),
      kind,
      identifier: { system, value },
      body: JSON.stringify(resource),
      addedAt: now,
      attempts: 0,
      notBefore: now,
    });
    this.#wake(0);
  }

  #now(): number {
    return this.#settings.clock().getTime();
  }

  /** Looks again after so long, or sooner where that was asked for already. */
  #wake(delayMs: number): void {
    if (this.#stopped || this.#send === null) return;
    const at = performance.now() + Math.min(delayMs, LONGEST_TIMER);
    if (this.#timer !== undefined && this.#wakeAt <= at) return;
    clearTimeout(this.#timer);
    this.#wakeAt = at;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#turn();
      },
      Math.min(delayMs, LONGEST_TIMER),
    );
    // A waiting message does not keep a program alive: the queue does.
    if (typeof this.#timer === 'object') this.#timer.unref();
  }

  /** Starts what may leave now: the oldest message of each appointment, a few at once. */
  async #turn(): Promise<void> {
    const tasks = await this.#pending();
    if (this.#stopped || tasks === null) return;
    const now = this.#now();
    const first = new Map<string, AppointmentTask>();
    for (const task of tasks) {
      const key = keyOf(task);
      if (!first.has(key)) first.set(key, task);
    }
    let next = Infinity;
    for (const [key, task] of first) {
      if (this.#busy.has(key)) continue;
      if (task.notBefore > now) next = Math.min(next, task.notBefore - now);
      else if (this.#busy.size < PARALLEL) void this.#try(key, task);
    }
    if (next < Infinity) this.#wake(next);
  }

  /** What waits; null when the queue failed. Never older than the last attempt that ended. */
  async #pending(): Promise<readonly AppointmentTask[] | null> {
    try {
      for (;;) {
        const ended = this.#ended;
        const tasks = await this.#queue.pending();
        if (ended === this.#ended) return tasks;
      }
    } catch (error) {
      this.#queueFailed(error);
      return null;
    }
  }

  async #try(key: string, task: AppointmentTask): Promise<void> {
    this.#busy.add(key);
    try {
      await this.#attempt(task);
      this.#failures = 0;
      this.#wake(0);
    } catch (error) {
      this.#queueFailed(error);
    } finally {
      this.#ended += 1;
      this.#busy.delete(key);
      for (const wake of [...this.#waiting]) wake();
    }
  }

  /** The queue itself failed: nothing is sent until it had time to recover. */
  #queueFailed(error: unknown): void {
    this.#settings.onError(error, 'appointment');
    const { firstDelayMs, longestDelayMs } = this.#rules;
    this.#wake(Math.min(firstDelayMs * 2 ** Math.min(this.#failures, 30), longestDelayMs));
    this.#failures += 1;
  }

  /** Sends a message, unless that was done and only the queue does not know yet. */
  async #attempt(task: AppointmentTask): Promise<void> {
    if (this.#send === null) return;
    const outcome = this.#unrecorded.get(task.id) ?? (await this.#send(task));
    this.#unrecorded.set(task.id, outcome);
    if (outcome.kind === 'arrived') await this.#queue.done(task.id);
    else if (outcome.kind === 'abandoned') await this.#queue.abandon(task.id, outcome.reason);
    else await this.#queue.update(outcome.task);
    this.#unrecorded.delete(task.id);
  }
}

const keyOf = ({ identifier }: AppointmentTask): string =>
  JSON.stringify([identifier.system, identifier.value]);
