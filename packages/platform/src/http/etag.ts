import { ProblemError } from './problem.ts';

/** A resource and the version that its ETag tells. */
export interface Versioned<T> {
  resource: T;
  version: number;
}

/** Entity tag of a row's version. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version that the caller last read; null for `*`, whatever stands.
 *
 * @throws {ProblemError} 428 without `If-Match`, 412 where it is no tag of this server.
 */
export function requiredVersion(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) throw new ProblemError('precondition-required');
  if (ifMatch.trim() === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new ProblemError('precondition-failed');
  return Number(version);
}

/** @throws {ProblemError} 412 where the row has moved on. */
export function checkVersion(ifMatch: string | undefined, version: number): void {
  const wanted = requiredVersion(ifMatch);
  if (wanted !== null && wanted !== version) throw new ProblemError('precondition-failed');
}
