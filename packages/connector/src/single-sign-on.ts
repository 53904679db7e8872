import type { RegulatorId } from '@sas-kit/fhir';
import { normalId } from './accounts/criterion.ts';
import type { RegulatorAccount, RegulatorStore } from './accounts/account.ts';

/** What a link from SAS says of where it comes from. */
export type Origin =
  /** No `origin`: a visitor of the vendor's own, who gets the vendor's own login page. */
  | { readonly kind: 'none' }
  /** SAS, by one of the names agreed with it. */
  | { readonly kind: 'sas'; readonly name: string }
  /** Another name, or several: nobody's. */
  | { readonly kind: 'unknown' };

/**
 * Reads the `origin` that SAS appends to a booking address (flow V2). It is appended as it is, so a
 * second `?` or a doubled `&` before it is understood.
 *
 * @param url address or path of the request.
 * @param names as agreed with SAS: `sas` in production, `sas-preprod` before.
 */
export function readOrigin(url: string, names: readonly string[] = ['sas']): Origin {
  const given = parameters(url).getAll('origin');
  const [name, ...others] = new Set(given);
  if (name === undefined) return { kind: 'none' };
  if (others.length > 0 || !names.includes(name)) return { kind: 'unknown' };
  return { kind: 'sas', name };
}

function parameters(url: string): URLSearchParams {
  const query = /^[^?#]*\?([^#]*)/.exec(url)?.[1] ?? '';
  return new URLSearchParams(query.replaceAll('?', '&'));
}

/** The address of the agenda again without `origin`, a path of the vendor's own site. */
function agendaOf(url: string): string {
  // Only path and query are kept: an address of another site would make an open redirect.
  const { pathname, search } = new URL(url, 'http://connector.invalid');
  const query = parameters(search);
  query.delete('origin');
  const text = query.toString();
  return `/${pathname.replace(/^\/+/, '')}${text === '' ? '' : `?${text}`}`;
}

/** Who arrives, by which address, and whom the vendor knows. */
export interface ArrivalOptions {
  /** Address or path of the request. */
  readonly url: string;
  /** Names of SAS. Default `sas` alone. */
  readonly names?: readonly string[];
  /**
   * Who Pro Santé Connect says it is (`SubjectNameID`), when there is a session of theirs; null when
   * there is none. A session of the vendor's own login does not count.
   */
  readonly nationalId: string | null;
  readonly regulators: Pick<RegulatorStore, 'find'>;
}

/** What to answer to somebody who follows a booking address. */
export type Arrival =
  /** Show the vendor's own login: it gives no rights of a regulator. */
  | { readonly kind: 'login' }
  /** Show an error page. */
  | { readonly kind: 'refused'; readonly reason: 'unknown-origin' | 'no-account' | 'disabled' }
  /** Redirect to Pro Santé Connect, then come back to `returnTo`. */
  | { readonly kind: 'authenticate'; readonly returnTo: string }
  /** Open the agenda, with the rights of this regulator for this visit only. */
  | { readonly kind: 'open'; readonly regulator: RegulatorAccount; readonly agenda: string };

/**
 * Decides on an arrival (flow V2): a regulator's rights only when SAS sent them, Pro Santé Connect knows
 * them and INT_R02 made their account; never a second login; without `origin` the vendor's own login.
 */
export async function decideArrival(options: ArrivalOptions): Promise<Arrival> {
  const { url, names, nationalId, regulators } = options;
  const origin = readOrigin(url, names);
  if (origin.kind === 'none') return { kind: 'login' };
  if (origin.kind === 'unknown') return { kind: 'refused', reason: 'unknown-origin' };
  const agenda = agendaOf(url);
  if (nationalId === null) {
    const mark = agenda.includes('?') ? '&' : '?';
    return { kind: 'authenticate', returnTo: `${agenda}${mark}origin=${origin.name}` };
  }
  const identifier: RegulatorId = normalId({ kind: 'national', value: nationalId.trim() });
  const accounts = await regulators.find(identifier);
  const regulator = accounts.find((account) => account.active);
  if (regulator !== undefined) return { kind: 'open', regulator, agenda };
  return { kind: 'refused', reason: accounts.length > 0 ? 'disabled' : 'no-account' };
}
