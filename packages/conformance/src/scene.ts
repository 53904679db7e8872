import { type Fixture, type Scene, Skip } from './check.ts';
import type { Config } from './config.ts';
import type { Client } from './http/client.ts';
import type { Ask, Exchange } from './http/exchange.ts';
import type { TrialHub } from './lrm/trial-hub.ts';

/** What the checks of one run have in common. */
export interface Run {
  readonly base: string;
  readonly config: Config;
  readonly client: Client;
  readonly hub: TrialHub | null;
  readonly now: number;
  readonly values: Map<string, unknown>;
  /** Answers that no check can use, and requests without answer, that a check has told. */
  readonly told: Set<unknown>;
}

/** Why a check is skipped that asks for a part of the configuration that is not there. */
export function missing(path: string): Skip {
  return new Skip({
    fr: `la configuration ne donne pas ${path}`,
    en: `the configuration does not give ${path}`,
  });
}

/** The scene of one check: notes what it asks. */
export class CheckScene implements Scene {
  readonly config: Config;
  readonly base: string;
  readonly now: number;
  readonly exchanges: Exchange[] = [];
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
    this.config = run.config;
    this.base = run.base;
    this.now = run.now;
  }

  async ask(request: Ask): Promise<Exchange> {
    const exchange = await this.#run.client.ask(request);
    if (!this.exchanges.includes(exchange)) this.exchanges.push(exchange);
    return exchange;
  }

  get hub(): TrialHub {
    const { hub } = this.#run;
    if (hub === null) throw new Error('this check needs a Hub');
    return hub;
  }

  get<Value>(fixture: Fixture<Value>): Value {
    const value = fixture.of(this.config);
    if (value === undefined) throw missing(fixture.path);
    return value;
  }

  shared<Value>(key: string, make: () => Value): Value {
    const { values } = this.#run;
    if (!values.has(key)) values.set(key, make());
    return values.get(key) as Value;
  }
}
