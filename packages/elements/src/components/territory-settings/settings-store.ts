import type { ReactiveControllerHost } from 'lit';
import type {
  SasClient,
  Territory,
  TerritoryChange,
  TerritoryRegime,
  TerritoryUpdate,
} from '@sas-kit/client';
import type { RegimeAnswer } from '@sas-kit/client/regime';
import { responseInfo } from '@sas-kit/client/response-info';
import { codeOf } from '../../base/base-element.ts';
import { localToInstant } from '../../format/instants.ts';
import {
  changedParts,
  type Draft,
  draftOf,
  idOfPointer,
  type Part,
  type Path,
  rebase,
  updateOf,
  withValue,
} from './draft.ts';

/** The resources that the element calls. */
export type TerritorySettingsClient = Pick<SasClient, 'territories'>;

/** What the public sees now, and what it would see with the change. */
export interface Seen {
  now: RegimeAnswer;
  then: RegimeAnswer;
  signs: Territory['dangerSigns'];
  effectiveFrom: string;
}

const toAnswer = (regime: TerritoryRegime): RegimeAnswer => ({
  ...regime,
  emergencyNumbers: ['15', '112', '114'],
});

/** What was done last, or why it was not. */
export type Outcome =
  | { kind: 'saved' | 'withdrawn' | 'nothing' }
  | { kind: 'scheduled'; at: string }
  | { kind: 'faulty'; count: number }
  | { kind: 'conflict'; both: readonly Part[] }
  | { kind: 'failed'; code: string };

interface Read {
  territory: Territory;
  etag: string;
  pending: readonly TerritoryChange[];
}

/** What a lead reads and writes of its territory: no call of it loses what was typed. */
export class SettingsStore {
  territory: Territory | undefined;
  pending: readonly TerritoryChange[] = [];
  base: Draft | undefined;
  draft: Draft | undefined;
  /** Codes by the id of the field. */
  faults: Readonly<Record<string, string>> = {};
  /** `2027-01-04T08:00` on the territory's clocks; empty, at once. */
  effective = '';
  seen: Seen | undefined;
  outcome: Outcome | undefined;
  busy = false;
  /** Id of the change that the reader is asked about. */
  asked = '';
  #etag = '';
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Reads the territory and what waits, both as they are now. */
  async read(
    { territories }: TerritorySettingsClient,
    id: string,
    signal?: AbortSignal,
  ): Promise<Read> {
    const options = signal ? { signal } : {};
    const territory = await territories.get(id, options);
    const { items } = await territories.changes(id, { limit: 100 }, options);
    return { territory, etag: responseInfo(territory)?.etag ?? '*', pending: items };
  }

  /** Shows what was read, in place of what was written. */
  begin(read: Read): void {
    this.#take(read);
    this.draft = this.base;
    this.faults = {};
    this.seen = this.outcome = undefined;
    this.effective = '';
  }

  #take({ territory, etag, pending }: Read): void {
    this.territory = territory;
    this.pending = pending;
    this.#etag = etag;
    this.base = draftOf(territory);
    this.#host.requestUpdate();
  }

  get changed(): readonly Part[] {
    return this.base && this.draft ? changedParts(this.base, this.draft) : [];
  }

  /** From when it is to hold, RFC 3339; null, at once. */
  get effectiveFrom(): string | null {
    const [date = '', time = ''] = this.effective.split('T');
    if (date === '' || time === '') return null;
    return localToInstant(date, time.slice(0, 5), this.territory!.timeZone);
  }

  set(path: Path, value: unknown): void {
    this.draft = withValue(this.draft!, path, value);
    this.#touched();
  }

  at(effective: string): void {
    this.effective = effective;
    this.#touched();
  }

  discard(): void {
    this.draft = this.base;
    this.effective = '';
    this.faults = {};
    this.#touched();
  }

  ask(id: string): void {
    this.asked = id;
    this.#host.requestUpdate();
  }

  /** What was said of the form no longer holds. */
  #touched(): void {
    this.seen = this.outcome = undefined;
    this.#host.requestUpdate();
  }

  #update(): TerritoryUpdate | undefined {
    if (this.changed.length === 0) {
      this.outcome = { kind: 'nothing' };
      return undefined;
    }
    return updateOf(this.base!, this.draft!, this.effectiveFrom);
  }

  /** Asks what the public would see; keeps nothing. */
  preview(client: TerritorySettingsClient): Promise<void> {
    return this.#work(client, async ({ territories }) => {
      const update = this.#update();
      if (!update) return;
      const { id } = this.territory!;
      const result = await territories.preview(id, update);
      const { regime, territory, effectiveFrom } = result;
      const now = toAnswer(await territories.regime(id));
      this.faults = {};
      this.seen = { now, then: toAnswer(regime), signs: territory.dangerSigns, effectiveFrom };
    });
  }

  /** Sends what was changed. */
  save(client: TerritorySettingsClient): Promise<void> {
    return this.#work(client, async ({ territories }) => {
      const update = this.#update();
      if (!update) return;
      const { id } = this.territory!;
      const { change } = await territories.update(id, update, { ifMatch: this.#etag });
      this.begin(await this.read(client, id));
      this.outcome = change ? { kind: 'scheduled', at: change.effectiveFrom } : { kind: 'saved' };
    });
  }

  /** Withdraws a change that waits; what is written stays. */
  withdraw(client: TerritorySettingsClient, changeId: string): Promise<void> {
    return this.#work(client, async ({ territories }) => {
      const { id } = this.territory!;
      await territories.withdrawChange(id, changeId, { ifMatch: this.#etag });
      this.asked = '';
      await this.#follow(client);
      this.outcome = { kind: 'withdrawn' };
    });
  }

  async #work(
    client: TerritorySettingsClient,
    work: (client: TerritorySettingsClient) => Promise<void>,
  ): Promise<void> {
    this.busy = true;
    this.seen = this.outcome = undefined;
    this.#host.requestUpdate();
    try {
      await work(client);
    } catch (error) {
      await this.#refused(client, error);
    }
    this.busy = false;
    this.#host.requestUpdate();
  }

  async #refused(client: TerritorySettingsClient, error: unknown): Promise<void> {
    const code = codeOf(error);
    const { errors = [] } = (error ?? {}) as {
      errors?: readonly { pointer?: string; code: string }[];
    };
    const placed = errors.flatMap(({ pointer = '', code }) =>
      pointer === '' ? [] : [[idOfPointer(pointer), code] as const],
    );
    // Of a part and a field in it, the field is told; of two faults of a field, the first.
    const own = placed.filter(([id]) => !placed.some(([other]) => other.startsWith(`${id}-`)));
    this.faults = Object.fromEntries<string>(own.reverse());
    if (placed.length > 0) {
      this.outcome = { kind: 'faulty', count: Object.keys(this.faults).length };
    } else if (code === 'precondition-failed') {
      try {
        this.outcome = { kind: 'conflict', both: await this.#follow(client) };
      } catch (failure) {
        this.outcome = { kind: 'failed', code: codeOf(failure) };
      }
    } else {
      this.outcome = { kind: 'failed', code };
    }
  }

  /** Reads again, under what was written. Answers the parts that both changed. */
  async #follow(client: TerritorySettingsClient): Promise<readonly Part[]> {
    const read = await this.read(client, this.territory!.id);
    const { draft, both } = rebase(this.base!, this.draft!, draftOf(read.territory));
    this.#take(read);
    this.draft = draft;
    return both;
  }
}
