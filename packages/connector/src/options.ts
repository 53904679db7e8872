import type { Finding, GuideVersion, Slot } from '@sas-kit/fhir';
import type { RegulatorStore } from './accounts/account.ts';
import type { AgendaSource } from './agenda.ts';
import type { AppointmentOptions } from './appointments/options.ts';

/** During what an error came from the vendor's side. */
export type ErrorScene = 'search' | 'account' | 'booking' | 'appointment' | 'request';

/** What a vendor gives the connector. */
export interface ConnectorOptions {
  readonly agenda: AgendaSource;
  /** Without it, `/Practitioner` does not exist. */
  readonly regulators?: RegulatorStore;
  /** Public address of the interface, as SAS knows it: `https://agenda.example/fhir`. */
  readonly baseUrl: string;
  /** System of the vendor's own identifiers, a URL or `urn:oid:…`. Default: `baseUrl`. */
  readonly identifierSystem?: string;
  /** Version of the guide. Default `1.1`, which the official test kit validates against. */
  readonly guide?: GuideVersion;
  /** Longest wait for the agenda, in ms. Default 5,000: SAS waits 7 s, the official kit 1 s. */
  readonly deadlineMs?: number;
  /** Most slots in one answer, the earliest first. Default 3,000. */
  readonly maxSlots?: number;
  /** Largest request body, in bytes. Default 65,536. */
  readonly maxBodyBytes?: number;
  /** Longest request address, in characters. Default 8,192. */
  readonly maxUrlLength?: number;
  /** Most slots kept written between searches, about 2 kB each. Default 50,000. */
  readonly cacheSlots?: number;
  /** Booking address of a slot that has no `url` of its own. */
  readonly agendaUrl?: (slot: Slot) => string | undefined;
  /** INT_R03: tells the platform about appointments that regulators took. */
  readonly appointments?: AppointmentOptions;
  /** The present. Default: the clock of the machine. */
  readonly clock?: () => Date;
  /** Told once for each fault of the agenda that was mended or led to something being left out. */
  readonly onFinding?: (finding: Finding) => void;
  /** Told when the vendor's own functions throw or take too long. Default: `console.error`. */
  readonly onError?: (error: unknown, during: ErrorScene) => void;
}

/** The options with their defaults, checked. */
export interface Settings {
  readonly agenda: AgendaSource;
  readonly regulators: RegulatorStore | null;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly identifierSystem: string;
  readonly guide: GuideVersion;
  readonly deadlineMs: number;
  readonly maxSlots: number;
  readonly maxBodyBytes: number;
  readonly maxUrlLength: number;
  readonly cacheSlots: number;
  readonly agendaUrl: ((slot: Slot) => string | undefined) | undefined;
  readonly clock: () => Date;
  readonly onFinding: (finding: Finding) => void;
  readonly onError: (error: unknown, during: ErrorScene) => void;
}

/** @throws TypeError for a base address that is none, RangeError for a bound that is no number above 0. */
export function settingsOf(options: ConnectorOptions): Settings {
  const base = new URL(options.baseUrl);
  if (!/^https?:$/.test(base.protocol) || base.search !== '' || base.hash !== '') {
    throw new TypeError(`baseUrl must be an http(s) address without query: ${options.baseUrl}`);
  }
  const baseUrl = base.href.replace(/\/+$/, '');
  return {
    agenda: options.agenda,
    regulators: options.regulators ?? null,
    baseUrl,
    identifierSystem: options.identifierSystem ?? baseUrl,
    guide: options.guide ?? '1.1',
    deadlineMs: positive('deadlineMs', options.deadlineMs ?? 5_000),
    maxSlots: positive('maxSlots', options.maxSlots ?? 3_000),
    maxBodyBytes: positive('maxBodyBytes', options.maxBodyBytes ?? 65_536),
    maxUrlLength: positive('maxUrlLength', options.maxUrlLength ?? 8_192),
    cacheSlots: positive('cacheSlots', options.cacheSlots ?? 50_000),
    agendaUrl: options.agendaUrl,
    clock: options.clock ?? (() => new Date()),
    onFinding: options.onFinding ?? (() => undefined),
    onError: options.onError ?? defaultOnError,
  };
}

function positive(name: string, value: number): number {
  if (!(Number.isFinite(value) && value > 0)) throw new RangeError(`${name} must be above 0`);
  return value;
}

function defaultOnError(error: unknown, during: ErrorScene): void {
  // eslint-disable-next-line no-console -- an agenda that fails must be noticed by whoever runs it
  console.error(`sas-connector: ${during} failed`, error);
}
