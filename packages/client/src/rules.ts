/**
 * Weekly rules of an agenda, from which slots are made.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions, EditOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { Rule, RulePage, RuleRequest } from './types.ts';

/** Query of `GET /v1/schedules/{scheduleId}/rules`. */
export type RuleQuery = Query<'GET', '/v1/schedules/{scheduleId}/rules'>;

/** Weekly rules, from which slots are made. */
export interface RulesResource {
  /** A page of the rules of an agenda (`listRules`). */
  list(scheduleId: string, query?: RuleQuery, options?: CallOptions): Promise<RulePage>;
  /** Adds a rule; its slots follow (`createRule`). */
  create(scheduleId: string, rule: RuleRequest, options?: CreateOptions): Promise<Rule>;
  /** One rule (`getRule`). `responseInfo` of it holds the `etag`. */
  get(scheduleId: string, ruleId: string, options?: CallOptions): Promise<Rule>;
  /**
   * Replaces a rule; its free occurrences follow, booked ones stay (`updateRule`).
   *
   * @throws PreconditionError when it changed since it was read
   */
  replace(
    scheduleId: string,
    ruleId: string,
    rule: RuleRequest,
    options: EditOptions,
  ): Promise<Rule>;
  /**
   * Ends a rule; its free slots are withdrawn, booked ones stay (`deleteRule`).
   *
   * @throws PreconditionError when it changed since it was read
   */
  remove(scheduleId: string, ruleId: string, options: EditOptions): Promise<void>;
}

/** `client.rules` over a transport of one's own. */
export function rulesResource({ request }: Transport): RulesResource {
  const all = '/v1/schedules/{scheduleId}/rules' as const;
  const one = `${all}/{ruleId}` as const;
  return {
    list: (scheduleId, query, options) =>
      request('GET', all, { ...options, path: { scheduleId }, query }),
    create: (scheduleId, rule, options) =>
      request('POST', all, { ...options, path: { scheduleId }, body: rule }),
    get: (scheduleId, ruleId, options) =>
      request('GET', one, { ...options, path: { scheduleId, ruleId } }),
    replace: (scheduleId, ruleId, rule, options) =>
      request('PUT', one, { ...options, path: { scheduleId, ruleId }, body: rule }),
    remove: (scheduleId, ruleId, options) =>
      request('DELETE', one, { ...options, path: { scheduleId, ruleId } }),
  };
}
