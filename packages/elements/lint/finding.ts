/** What is wrong in a static file, and where. */
export interface Finding {
  /** An `error` misleads or is not shown; a `warning` is shown and deserves a look. */
  level: 'error' | 'warning';
  /** JSON pointer of the place: `/news/3/published`. */
  pointer: string;
  /** Stable name of the rule. */
  code: string;
  message: string;
}

export type Report = (
  level: Finding['level'],
  pointer: string,
  code: string,
  message: string,
) => void;
