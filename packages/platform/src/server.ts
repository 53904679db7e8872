import { randomUUID } from 'node:crypto';
import type { ServerOptions as SecureServerOptions } from 'node:https';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import {
  parseFhirJson,
  parseForm,
  parseJson,
  parseQueryLater,
  queryText,
  readQuery,
} from './http/bodies.ts';
import { compileContract, FORM, type Operation, type OperationId } from './http/contract.ts';
import { isFhirPath } from './fhir/outcome.ts';
import { answerPreflight, corsHeaders } from './http/cors.ts';
import { CSV, locateInCsv, parseCsv } from './http/csv.ts';
import { answerProblem, missing } from './http/failures.ts';
import type { Answer, Handlers } from './http/handler.ts';
import {
  answerBrokenRequest,
  checkHost,
  listenerOptions,
  type ClientTimeouts,
} from './http/listener.ts';
import { callerName, type RateLimiter } from './http/limits.ts';
import { OpenRequests } from './http/open-requests.ts';
import { headerOf, presentedBy } from './http/presented.ts';
import { type ErrorCode, ProblemError } from './http/problem.ts';
import { checkResponse } from './http/response-check.ts';
import { answerHeaders } from './http/security-headers.ts';
import { checkBody, readParameters } from './http/validation.ts';
import { whenClosed } from './http/when-closed.ts';
import { ANONYMOUS, type Caller } from './identity/caller.ts';
import { type Authenticate, type Presented, unauthenticated } from './identity/authenticate.ts';
import { holds, type Right } from './identity/rights.ts';

export interface ServerOptions {
  handlers: Handlers;
  authenticate: Authenticate;
  /** Below `/fhir`, where a certificate alone tells an editor. */
  authenticateFhir: Authenticate;
  limiter: RateLimiter;
  /** Requests of one caller at once, in this process. */
  openRequests: number;
  timeouts: ClientTimeouts;
  /** Bytes. */
  bodyLimit: number;
  /** Networks of the proxies in front, whose `X-Forwarded-For` is believed. */
  trustProxy: string | false;
  /** Header in which those proxies hand on the client's certificate. */
  certificateHeader: string | null;
  /** For TLS that ends here. */
  https: SecureServerOptions | null;
  /** Seconds that a browser which came over TLS is to come over TLS only; 0 says nothing. */
  hstsSeconds: number;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Where log lines go; standard output by default. */
  logTo?: { write(line: string): void };
  /** Checks every answer against the contract; for tests. */
  validateResponses: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a form. */
    form?: boolean;
    /** The route takes a table, too. */
    csv?: boolean;
    /** The route takes a publishable key in its query. */
    keyInQuery?: boolean;
  }
  interface FastifyRequest {
    caller: Caller;
    /** Code of the problem that was answered; `fhir-` and the status where FHIR's rules refuse. */
    problem?: ErrorCode | `fhir-${number}`;
    presented: Presented;
  }
}

/** Builds the HTTP application: every operation of the contract, and nothing else. */
export function buildServer(options: ServerOptions): FastifyInstance {
  const operations = compileContract();
  const headersOf = ({ id, protocol, headers }: FastifyRequest) => ({
    'x-request-id': id,
    ...answerHeaders({ https: protocol === 'https', hstsSeconds: options.hstsSeconds }),
    ...corsHeaders(headers.origin),
  });
  const app = Fastify({
    ...listenerOptions(options.timeouts, options.https),
    bodyLimit: options.bodyLimit,
    trustProxy: options.trustProxy,
    exposeHeadRoutes: true,
    forceCloseConnections: 'idle',
    genReqId: (request) => requestIdOf(request.headers['x-request-id']),
    // The guide writes both `/Slot` and `/Slot/`.
    rewriteUrl: ({ url = '/' }) => url.replace(/^(\/fhir\/\w+)\/(?=\?|$)/, '$1'),
    routerOptions: { querystringParser: parseQueryLater, maxParamLength: 300 },
    logger: {
      level: options.logLevel,
      base: null,
      serializers: { req: () => ({}) },
      ...(options.logTo === undefined ? {} : { stream: options.logTo }),
    },
    // Fastify's own lines carry the address and the query string.
    logController: new LogController({ disableRequestLogging: true }),
    // What the router cannot read never reaches a hook.
    frameworkErrors(error, request, reply) {
      reply.headers(headersOf(request));
      answerProblem(error, request, reply);
    },
    clientErrorHandler: answerBrokenRequest,
  });
  app.decorateRequest('caller');
  app.decorateRequest('presented');
  const { limiter } = options;
  const open = new OpenRequests(options.openRequests);

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson);
  for (const type of ['application/fhir+json', 'application/json+fhir']) {
    app.addContentTypeParser(type, { parseAs: 'string' }, parseFhirJson);
  }
  app.addContentTypeParser(FORM, { parseAs: 'string' }, parseForm);
  app.addContentTypeParser(CSV, { parseAs: 'string' }, parseCsv);
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) => {
    answerProblem(missing(operations, request), request, reply);
  });

  app.addHook('onRequest', async (request, reply) => {
    request.caller = ANONYMOUS;
    reply.headers(headersOf(request));
    checkHost(request.raw);
    if (answerPreflight(request, reply)) return reply;
    request.presented = presentedBy(request, options.certificateHeader);
    // By the route that was found, not by the text of the address: `/%76` is a `v` too.
    const route = request.routeOptions.url ?? '';
    if (/^\/(oauth|auth)\//.test(route)) reply.headers(await limiter.count(ANONYMOUS, request.ip));
    const fhir = isFhirPath(route);
    if (!fhir && !route.startsWith('/v1')) return undefined;
    try {
      const authenticate = fhir ? options.authenticateFhir : options.authenticate;
      request.caller = await authenticate(request.presented);
    } catch (refused) {
      await limiter.count(ANONYMOUS, request.ip); // guessing costs, too
      throw refused;
    }
    const { setCookie } = request.caller.session ?? {};
    if (setCookie != null) reply.header('set-cookie', setCookie);
    reply.headers(await limiter.count(request.caller, request.ip));
    whenClosed(reply.raw, open.enter(callerName(request.caller, request.ip)));
    return undefined;
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      request: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      roles: request.caller?.identity.roles,
    });
  });

  for (const operation of operations) addRoute(app, operation, options);
  return app;
}

function addRoute(app: FastifyInstance, operation: Operation, options: ServerOptions): void {
  const handle = options.handlers[operation.id] as (call: unknown) => Promise<Answer<unknown>>;
  if (typeof handle !== 'function') throw new Error(`No handler for ${operation.id}`);
  app.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { form: operation.form, csv: operation.csv, keyInQuery: operation.keyInQuery },
    ...(operation.bodyLimit !== null && { bodyLimit: operation.bodyLimit }),
    handler: async (request, reply) => {
      authorise(operation, request.caller);
      const { path, query, header } = readParameters(operation, {
        path: request.params as Record<string, string>,
        query: operation.lenientQuery ? {} : readQuery(request.query),
        header: (name) => headerOf(request, name),
      });
      try {
        checkBody(operation, request.body ?? undefined);
      } catch (error) {
        throw locateInCsv(request.body, error);
      }
      const call = {
        caller: request.caller,
        path,
        query,
        queryText: queryText(request.query),
        header,
        body: request.body,
        presented: request.presented,
        headers: request.headers,
        address: request.ip,
        onEnd: (listener: () => void) => whenClosed(reply.raw, listener),
      };
      const answer = await handle(call).catch((error: unknown) => {
        throw locateInCsv(request.body, error);
      });
      if (options.validateResponses) checkResponse(operation, answer);
      return write(reply, operation.id, answer);
    },
  });
}

/** What a person may do before it accepted the terms of use. */
const BEFORE_TERMS: readonly Right[] = ['session:read', 'session:end', 'terms:accept'];

/** @throws {ProblemError} 401 without credentials, 403 without the right or the terms. */
function authorise(operation: Operation, caller: Caller): void {
  if (operation.right === null) return;
  if (caller.kind === 'anonymous') throw unauthenticated('Send a bearer token or an X-Sas-Key.');
  if (!holds(caller, operation.right)) {
    throw new ProblemError('forbidden', 'None of your roles may do this.');
  }
  if (caller.session?.termsAccepted !== false || BEFORE_TERMS.includes(operation.right)) return;
  throw new ProblemError('terms-not-accepted', 'Accept the terms of use first.');
}

function write(reply: FastifyReply, id: OperationId, answer: Answer<unknown>): FastifyReply {
  reply.code(answer.status).headers({ 'cache-control': 'private, no-store', ...answer.headers });
  if (answer.body === undefined) return reply.send();
  if (answer.headers?.['content-type'] !== undefined) return reply.send(answer.body);
  if (id === 'getDocs') return reply.type('text/html; charset=utf-8').send(answer.body);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body));
}

function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w-]{1,64}$/.test(header) ? header : randomUUID();
}
