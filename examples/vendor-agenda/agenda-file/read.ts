import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AgendaFile } from './agenda-file.ts';
import { contentFaults, danglingReferences, type Fault, schemaFault } from './faults.ts';

const SCHEMA = new URL('agenda.schema.json', import.meta.url);
const MOST_TOLD = 10;

/** An agenda file that cannot be loaded; the message names each fault and its place. */
export class AgendaFileError extends Error {
  override readonly name = 'AgendaFileError';
}

/** An agenda file, read. */
export interface ReadAgenda {
  readonly agenda: AgendaFile;
  /** Of its text: the same file is loaded once. */
  readonly digest: string;
  /** What is loaded as it is, but will not be sent. */
  readonly notices: readonly Fault[];
}

/** @throws {AgendaFileError} when it is missing, no JSON, or does not fit the schema. */
export async function readAgendaFile(path: string, now: Date): Promise<ReadAgenda> {
  const text = await textOf(path);
  const content = parse(text, path);
  const schema = JSON.parse(await readFile(SCHEMA, 'utf8')) as Record<string, unknown>;
  const validate = new Ajv2020({ allErrors: true }).compile<AgendaFile>(schema);
  if (!validate(content)) throw told(path, (validate.errors ?? []).map(schemaFault));
  const faults = contentFaults(content, now);
  if (faults.length > 0) throw told(path, faults);
  return {
    agenda: content,
    digest: createHash('sha256').update(text).digest('hex'),
    notices: danglingReferences(content),
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new AgendaFileError(`Agenda file ${path}: ${why}.`);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AgendaFileError(`Agenda file ${path}: it is no JSON: ${(error as Error).message}`);
  }
}

/** One line a fault. */
export function faultLine({ place, message }: Fault): string {
  return `  ${place === '' ? 'the file' : place} ${message}`;
}

function told(path: string, faults: readonly Fault[]): AgendaFileError {
  const lines = faults.slice(0, MOST_TOLD).map(faultLine);
  const more = faults.length - lines.length;
  if (more > 0) lines.push(`  and ${more} more`);
  return new AgendaFileError(`Agenda file ${path} does not fit:\n${lines.join('\n')}`);
}
