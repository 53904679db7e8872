import { Refusal } from './problem.ts';

/** The headers that tell a record's version. */
export function tagged({ version }: { readonly version: number }): { etag: string } {
  return { etag: `"${version}"` };
}

/** @throws {Refusal} 428 without `If-Match`. */
export function requireMatch(ifMatch: string | undefined): void {
  if (ifMatch === undefined) throw new Refusal('precondition-required');
  if (ifMatch.trim() === '*' || /^(W\/)?"\d{1,9}"$/.test(ifMatch.trim())) return;
  throw new Refusal('precondition-failed');
}

/** @throws {Refusal} 428 without `If-Match`, 412 where the record has moved on. */
export function checkMatch(ifMatch: string | undefined, { version }: { version: number }): void {
  requireMatch(ifMatch);
  const tag = ifMatch!.trim().replace(/^W\//, '');
  if (tag !== '*' && tag !== `"${version}"`) throw new Refusal('precondition-failed');
}
