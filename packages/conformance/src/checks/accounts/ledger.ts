import { readRegulator } from '@sas-kit/fhir';
import type { Scene } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';
import { tokenOf } from './people.ts';

type Body = Readonly<Record<string, unknown>>;

/** The accounts that a run has made, by `system|value`, as they were last accepted. */
export function ledgerOf(scene: Scene): Map<string, Body> {
  return scene.shared('accounts/ledger', () => new Map<string, Body>());
}

function tokenIn(body: unknown): string | null {
  const { regulator } = readRegulator(body);
  return regulator === null ? null : tokenOf(regulator.identifier);
}

/** Notes an account that was made or changed, so that it can be disabled at the end. */
export function note(scene: Scene, answer: Exchange, body: unknown, criterion?: string): void {
  if (answer.status >= 300 || typeof body !== 'object' || body === null) return;
  const ledger = ledgerOf(scene);
  if (criterion !== undefined) ledger.delete(criterion);
  const token = tokenIn(body);
  if (token !== null) ledger.set(token, body as Body);
}
