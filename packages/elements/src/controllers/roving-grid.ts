import type { ReactiveController, ReactiveElement } from 'lit';

/** A cell of a grid of days. */
export interface GridCell {
  id: string;
  /** Minutes since midnight, to find the nearest time of another day. */
  minutes: number;
}

/** Cells by day. A day may be empty. */
export type Grid = readonly (readonly GridCell[])[];

/** Cells that a Page key passes. */
const page = 6;

const nearest = (day: readonly GridCell[], minutes: number): GridCell | undefined => {
  const away = (cell: GridCell) => Math.abs(cell.minutes - minutes);
  return [...day].sort((one, other) => away(one) - away(other))[0];
};

/**
 * The cell that a key leads to, undefined where the key is not one of the grid's.
 * Left and right keep the time and change the day, up and down change the time, Home and End go to
 * the ends of the day, with Control to the ends of the grid.
 */
export function cellAfterKey(
  grid: Grid,
  current: string,
  key: string,
  control = false,
): GridCell | undefined {
  const d = grid.findIndex((day) => day.some((cell) => cell.id === current));
  const day = grid[d];
  if (!day) return undefined;
  const t = day.findIndex((cell) => cell.id === current);
  const cell = day[t];
  const along = (steps: number) => day[Math.max(0, Math.min(day.length - 1, t + steps))];
  const beside = (days: Grid) =>
    nearest(days.find((other) => other.length > 0) ?? day, cell?.minutes ?? 0);
  const all = grid.flat();
  switch (key) {
    case 'ArrowRight':
      return beside(grid.slice(d + 1));
    case 'ArrowLeft':
      return beside(grid.slice(0, d).reverse());
    case 'ArrowDown':
      return along(1);
    case 'ArrowUp':
      return along(-1);
    case 'PageDown':
      return along(page);
    case 'PageUp':
      return along(-page);
    case 'Home':
      return (control ? all : day)[0];
    case 'End':
      return (control ? all : day).at(-1);
    default:
      return undefined;
  }
}

const cellOf = (element: EventTarget | null): string | undefined =>
  (element as HTMLElement | null)?.dataset['cell'];

/**
 * Keeps one tab stop per grid and moves focus by keys. Cells carry `data-cell`. Where an update makes a
 * cell another one, focus goes where the cell went: Enter never acts on one that slid under it.
 */
export class RovingGrid implements ReactiveController {
  readonly #active = new Map<string, string>();
  /** The cell that has the focus, before an update. */
  #before: string | undefined;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#active.clear();
  }

  hostUpdate(): void {
    this.#before = cellOf(this.#focus);
  }

  hostUpdated(): void {
    const focus = this.#focus;
    if (!this.#before || this.#before === cellOf(focus)) return;
    // Where the cell is gone, the one in its place: it is read out, as when focus comes to it.
    focus?.blur();
    if (!this.focus(this.#before)) focus?.focus();
  }

  /** Moves focus to a cell. Answers whether it is shown. */
  focus(id: string): boolean {
    const cell = this.#root.querySelector<HTMLElement>(`[data-cell="${CSS.escape(id)}"]`);
    cell?.focus();
    return cell !== null;
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  get #focus(): HTMLElement | null {
    return this.#root.activeElement as HTMLElement | null;
  }

  /** The cell that is the grid's tab stop: the last one visited, else the first. */
  tabStop(gridId: string, grid: Grid): string | undefined {
    const cells = grid.flat();
    const active = this.#active.get(gridId);
    return (cells.find((cell) => cell.id === active) ?? cells[0])?.id;
  }

  onFocus(gridId: string, event: Event): void {
    const cell = cellOf(event.target);
    if (cell === undefined || this.#active.get(gridId) === cell) return;
    this.#active.set(gridId, cell);
    this.#host.requestUpdate();
  }

  onKey(grid: Grid, event: KeyboardEvent): void {
    const from = cellOf(event.target);
    if (from === undefined || event.altKey || event.shiftKey) return;
    const to = cellAfterKey(grid, from, event.key, event.ctrlKey || event.metaKey);
    if (!to) return;
    event.preventDefault();
    this.focus(to.id);
  }
}
