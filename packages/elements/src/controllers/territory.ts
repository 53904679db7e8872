import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Territory } from '@sas-kit/client';
import type { TerritoriesResource } from '@sas-kit/client/territories';
import { callableNumber } from '../base/access-number.ts';
import { clock } from '../base/clock.ts';
import { civilTime } from '../format/civil.ts';
import { formatDay } from '../format/formats.ts';
import type { OtherNumber } from '../base/problem.ts';
import type { Language } from './locale.ts';

/** Reads the page's territory once: its number stays known when the platform stops answering. */
export class TerritoryController implements ReactiveController {
  territory: Territory | undefined;
  #asked = '';
  #readOn = '';
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#asked = '';
  }

  async load(id: string, territories: Pick<TerritoriesResource, 'get'>): Promise<void> {
    if (id === '' || id === this.#asked) return;
    this.#asked = id;
    try {
      const territory = await territories.get(id);
      if (id !== this.#asked) return;
      this.territory = territory;
      this.#readOn = civilTime(clock.today(), territory.timeZone).date;
      this.#host.requestUpdate();
    } catch {
      // 15 stands where no other number is known.
    }
  }

  /** The number for needs that are not emergencies, with the day it was read. */
  otherNumber(language: Language): OtherNumber | undefined {
    const known = callableNumber(this.territory?.accessNumbers ?? [], this.#readOn);
    return known && { number: known.number, asOf: formatDay(this.#readOn, language) };
  }
}
