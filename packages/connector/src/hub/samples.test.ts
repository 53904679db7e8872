import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { noBroker, until, withHub } from '../testing/hub.ts';

/** Schemas and samples of SAMU-Hub-Modeles; not part of this repository. */
const models = new URL('../../../../../shared/hub/', import.meta.url);
const skip =
  noBroker || (existsSync(models) ? false : 'the models of the Hub are not here (../shared/hub)');
const read = (path: string): any => JSON.parse(readFileSync(new URL(path, models), 'utf8'));

/** What the official schemas refuse. */
function officialFault(): (message: unknown) => string | null {
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const name of ['EDXL-DE-envelope-only', 'RC-DE', 'RC-REF', 'RS-ERROR', 'RS-SAS-RDV'])
    // Every file has the same $id.
    ajv.addSchema({ ...read(`json-schema/${name}.schema.json`), $id: name });
  const faultOf = (name: string, value: unknown): string | null =>
    ajv.validate(name, value) === true ? null : `${name}: ${ajv.errorsText()}`;
  return (envelope) => {
    const { message } = (envelope as any).content[0].jsonContent.embeddedJsonContent;
    const { appointment, reference, error } = message;
    return (
      faultOf('EDXL-DE-envelope-only', envelope) ??
      (error === undefined ? faultOf('RC-DE', message) : null) ??
      (appointment === undefined ? null : faultOf('RS-SAS-RDV', appointment)) ??
      (reference === undefined ? null : faultOf('RC-REF', reference)) ??
      (error === undefined ? null : faultOf('RS-ERROR', error))
    );
  };
}

test(
  'the seven official samples come through the official schemas, and so does what is answered',
  { skip },
  () =>
    withHub(
      async (hub) => {
        const samples = readdirSync(new URL('examples/RS-SAS-RDV/', models));
        const sent = samples.map((name) => read(`examples/RS-SAS-RDV/${name}`).appointment);
        const taken: unknown[] = [];
        await hub.consumer({
          onAppointment: ({ appointment }) => void taken.push(appointment.appointmentId),
        });
        for (const appointment of sent) {
          const message = hub.write() as any;
          message.content[0].jsonContent.embeddedJsonContent.message.appointment = appointment;
          await hub.send(message);
        }
        // And one that is refused: its answer is an error.
        await hub.put('message', JSON.stringify({ ...hub.write(), content: [] }));
        await until(() => hub.acknowledgements.length === 2 * sent.length);
        await until(() => hub.errors.some(({ errorCode }) => errorCode.statusCode === 300));
        assert.equal(taken.length, 7);
        assert.deepEqual([...taken].sort(), sent.map(({ appointmentId }) => appointmentId).sort());
        assert.deepEqual(
          hub.standIn.refused.filter(({ statusCode }) => statusCode !== 500),
          [],
        );
      },
      { schemaFault: officialFault() },
    ),
);
