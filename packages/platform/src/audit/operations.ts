import { contract, type Parameter } from '../http/contract.ts';

/** What the audit trail knows of an operation before it runs. */
export interface AuditedOperation {
  id: string;
  right: string | null;
  /** Everything but reading. */
  changes: boolean;
  /** Kind of the record that it is about. */
  kind: string;
  /** Path parameter with the record's id; null where it is made by the call, or is a secret. */
  parameter: string | null;
}

interface RawOperation {
  operationId: string;
  parameters?: Parameter[];
  responses: Record<string, unknown>;
  'x-right'?: string;
}

/**
 * Which record an operation is about, from its path: `/v1/schedules/{scheduleId}/rules` answering 201
 * makes a `rule`; `/v1/appointments/{appointmentId}/cancel` is about that `appointment`.
 */
export function recordOf(
  path: string,
  creates: boolean,
): { kind: string; parameter: string | null } {
  const parts = path.split('/').filter((part) => !['', 'v1', 'fhir'].includes(part));
  const parameter = parts.findLast((part) => part.startsWith('{'))?.slice(1, -1) ?? null;
  if (creates || parameter === null)
    return { kind: singular(parts.at(-1)!.toLowerCase()), parameter: null };
  return { kind: kebab(parameter.replace(/Id$/, '')), parameter };
}

function singular(resource: string): string {
  return resource.replace(/ies$/, 'y').replace(/(?<!new)s$/, '');
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Every operation of the contract, by its id. */
export function auditedOperations(): ReadonlyMap<string, AuditedOperation> {
  const found = new Map<string, AuditedOperation>();
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const [method, value] of Object.entries(item)) {
      if (method === 'parameters') continue;
      const { operationId, parameters = [], responses, 'x-right': right } = value as RawOperation;
      const { kind, parameter } = recordOf(path, method === 'post' && '201' in responses);
      const secret = parameters.some((each) => each.name === parameter && each['x-capability']);
      found.set(operationId, {
        id: operationId,
        right: right === undefined || right === 'open' ? null : right,
        changes: method !== 'get',
        kind,
        parameter: secret ? null : parameter,
      });
    }
  }
  return found;
}
