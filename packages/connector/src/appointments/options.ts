import type { Finding, Flow } from '@sas-kit/fhir';
import type { RetryRules } from './decide-retry.ts';
import type { AppointmentQueue } from './queue.ts';

/** Where appointments are told (INT_R03), and how. */
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
