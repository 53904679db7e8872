import { type Editor, editorOfCertificate } from '../../aggregation/editors/editors.ts';
import type { Sql } from '../../database/database.ts';
import type { Authenticate, ClientCertificate } from '../authenticate.ts';

/**
 * As the national interface wants it: where nothing else is presented, a certificate of which the registry
 * of editors knows common name and unit tells who calls. Whoever ended TLS has verified it.
 */
export function orEditorCertificate(authenticate: Authenticate, database: Sql): Authenticate {
  return async (presented) => {
    const caller = await authenticate(presented);
    if (caller.kind !== 'anonymous' || presented.certificate === undefined) return caller;
    const editor = await editorOf(database, presented.certificate);
    if (editor === null) return caller;
    const subject = `editor:${editor.id}`;
    return {
      kind: 'professional',
      scope: `subject:${subject}`,
      identity: { subject, roles: ['editor'], editor: editor.id },
      fromOrigin: false,
    };
  };
}

/** A certificate whose names fit two editors fits none. */
async function editorOf(sql: Sql, certificate: ClientCertificate): Promise<Editor | null> {
  const { commonName: cn, organizationalUnits } = certificate;
  const units = organizationalUnits.length === 0 ? [null] : organizationalUnits;
  const found = new Map<string, Editor>();
  for (const ou of units) {
    const editor = await editorOfCertificate(sql, { cn, ou });
    if (editor !== null) found.set(editor.id, editor);
  }
  return found.size === 1 ? [...found.values()][0]! : null;
}
