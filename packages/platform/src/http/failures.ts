import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ConnectionLostError } from '../database/database.ts';
import { FHIR_JSON, isFhirPath, outcomeOfProblem } from '../fhir/outcome.ts';
import { FhirRefusal, WrittenRefusal } from '../fhir/refusal.ts';
import type { Operation } from './contract.ts';
import { ProblemError } from './problem.ts';

/**
 * Answers whatever was thrown as a problem, below `/fhir` as an OperationOutcome; logs of it what quotes no
 * value.
 */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const language = request.headers['accept-language'];
  if (error instanceof FhirRefusal || error instanceof WrittenRefusal) {
    const { status } = error;
    request.problem = `fhir-${status}`;
    if (status >= 500) logFailure(request, error.cause);
    if (error instanceof WrittenRefusal) reply.headers(error.headers);
    const outcome = error instanceof WrittenRefusal ? error.body : error.outcome(language);
    void answerOutcome(reply, status, outcome);
    return;
  }
  const problem = toProblem(error);
  request.problem = problem.code;
  if (problem.status >= 500) logFailure(request, error);
  reply.headers({ 'x-request-id': request.id, ...problem.headers });
  if (isFhirPath(request.routeOptions?.url ?? request.url)) {
    void answerOutcome(reply, problem.status, outcomeOfProblem(problem, language));
    return;
  }
  void reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type(
      // OAuth clients look for `error` in plain JSON.
      problem.extension.error === undefined
        ? 'application/problem+json; charset=utf-8'
        : 'application/json; charset=utf-8',
    )
    .send(JSON.stringify(problem.toProblem(request.id)));
}

function answerOutcome(
  reply: FastifyReply,
  status: number,
  outcome: string | Buffer,
): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type(FHIR_JSON).send(outcome);
}

function logFailure(request: FastifyRequest, error: unknown): void {
  request.log.error({ request: request.id, error: describe(error) });
}

/** A failure's kind and place, without the values that it may quote. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return 'not an error';
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, code, constraint, table, frames };
}

const FRAMEWORK_PROBLEMS: Partial<Record<string, ProblemError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new ProblemError('body-too-large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new ProblemError(
    'unsupported-media-type',
    'Send application/json.',
  ),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new ProblemError('invalid-request'),
  FST_ERR_BAD_URL: new ProblemError('invalid-request', 'The address is not percent-encoded UTF-8.'),
  FST_ERR_MAX_PARAM_LENGTH: new ProblemError('not-found', 'No such resource.'),
};

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, statusCode } = error as Partial<FastifyError>;
  const known = FRAMEWORK_PROBLEMS[code ?? ''];
  if (known !== undefined) return known;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new ProblemError('invalid-request');
  // The database refuses, restarts, or somebody holds a lock for too long: worth another try.
  const lost = error instanceof ConnectionLostError;
  if (lost || /^(08|40|53|55|57)\w{3}$|^ECONN/.test(code ?? '')) {
    return new ProblemError('unavailable', undefined, { headers: { 'retry-after': '2' } });
  }
  return new ProblemError('internal-error');
}

/** What to say where no route was found: 404, or 405 with the methods that there are. */
export function missing(operations: readonly Operation[], request: FastifyRequest): ProblemError {
  const path = request.url.split('?')[0]!;
  const allowed = operations
    .filter((each) => new RegExp(`^${each.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .map((each) => each.method);
  if (allowed.length === 0) return new ProblemError('not-found', 'No such resource.');
  const allow = [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : [])].join(', ');
  return new ProblemError('method-not-allowed', `Allowed: ${allow}.`, { headers: { allow } });
}
