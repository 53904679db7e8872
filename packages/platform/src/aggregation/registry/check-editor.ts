import { lint } from '@sas-kit/fhir';
import { asObject } from '@sas-kit/fhir/json';
import type { Database } from '../../database/database.ts';
import type { components } from '../../generated/platform.ts';
import type { Asking } from '../asking/asking.ts';
import { askedUntil, type EditorQuestion } from '../asking/asked.ts';
import { type Editor, flowsFor, type Served } from '../editors/editors.ts';
import { EditorFault } from '../asking/fault.ts';
import { countByRule, questionPath, readAnswer, readJson } from '../asking/read-answer.ts';
import type { Received } from '../asking/receive.ts';
import { anyServed } from '../editors/served.ts';
import { toFindings } from './told-editor.ts';

type Probe = components['schemas']['EditorProbe'];

const never = new AbortController().signal;

/** Asks an editor for its metadata and for one of those whom it serves, and says what is wrong. */
export async function checkEditor(
  database: Database,
  asking: Asking,
  editor: Editor,
): Promise<components['schemas']['EditorCheck']> {
  const metadata = await probe(asking, editor, '/metadata', (received) => {
    const type = asObject(readJson(received))?.['resourceType'];
    if (type !== 'CapabilityStatement') throw new EditorFault('no-capability-statement');
    return { slots: null, findings: [] };
  });
  const served = await anyServed(database, editor.id);
  if (served === null) return { metadata, search: null };
  const question = questionAbout(editor, served, await database.now());
  const search = await probe(asking, editor, questionPath(question), (received) => {
    const { agenda, findings } = readAnswer(received, editor.id);
    const broken = countByRule(lint(readJson(received), question.flow));
    return { slots: agenda.slots.length, findings: toFindings({ ...findings, ...broken }) };
  });
  return { metadata, search };
}

function questionAbout(editor: Editor, { kind, nationalId }: Served, now: Date): EditorQuestion {
  const [flow = kind === 'structure' ? 'sos' : 'ps'] = flowsFor(editor, kind);
  return { flow, identifiers: [nationalId], from: now, to: askedUntil(now, now) };
}

async function probe(
  asking: Asking,
  editor: Editor,
  path: string,
  read: (received: Received) => Pick<Probe, 'slots' | 'findings'>,
): Promise<Probe> {
  const started = performance.now();
  const told = (fault: Probe['fault'], detail: string | null) => ({
    passed: fault === null,
    ms: Math.round(performance.now() - started),
    fault,
    detail,
  });
  try {
    const said = read(await asking.get(editor, path, never));
    return { ...told(null, null), ...said };
  } catch (error) {
    if (!(error instanceof EditorFault)) throw error;
    return { ...told(error.fault, error.message), slots: null, findings: [] };
  }
}
