import type { AppointmentTask } from './queue.ts';

export interface SendOptions {
  /** Base address of the platform's FHIR interface. */
  readonly platformUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly headers: () => Promise<Record<string, string>> | Record<string, string>;
  readonly timeoutMs: number;
}

export interface Sent {
  /** null: no answer. */
  readonly status: number | null;
  /** In seconds. */
  readonly retryAfter: number | null;
  /** How it ended, fit for a log: nothing of what the platform wrote. */
  readonly summary: string;
  /** What the platform or the network said, one line. */
  readonly reason: string;
}

/** Longest answer that is looked at, in characters. */
const LONGEST_REASON = 500;

/** Sends one appointment: `POST`, which creates none that is there, or `PUT` by identifier. */
export async function sendAppointment(
  task: AppointmentTask,
  method: 'POST' | 'PUT',
  { platformUrl, fetch, headers, timeoutMs }: SendOptions,
): Promise<Sent> {
  const { system, value } = task.identifier;
  const criterion = `identifier=${encodeURIComponent(`${system}|${value}`)}`;
  const url = `${platformUrl.replace(/\/+$/, '')}/Appointment`;
  try {
    const response = await fetch(
      new Request(method === 'PUT' ? `${url}?${criterion}` : url, {
        method,
        headers: {
          Accept: 'application/fhir+json',
          'Content-Type': 'application/fhir+json',
          ...(method === 'POST' && { 'If-None-Exist': criterion }),
          ...(await headers()),
        },
        body: task.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      }),
    );
    const text = response.ok ? '' : await response.text().catch(() => '');
    if (response.ok) await response.body?.cancel();
    const summary = `HTTP ${response.status}`;
    return {
      status: response.status,
      retryAfter: readRetryAfter(response.headers.get('retry-after'), Date.now()),
      summary,
      reason: `${summary} ${text.replace(/\s+/g, ' ').slice(0, LONGEST_REASON)}`.trim(),
    };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : 'no answer';
    return { status: null, retryAfter: null, summary: reason, reason };
  }
}

/**
 * Reads `Retry-After`, in either of its forms (RFC 9110, 10.2.3).
 *
 * @param now in ms since 1970.
 * @returns seconds; null when it is absent or neither a number nor a date.
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text);
  // `Date.parse` takes many a text that is no date of HTTP.
  const at = /^[A-Z][a-z]+, /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : Math.max((at - now) / 1000, 0);
}
