import type { Finding } from '@sas-kit/fhir';
import { servesPractitioner } from '../../aggregation/editors/served.ts';
import type { Sql } from '../../database/database.ts';

/** A message about a practitioner for whom its editor does not speak. */
export class NotServed extends Error {
  override readonly name = 'NotServed';
  readonly finding: Finding = {
    rule: 'editor-practitioner',
    severity: 'error',
    place: 'Appointment.participant',
    message: {
      fr: 'praticien que cet éditeur n’est pas déclaré servir',
      en: 'a practitioner whom this editor is not declared to serve',
    },
  };
}

/**
 * An editor speaks for those whom it serves: another one's agenda is not its to fill.
 *
 * @param practitioner national id; sites of associations have none.
 * @throws {NotServed}
 */
export async function checkServed(
  sql: Sql,
  editor: string,
  practitioner: string | undefined,
): Promise<void> {
  if (practitioner === undefined) return;
  if (!(await servesPractitioner(sql, editor, practitioner))) throw new NotServed();
}
