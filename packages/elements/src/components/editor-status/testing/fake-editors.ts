import type { Editor, EditorCheck, EditorHealth, EditorProbe } from '@sas-kit/client';
import { PreconditionError } from '@sas-kit/client/errors';
import { rememberResponse } from '@sas-kit/client/response-info';
import type { EditorStatusClient } from '../editor-store.ts';

type Editors = EditorStatusClient['editors'];
type Called = 'list' | 'get' | 'update' | 'check';

const health: EditorHealth = {
  lastSuccess: '2026-11-23T14:19:00+01:00',
  lastFailure: null,
  lastReason: null,
  circuit: 'closed',
  answers: { complete: 240, timeout: 0, failed: 0, refused: 0, circuitOpen: 0 },
  errorRate: 0,
  p50Ms: 412,
  p95Ms: 2480,
  findings: [],
  appointmentFindings: [],
};

/** A vendor as an administrator gets it. */
export function vendor(id: string, change: Partial<Editor> = {}): Editor {
  return {
    id,
    name: id,
    state: 'working',
    since: '2026-11-22T08:00:00+01:00',
    endpoint: `https://${id}.example/fhir`,
    flows: ['ps', 'cpts'],
    environment: 'production',
    certificate: null,
    expectedCn: null,
    expectedOu: null,
    deadlineMs: 7000,
    concurrency: 4,
    sendsAppointments: true,
    takesRegulators: true,
    booksInOneStep: false,
    enabled: true,
    notes: '',
    serves: { practitioners: 1280, structures: 1 },
    health,
    created: '2026-10-01T09:00:00+02:00',
    ...change,
  };
}

export const medagenda = vendor('medagenda', { name: 'Médagenda' });

export const docplan = vendor('docplan', {
  name: 'Docplan',
  state: 'unsteady',
  health: {
    ...health,
    lastFailure: '2026-11-23T14:18:00+01:00',
    lastReason: 'no answer within 7000 ms',
    answers: { complete: 85, timeout: 12, failed: 3, refused: 0, circuitOpen: 0 },
    errorRate: 0.15,
    p95Ms: 6900,
    findings: [
      { rule: 'slot-without-end', times: 42 },
      { rule: 'unknown-identifier-system', times: 3 },
    ],
    appointmentFindings: [{ rule: 'appointment-patient', times: 2 }],
  },
  notes: 'Mise à jour annoncée pour décembre.',
});

export const agendix = vendor('agendix', {
  name: 'Agendix',
  state: 'failing',
  since: '2026-11-23T13:50:00+01:00',
  health: {
    ...health,
    lastSuccess: '2026-11-23T13:49:00+01:00',
    lastFailure: '2026-11-23T14:19:30+01:00',
    lastReason: 'connection refused',
    circuit: 'open',
    answers: { complete: 0, timeout: 0, failed: 5, refused: 0, circuitOpen: 96 },
    errorRate: 1,
    p50Ms: null,
    p95Ms: null,
  },
});

export const newcomer = vendor('newcomer', {
  name: 'Nouvel éditeur',
  state: 'unknown',
  serves: { practitioners: 0, structures: 0 },
  health: {
    ...health,
    lastSuccess: null,
    answers: { complete: 0, timeout: 0, failed: 0, refused: 0, circuitOpen: 0 },
    errorRate: null,
    p50Ms: null,
    p95Ms: null,
  },
});

export const resting = vendor('resting', { name: 'Reposé', state: 'disabled', enabled: false });

/** What others than administrators get of it. */
export const narrow = ({ id, name, state, since }: Editor): Editor => ({ id, name, state, since });

export const probe = (change: Partial<EditorProbe> = {}): EditorProbe => ({
  passed: true,
  ms: 180,
  fault: null,
  detail: null,
  slots: null,
  findings: [],
  ...change,
});

/** A registry in memory, with versions: whoever changes a vendor must have read it. */
export class FakeEditors {
  items: Editor[];
  checked: EditorCheck = { metadata: probe(), search: probe({ ms: 412, slots: 18 }) };
  readonly log: { method: Called; input: unknown[] }[] = [];
  /** What a test puts in the place of the answers. */
  answers: Partial<Record<Called, () => Promise<unknown>>> = {};
  /** Somebody else changes a vendor between the reading and the writing. */
  overtaken = false;

  constructor(...items: Editor[]) {
    this.items = items;
  }

  /** The resource of a client that calls it. */
  get resource(): Editors {
    const { list, get, update, check } = this;
    return { list, get, update, check } as Partial<Editors> as Editors;
  }

  inputs(method: Called): unknown[][] {
    return this.log.filter((call) => call.method === method).map(({ input }) => input);
  }

  async #asked(method: Called, ...input: unknown[]): Promise<void> {
    this.log.push({ method, input });
    await this.answers[method]?.();
  }

  /** Two to a page, so that there are pages. */
  readonly list = async ({ cursor = '0' }: { cursor?: string } = {}) => {
    await this.#asked('list', cursor);
    const from = Number(cursor);
    const next = from + 2 < this.items.length ? String(from + 2) : null;
    return { items: this.items.slice(from, from + 2), next };
  };

  readonly get = async (id: string): Promise<Editor> => {
    await this.#asked('get', id);
    const answer = { ...this.items.find((editor) => editor.id === id)! };
    rememberResponse(answer, new Response(null, { headers: { etag: '"7"' } }), {
      idempotencyKey: null,
      attempts: 1,
    });
    return answer;
  };

  readonly update = async (
    id: string,
    change: { enabled?: boolean },
    { ifMatch }: { ifMatch: string },
  ): Promise<Editor> => {
    await this.#asked('update', id, change, ifMatch);
    if (this.overtaken) {
      const facts = { operation: 'test', attempts: 1, status: 412, problem: null } as const;
      throw new PreconditionError({ ...facts, code: 'precondition-failed' });
    }
    const state = change.enabled ? 'unknown' : 'disabled';
    this.items = this.items.map((one) => (one.id === id ? { ...one, ...change, state } : one));
    return this.items.find((editor) => editor.id === id)!;
  };

  readonly check = async (id: string): Promise<EditorCheck> => {
    await this.#asked('check', id);
    return this.checked;
  };
}
