import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

/** Schemas of SAMU-Hub-Modeles; not part of this repository. */
const models = new URL('../../../../../shared/hub/json-schema/', import.meta.url);

/** Why tests on them are skipped; false where they are. */
export const noSchemas: string | false = existsSync(models)
  ? false
  : 'the schemas of the Hub are not here (../shared/hub)';

/** What a message about an appointment does not follow; null where it follows all. */
export function appointmentFault(): (message: unknown) => string | null {
  // Every file has the same $id, and keywords of its own.
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const load = (name: string) => {
    const schema = JSON.parse(
      readFileSync(new URL(`${name}.schema.json`, models), 'utf8'),
    ) as object;
    return ajv.compile({ ...schema, $id: name });
  };
  const [envelope, header, appointment] = [
    load('EDXL-DE-envelope-only'),
    load('RC-DE'),
    load('RS-SAS-RDV'),
  ];
  return (sent: any) => {
    const message: any = sent.content[0].jsonContent.embeddedJsonContent.message;
    if (!('appointment' in message)) return null;
    envelope(sent);
    header(message);
    appointment(message.appointment);
    const faults = [envelope, header, appointment].flatMap(({ errors }) => errors ?? []);
    return faults.length === 0 ? null : ajv.errorsText(faults);
  };
}
