import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appointmentFault, noSchemas } from '../testing/hub-schemas.ts';
import { noBroker, withHub } from '../testing/test-hub.ts';
import { until } from '../testing/until.ts';

test(
  'what is sent follows the schemas of the Hub, whatever it tells',
  { skip: noBroker || noSchemas },
  () => {
    let looked = 0;
    const faultOf = appointmentFault();
    const schemaFault = (message: unknown) => {
      looked += 1;
      return faultOf(message);
    };
    return withHub(
      async (hub) => {
        assert.match(faultOf({ ...SAMPLE, descriptor: undefined }) ?? '', /descriptor/);
        await hub.dispatchSoftware({});
        const [booked, cancelled] = [await hub.book(), await hub.book('call-taker')];
        await hub.platform.call('POST', `/v1/appointments/${cancelled}/cancel`, {
          as: 'regulator',
        });
        await hub.platform.setClock(new Date(Date.now() + 4 * 3_600_000).toISOString());
        await hub.platform.call('PATCH', `/v1/appointments/${booked}`, {
          as: 'practitioner',
          body: { status: 'fulfilled' },
        });
        for (const appointment of [booked, cancelled])
          await until(async () => (await hub.told(appointment)).step === 'INTEGRE');
        assert.ok(looked >= 4);
      },
      { schemaFault },
    );
  },
);

/** The way to the message inside; what it lacks is found. */
const SAMPLE = {
  content: [{ jsonContent: { embeddedJsonContent: { message: { appointment: {} } } } }],
};
