import {
  formatInstant,
  quoted,
  readBundle,
  readOperationOutcome,
  searchParts,
  searchPath,
} from '@sas-kit/fhir';
import { asList, asObject, asText } from '@sas-kit/fhir/json';
import type { EditorAnswer, EditorQuestion } from './asked.ts';
import { EditorFault } from './fault.ts';
import type { Received } from './receive.ts';

/** More entries than this are read by nobody; 25 practitioners have about 1,500 in three days. */
const MOST_ENTRIES = 20_000;
/** Objects and lists of an answer; one of 4 MB that says something has 90,000. */
const MOST_PARTS = 150_000;
const [OBJECT, LIST] = Buffer.from('{[');

/** The search of the guide, below the base of the editor. */
export function questionPath({ flow, identifiers, from, to }: EditorQuestion): string {
  const written = (instant: Date) => formatInstant(instant.getTime(), 'Europe/Paris');
  return searchPath(flow, searchParts(flow, identifiers, { ge: written(from), le: written(to) }));
}

/**
 * What an editor said, as a plain agenda.
 *
 * @throws {EditorFault} for what is no answer: never taken for one without slots.
 */
export function readAnswer(
  received: Received,
  editor: string,
): Pick<EditorAnswer, 'findings'> & { agenda: NonNullable<EditorAnswer['agenda']> } {
  const json = readJson(received);
  const type = asText(asObject(json)?.['resourceType']);
  if (type !== 'Bundle') throw new EditorFault('no-bundle', outcomeText(json) || quoted(type));
  const entries = asList(asObject(json)?.['entry']).length;
  if (entries > MOST_ENTRIES) throw new EditorFault('too-large', `${entries} entries`);
  const { agenda, total, findings } = readBundle(json, { editor });
  const errors = findings.filter(({ severity }) => severity === 'error');
  // An answer of which nothing is understood is not one without slots. Busy slots are: those are left out.
  const lost = errors.find(({ rule }) => rule !== 'read-status');
  if (agenda.slots.length === 0 && lost !== undefined) {
    throw new EditorFault('unreadable', `${lost.message.en} (${lost.place})`);
  }
  if (total !== null && total > 0 && entries === 0) {
    throw new EditorFault('unreadable', `it tells of ${total} and holds none`);
  }
  return { agenda, findings: countByRule(findings) };
}

/** JSON of an answer that says yes. @throws {EditorFault} for another, or for one that is no JSON. */
export function readJson({ status, body }: Received): unknown {
  const json = jsonOf(body);
  if (status < 200 || status >= 300) throw refusal(status, json);
  if (json === undefined)
    throw new EditorFault('not-json', quoted(body.subarray(0, 80).toString()));
  return json;
}

/**
 * What an editor said, as JSON; a byte order mark is tolerated. Undefined for what is no JSON.
 *
 * @throws {EditorFault} for one that would cost more than it can say.
 */
export function jsonOf(body: Buffer): unknown {
  if (partsOf(body) > MOST_PARTS) throw new EditorFault('too-large', 'made of too many parts');
  try {
    return JSON.parse(body.toString('utf8').replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** Objects and lists, counted before they are made: empty ones cost two hundred times what they weigh. */
function partsOf(body: Buffer): number {
  let parts = 0;
  if (body.length < MOST_PARTS) return parts;
  for (const byte of body) if (byte === OBJECT || byte === LIST) parts += 1;
  return parts;
}

function refusal(status: number, json: unknown): EditorFault {
  const said = outcomeText(json);
  const detail = said === '' ? `HTTP ${status}` : `HTTP ${status}, ${said}`;
  return new EditorFault(status >= 400 && status < 500 ? 'refused' : 'server-error', detail);
}

/** The first thing that an OperationOutcome says; empty for anything else. */
function outcomeText(json: unknown): string {
  const [issue] = readOperationOutcome(json) ?? [];
  return issue === undefined ? '' : quoted(issue.text);
}

/** Answers below 500 that say nothing about what was asked: another time they may be others. */
const PASSING = [408, 423, 425, 429];

/** Whether another time the editor may answer otherwise. */
export function isPassing(status: number): boolean {
  return status >= 500 || PASSING.includes(status);
}

/** How often each rule was broken. */
export function countByRule(findings: readonly { rule: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
