import { type Scene, Skip } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';

/** A CapabilityStatement that nobody has checked. */
export interface Statement {
  readonly exchange: Exchange;
  readonly json: Readonly<Record<string, unknown>>;
}

export const METADATA = '/metadata';

/** The CapabilityStatement in an answer; null when there is none. */
export function statementIn(exchange: Exchange): Statement | null {
  const { json, status } = exchange;
  if (status !== 200 || typeof json !== 'object' || json === null) return null;
  const object = json as Readonly<Record<string, unknown>>;
  return object['resourceType'] === 'CapabilityStatement' ? { exchange, json: object } : null;
}

/** Whether an answer is one. */
export function isStatement(exchange: Exchange): boolean {
  return statementIn(exchange) !== null;
}

/** @throws {Skip} where `metadata/present` says what is wrong. */
export async function statementOf(scene: Scene): Promise<Statement> {
  const statement = statementIn(await scene.ask({ path: METADATA }));
  if (statement !== null) return statement;
  throw new Skip({
    fr: 'GET /metadata ne répond pas de CapabilityStatement',
    en: 'GET /metadata answers no CapabilityStatement',
  });
}
