import type { AppointmentTask } from './queue.ts';

/** What happened to a message, as a file of lines keeps it. */
export type QueueLine =
  | { readonly add: AppointmentTask }
  | { readonly update: AppointmentTask }
  | { readonly done: string }
  | { readonly abandon: string; readonly reason: string };

/** Reads one line; null for what is none: cut by a crash, damaged, or not ours. */
export function parseQueueLine(text: string): QueueLine | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { add, update, done, abandon, reason } = value as Readonly<Record<string, unknown>>;
  if (isTask(add)) return { add };
  if (isTask(update)) return { update };
  if (typeof done === 'string') return { done };
  if (typeof abandon === 'string') return { abandon, reason: String(reason) };
  return null;
}

function isTask(value: unknown): value is AppointmentTask {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, identifier, body, addedAt, attempts, notBefore } = value as {
    readonly [Key in keyof AppointmentTask]: unknown;
  };
  if (typeof identifier !== 'object' || identifier === null) return false;
  const { system, value: number } = identifier as Readonly<Record<string, unknown>>;
  return (
    [id, body, system, number].every((each) => typeof each === 'string') &&
    [addedAt, attempts, notBefore].every((each) => Number.isFinite(each)) &&
    (kind === 'created' || kind === 'updated')
  );
}
