/** A figure: null where it is masked, undefined where there is nothing to tell, a share of no call. */
export type Told = number | null | undefined;

/** In what it is told. */
export type Unit = 'count' | 'percent' | 'minutes' | 'milliseconds' | 'km' | 'number';

/** One column of a table, and what a chart draws of it. */
export interface Column {
  key: string;
  label: string;
  unit: Unit;
}

/** One line of a table, one place on the axis of a chart. */
export interface Row {
  label: string;
  /** For the axis. */
  short: string;
  values: Readonly<Record<string, Told>>;
}

/** A chart of some columns of its table. */
export interface Chart {
  id: string;
  /** Bars stand on each other; lines each have their own shape. */
  kind: 'bars' | 'lines';
  title: string;
  unit: Unit;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Column of what the bars of a row add up to, where one of them is masked. */
  whole?: string;
  /** Aims, by column; null where none is set. */
  targets?: Readonly<Record<string, number | null>>;
}

/** A figure of the whole period. */
export interface KeyFigure {
  label: string;
  value: Told;
  unit: Unit;
  /** What it should reach; null where no aim is set, undefined where there can be none. */
  target?: number | null;
}

/** What a part of the page shows. */
export interface FigureView {
  keys: readonly KeyFigure[];
  charts: readonly Chart[];
  table: FigureTable;
}

/** The same figures in words and numbers. */
export interface FigureTable {
  caption: string;
  /** Heading of the column of names. */
  rowHeading: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Lines of the whole period, at its foot. */
  totals: readonly Row[];
}
