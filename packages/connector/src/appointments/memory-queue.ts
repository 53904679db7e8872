import type { AbandonedTask, AppointmentQueue, AppointmentTask } from './queue.ts';

/** Waits in memory: what has not arrived when the process ends is lost. For trials and tests. */
export class MemoryQueue implements AppointmentQueue {
  readonly #tasks = new Map<string, AppointmentTask>();
  readonly #abandoned = new Map<string, AbandonedTask>();

  async add(task: AppointmentTask): Promise<void> {
    this.#tasks.set(task.id, task);
  }

  async pending(): Promise<AppointmentTask[]> {
    return [...this.#tasks.values()];
  }

  async update(task: AppointmentTask): Promise<void> {
    if (this.#tasks.has(task.id)) this.#tasks.set(task.id, task);
  }

  async done(id: string): Promise<void> {
    this.#tasks.delete(id);
  }

  async abandon(id: string, reason: string): Promise<void> {
    const task = this.#tasks.get(id);
    this.#tasks.delete(id);
    if (task !== undefined) this.#abandoned.set(id, { task, reason });
  }

  async abandoned(): Promise<AbandonedTask[]> {
    return [...this.#abandoned.values()];
  }
}
