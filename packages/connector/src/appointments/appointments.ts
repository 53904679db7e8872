import { type Appointment, type Finding, type Flow, writeAppointment } from '@sas-kit/fhir';
import type { Settings } from '../options.ts';
import { decideRetry, type RetryRules } from './decide-retry.ts';
import { MemoryQueue } from './memory-queue.ts';
import type { AppointmentQueue, AppointmentTask } from './queue.ts';
import { sendAppointment, type SendOptions } from './send.ts';

export interface AppointmentOptions extends Partial<RetryRules> {
  /** Base address of the platform's FHIR interface: `https://sas.example/fhir`. */
  readonly platformUrl: string;
  /** Where messages wait. Default: in memory; `FileQueue` of `file-queue` survives a restart. */
  readonly queue?: AppointmentQueue;
  /** Default: the global one. With a client certificate: `mutualTlsFetch` of `tls`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Added to each request, a bearer token for instance. */
  readonly headers?: () => Promise<Record<string, string>> | Record<string, string>;
  /** Longest wait for one answer, in ms. Default 10,000. */
  readonly timeoutMs?: number;
}

/** How one message is written. */
export interface AppointmentMessage {
  /** Search that the slot came from. Default `ps`. */
  readonly flow?: Flow;
  /** IANA zone of the place. Default `Europe/Paris`. */
  readonly timeZone?: string;
}

/** Thrown for an appointment that cannot be written; `findings` say why. */
export class AppointmentError extends Error {
  readonly findings: readonly Finding[];

  constructor(message: string, findings: readonly Finding[] = []) {
    super(message);
    this.name = 'AppointmentError';
    this.findings = findings;
  }
}

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
  readonly #send: SendOptions | null;
  readonly #rules: RetryRules;
  readonly #busy = new Set<string>();
  readonly #waiting = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(options: AppointmentOptions | null, settings: Settings) {
    this.#settings = settings;
    this.#queue = options?.queue ?? new MemoryQueue();
    this.#send =
      options === null
        ? null
        : {
            platformUrl: options.platformUrl,
            fetch: options.fetch ?? ((request) => fetch(request)),
            headers: options.headers ?? (() => ({})),
            timeoutMs: options.timeoutMs ?? 10_000,
          };
    this.#rules = {
      firstDelayMs: options?.firstDelayMs ?? 1_000,
      longestDelayMs: options?.longestDelayMs ?? 300_000,
      longestAgeMs: options?.longestAgeMs ?? 72 * 3_600_000,
    };
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
      const why = findings.map((finding) => finding.message.en).join('; ');
      throw new AppointmentError(`Appointment cannot be sent: ${why}`, findings);
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

  #wake(delayMs: number): void {
    if (this.#stopped || this.#send === null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#turn(), Math.min(delayMs, LONGEST_TIMER));
    // A waiting message does not keep a program alive: the queue does.
    if (typeof this.#timer === 'object') this.#timer.unref();
  }

  /** Starts what may leave now: the oldest message of each appointment, a few at once. */
  async #turn(): Promise<void> {
    const tasks = await this.#queue.pending().catch((error: unknown) => {
      this.#settings.onError(error, 'appointment');
      return null;
    });
    if (this.#stopped) return;
    if (tasks === null) return this.#wake(this.#rules.firstDelayMs);
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

  async #try(key: string, task: AppointmentTask): Promise<void> {
    this.#busy.add(key);
    let pause = 0;
    try {
      await this.#attempt(task);
    } catch (error) {
      // The queue itself failed: the task is still in it, with its old count.
      this.#settings.onError(error, 'appointment');
      pause = this.#rules.firstDelayMs;
    }
    this.#busy.delete(key);
    for (const wake of [...this.#waiting]) wake();
    this.#wake(pause);
  }

  async #attempt(task: AppointmentTask): Promise<void> {
    if (this.#send === null) return;
    const method = methodOf(task);
    const sent = await sendAppointment(task, method, this.#send);
    const attempts = task.attempts + 1;
    const ageMs = this.#now() - task.addedAt;
    const verdict = decideRetry({ ...sent, method, attempts, ageMs }, this.#rules, Math.random());
    if (verdict.kind === 'arrived') return this.#queue.done(task.id);
    if (verdict.kind === 'abandoned') {
      this.#settings.onError(new AppointmentError(`Abandoned: ${sent.reason}`), 'appointment');
      return this.#queue.abandon(task.id, sent.reason);
    }
    const kind = verdict.method === 'PUT' ? 'updated' : 'created';
    const notBefore = this.#now() + verdict.delayMs;
    return this.#queue.update({ ...task, kind, attempts, notBefore });
  }
}

const keyOf = ({ identifier }: AppointmentTask): string =>
  JSON.stringify([identifier.system, identifier.value]);

const methodOf = ({ kind }: AppointmentTask): 'POST' | 'PUT' =>
  kind === 'created' ? 'POST' : 'PUT';
