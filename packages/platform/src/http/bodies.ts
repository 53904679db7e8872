import type { FastifyRequest } from 'fastify';
import { isFhirPath } from '../fhir/outcome.ts';
import { FORM } from './contract.ts';
import { ProblemError } from './problem.ts';
import { parseQuery } from './validation.ts';

/** The token endpoint takes a form and nothing else; a parameter that stands twice is refused (RFC 6749, 3.2). */
export function parseForm(
  request: FastifyRequest,
  text: string | Buffer,
  done: (error: Error | null, body?: unknown) => void,
): void {
  try {
    if (request.routeOptions.config.form !== true) {
      throw new ProblemError('unsupported-media-type', 'Send application/json.');
    }
    const entries = [...new URLSearchParams(text.toString())];
    const body = Object.fromEntries(entries);
    if (Object.keys(body).length < entries.length) {
      throw new ProblemError('invalid-body', 'A member stands twice.');
    }
    done(null, body);
  } catch (error) {
    done(error as Error);
  }
}

/** All other operations take JSON and nothing else. */
export function parseJson(
  request: FastifyRequest,
  text: string | Buffer,
  done: (error: Error | null, body?: unknown) => void,
): void {
  if (request.routeOptions.config.form === true) {
    return done(new ProblemError('unsupported-media-type', `Send ${FORM}.`));
  }
  if (text === '') return done(null, undefined);
  try {
    done(null, JSON.parse(text.toString()));
  } catch (error) {
    done(new ProblemError('invalid-json', (error as Error).message.slice(0, 200)));
  }
}

/** Resources of FHIR are taken below `/fhir` alone, under both names that the guide gives their type. */
export function parseFhirJson(
  request: FastifyRequest,
  text: string | Buffer,
  done: (error: Error | null, body?: unknown) => void,
): void {
  if (isFhirPath(request.routeOptions.url ?? '')) return parseJson(request, text, done);
  done(new ProblemError('unsupported-media-type', 'Send application/json.'));
}

/** The framework parses before any hook runs: keep the text, and read it where a fault can be answered. */
export function parseQueryLater(text: string): Record<string, unknown> {
  return { text };
}

/** The query that was kept, as it came. */
export function queryText(query: unknown): string {
  return (query as { text?: string } | undefined)?.text ?? '';
}

/** The query that was kept. @throws {ProblemError} `invalid-format`. */
export function readQuery(query: unknown): Record<string, string | string[]> {
  return parseQuery(queryText(query));
}
