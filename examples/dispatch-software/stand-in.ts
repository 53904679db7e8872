/**
 * The Hub Santé for one machine: a stand-in of its dispatcher on a RabbitMQ of yours (`AMQP_URL`). It tells the
 * demonstration (`SAS_URL`, `SAS_CREDENTIALS`) with which dispatch software the desk of Le Havre works.
 */
import { readFile } from 'node:fs/promises';
import { createSasClient } from '@sas-kit/client';
import { startHubStandIn } from '@sas-kit/connector/hub-stand-in';

const {
  AMQP_URL: url = 'amqp://guest:guest@localhost:5672/',
  SAS_URL: baseUrl = 'http://127.0.0.1:8080',
  SAS_CREDENTIALS = '.sas-data.credentials',
} = process.env;
const PLATFORM = 'fr.health.test.ptfsas';
const DISPATCH = 'fr.health.test.samu760';

const standIn = await startHubStandIn({
  url,
  clients: [PLATFORM, DISPATCH],
  onRefused: ({ statusCode, routingKey }) => console.error(`${statusCode} for ${routingKey}`),
});
process.once('SIGINT', () => void standIn.stop());
console.log(`the Hub stands in on ${new URL(url).host}`);

const { tokens } = JSON.parse(await readFile(SAS_CREDENTIALS, 'utf8')) as {
  readonly tokens: Readonly<Record<string, string>>;
};
const client = createSasClient({ baseUrl, token: tokens['administrator'] });
await client.transmissions.replaceDispatch('le-havre-fecamp', {
  hubRecipient: DISPATCH,
  desk: { family: 'Régulation', given: 'SAS 76', email: 'regulation@samu760.example' },
});
console.log(`the desk of Le Havre works with ${DISPATCH}`);
