import type {
  Territory,
  TerritoryChange,
  TerritoryChangeResult,
  TerritoryUpdate,
} from '@sas-kit/client';
import { PreconditionError, ValidationError } from '@sas-kit/client/errors';
import { regimeAt, reasonsFr } from '@sas-kit/client/regime';
import { rememberResponse } from '@sas-kit/client/response-info';
import { clock } from '../../../base/clock.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import type { TerritorySettingsClient } from '../settings-store.ts';

type Territories = TerritorySettingsClient['territories'];
type Faults = readonly { pointer: string; code: string }[];

const source = 'Décision de démonstration';

/** The territory that the element changes in its tests. */
export const territory: Territory = {
  ...fixtures.territory,
  id: 'le-havre-fecamp',
  accessNumbers: [
    {
      number: '15',
      label: 'Le 15, jour et nuit',
      regimes: ['sas', 'pdsa'],
      hours: null,
      validFrom: '2023-11-20',
      validUntil: null,
      source,
    },
    {
      number: '116117',
      label: 'Le 116 117',
      regimes: ['sas', 'pdsa'],
      hours: null,
      validFrom: null,
      validUntil: null,
      source,
    },
  ],
  openingHours: [
    {
      validFrom: '2023-11-20',
      validUntil: null,
      sas: [
        { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '20:00' },
        { days: ['sat'], from: '08:00', to: '12:00' },
      ],
      holidays: 'national',
      bridgeDays: [],
      source,
    },
  ],
  statuses: [{ status: 'pilot', from: '2021-01', source }],
  partners: [{ name: 'CPTS de démonstration', kind: 'cpts' }],
  dangerSigns: {
    version: '1',
    date: '2026-11-01',
    source,
    notice: 'texte de démonstration, non validé',
    validatedBy: [],
    fr: ['Douleur forte dans la poitrine', 'En cas de doute, appelez'],
    en: ['Strong pain in the chest', 'If in doubt, call'],
  },
};

/** A change that waits. */
export const waiting: TerritoryChange = {
  id: 'change-1',
  effectiveFrom: '2027-01-04T08:00:00+01:00',
  made: '2026-11-20T10:00:00+01:00',
  changes: { partners: [] },
};

const facts = { operation: 'test', attempts: 1 } as const;

/** The refusal of a form, with the place of every fault. */
export function faulty(...errors: Faults): ValidationError {
  const code = errors[0]!.code as 'invalid-phone';
  const problem = { type: '', title: '', status: 422, code, requestId: 'r', errors } as never;
  return new ValidationError({ ...facts, status: 422, code, problem });
}

export const stale = (): PreconditionError =>
  new PreconditionError({ ...facts, status: 412, code: 'precondition-failed', problem: null });

/** A platform in memory, with versions: whoever changes the territory must have read it. */
export class FakeTerritories implements Territories {
  territory: Territory;
  pending: TerritoryChange[];
  readonly log: { method: keyof Territories; input: unknown[] }[] = [];
  /** What a test puts in the place of the answers. */
  answers: Partial<Record<keyof Territories, () => Promise<unknown>>> = {};
  #version = 1;

  constructor(change: Partial<Territory> = {}, pending: readonly TerritoryChange[] = []) {
    this.territory = { ...territory, ...change };
    this.pending = [...pending];
  }

  /** Somebody else changes it. */
  changeElsewhere(change: Partial<Territory>): void {
    this.territory = { ...this.territory, ...change };
    this.#version += 1;
  }

  inputs(method: keyof Territories): unknown[][] {
    return this.log.filter((call) => call.method === method).map(({ input }) => input);
  }

  async #asked(method: keyof Territories, ...input: unknown[]): Promise<void> {
    this.log.push({ method, input });
    await this.answers[method]?.();
  }

  async get(id: string): Promise<Territory> {
    await this.#asked('get', id);
    const answer = structuredClone(this.territory);
    const headers = { etag: `"${this.#version}"` };
    const response = new Response(null, { headers });
    rememberResponse(answer, response, { idempotencyKey: null, attempts: 1 });
    return answer;
  }

  async list(): Promise<{ items: Territory[]; next: null }> {
    await this.#asked('list');
    return { items: [this.territory], next: null };
  }

  async regime(id: string): ReturnType<Territories['regime']> {
    await this.#asked('regime', id);
    return this.#regime(this.territory, new Date(clock.today()).toISOString());
  }

  #regime(of: Territory, at: string): Awaited<ReturnType<Territories['regime']>> {
    const { emergencyNumbers, next, ...answer } = regimeAt(of, at);
    return {
      ...answer,
      reasonFr: reasonsFr[answer.reason],
      next: next && { ...next, reasonFr: reasonsFr[next.reason] },
      emergencyNumbers: [...emergencyNumbers],
    };
  }

  #result({ effectiveFrom, ...parts }: TerritoryUpdate): TerritoryChangeResult {
    const from = effectiveFrom ?? new Date(clock.today()).toISOString();
    const changed = {
      ...this.territory,
      ...parts,
      publicBooking: { ...this.territory.publicBooking, ...parts.publicBooking },
    } as Territory;
    const regime = this.#regime(changed, from);
    return { change: null, effectiveFrom: regime.asOf, territory: changed, regime };
  }

  async preview(id: string, update: TerritoryUpdate): Promise<TerritoryChangeResult> {
    await this.#asked('preview', id, update);
    return this.#result(update);
  }

  async update(
    id: string,
    update: TerritoryUpdate,
    { ifMatch }: { ifMatch: string },
  ): Promise<TerritoryChangeResult> {
    await this.#asked('update', id, update, ifMatch);
    if (ifMatch !== `"${this.#version}"`) throw stale();
    const result = this.#result(update);
    this.#version += 1;
    if (update.effectiveFrom === undefined) {
      this.territory = result.territory;
      return result;
    }
    const { effectiveFrom, ...parts } = update;
    const change = { ...waiting, id: 'change-2', effectiveFrom, changes: parts } as TerritoryChange;
    this.pending.push(change);
    return { ...result, change };
  }

  async changes(id: string): Promise<{ items: TerritoryChange[]; next: null }> {
    await this.#asked('changes', id);
    return { items: [...this.pending], next: null };
  }

  async withdrawChange(
    id: string,
    changeId: string,
    { ifMatch }: { ifMatch: string },
  ): Promise<void> {
    await this.#asked('withdrawChange', id, changeId, ifMatch);
    if (ifMatch !== `"${this.#version}"`) throw stale();
    this.pending = this.pending.filter((change) => change.id !== changeId);
    this.#version += 1;
  }
}
