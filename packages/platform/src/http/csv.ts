import type { FastifyRequest } from 'fastify';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Fault, ProblemError } from './problem.ts';

/** A table as text. */
export const CSV = 'text/csv';

/** Lines of the rows that a body was read from. */
const linesOf = new WeakMap<object, readonly number[]>();

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * Reads a table with a line of column names as a list of objects, for operations that take one. An empty
 * field is a member that is not there.
 */
export function parseCsv(
  request: FastifyRequest,
  text: string | Buffer,
  done: (error: Error | null, body?: unknown) => void,
): void {
  try {
    if (request.routeOptions.config.csv !== true) {
      throw new ProblemError('unsupported-media-type', 'Send application/json.');
    }
    done(null, readRows(text.toString()));
  } catch (error) {
    done(error as Error);
  }
}

function readRows(text: string): Record<string, string>[] {
  const [head, ...rows] = parseLines(text);
  const names = head?.record ?? [];
  if (new Set(names).size < names.length) {
    throw new ProblemError('invalid-body', 'Line 1: a column stands twice.');
  }
  const faults = rows.flatMap(({ record, info }, at): Fault[] => {
    if (record.length === names.length) return [];
    const detail = `line ${info.lines}: ${record.length} fields for ${names.length} columns`;
    return [{ pointer: `/${at}`, code: 'invalid-format', detail }];
  });
  if (faults.length > 0) throw new ProblemError('invalid-format', faults[0]!.detail, { faults });
  const body = rows.map(({ record }) =>
    Object.fromEntries(
      record.flatMap((field, at) => (field === '' ? [] : [[names[at]!, field] as const])),
    ),
  );
  linesOf.set(
    body,
    rows.map(({ info }) => info.lines),
  );
  return body;
}

function parseLines(text: string): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', ';'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
  } catch (error) {
    const { lines } = error as { lines?: number };
    throw new ProblemError('invalid-body', `Line ${lines ?? 1}: not a table of RFC 4180.`);
  }
}

/** The same fault, told also by line and column where the body was a table. */
export function locateInCsv(body: unknown, error: unknown): unknown {
  const lines = typeof body === 'object' && body !== null ? linesOf.get(body) : undefined;
  if (lines === undefined || !(error instanceof ProblemError)) return error;
  const faults = error.faults.map((fault) => {
    const [, row, column] = /^\/(\d+)(?:\/(.+))?$/.exec(fault.pointer ?? '') ?? [];
    const line = lines[Number(row ?? NaN)];
    if (line === undefined) return fault;
    const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
    return { ...fault, detail: `${place}: ${fault.detail}` };
  });
  const { code, extension, headers } = error;
  const detail = faults[0]?.detail ?? error.message;
  return new ProblemError(code, detail, { faults, extension, headers });
}

/**
 * Writes a table: RFC 4180, UTF-8, decimal point, an empty field for null. What a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], {
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
