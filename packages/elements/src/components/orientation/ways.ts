import type { TemplateResult } from 'lit';
import type { OrientationWaysStrings } from '../../strings/fr/orientation-ways.ts';
import { destinationPane } from './destination-pane.ts';
import type { OrientationFlow } from './flow.ts';
import type { SlotSearch } from './slot-search.ts';
import type { Telephone, Way } from './telephone.ts';
import { telephonePane } from './telephone-pane.ts';
import type { ChoiceView } from './view.ts';

/** What leads to a destination. */
export interface Roads {
  readonly flow: OrientationFlow;
  readonly search: SlotSearch;
  readonly telephone: Telephone;
}

/** The ways to a destination: the search, or one beside it that is open. */
export class Ways {
  readonly #roads: Roads;
  /** The way besides the search that is open. */
  open: Way | undefined;

  constructor(roads: Roads) {
    this.#roads = roads;
  }

  /** What belongs to one destination is not the next one's. */
  forget(): void {
    this.open = undefined;
    this.#roads.search.forget();
  }

  /** @param texts - those of calls; undefined while they are loaded */
  render(view: ChoiceView, texts: () => OrientationWaysStrings | undefined): TemplateResult {
    const { search, telephone } = this.#roads;
    const calls = this.open && texts();
    if (this.open && calls) {
      const strings = { ...view.strings, ...calls };
      return telephonePane(this.open, telephone, { ...view, strings, close: () => this.#go() });
    }
    return destinationPane(view, search, (chosen) => this.#go(chosen));
  }

  /** Opens a way besides the search, or the search again. */
  #go(way?: Way): void {
    const { flow, search, telephone } = this.#roads;
    this.open = way;
    search.walkIn = '';
    if (way) void telephone.open(way);
    void flow.go('destination');
  }
}
