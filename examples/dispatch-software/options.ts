import { isHubId } from '@sas-kit/fhir/hub';
import { parseArgs } from 'node:util';
import {
  OptionError,
  type PlatformOptions,
  readPlatform,
  readPort,
} from '../embedding-server/options.ts';
import type { HubOptions } from './desk.ts';

/** What the command line and the environment say. */
export interface Options {
  /** 0 picks a free one. */
  readonly port: number;
  readonly data: string;
  readonly hub: HubOptions | null;
  readonly platform: PlatformOptions | null;
}

export const HELP = `npm run dispatch -- [--option VALUE …]

A small dispatch program (LRM): fictional cases, the SAS search by a link (INT_L01), <sas-orientation>
embedded, and the appointments that come back from the Hub Santé (INT_L02) on the right case.

  --port N          port on 127.0.0.1; 0 picks a free one [8095]
  --data DIR        where cases and messages are kept [.sas-dispatch]
  --platform URL    platform of SAS Kit, http://127.0.0.1:8080; without it no search and no orientation
  --help            this text

From the environment, because they are secrets:
  LRM_HUB                amqps://NAME:PASSWORD@HOST/VHOST of the Hub or of a RabbitMQ (amqp: on the own
                         machine); without it no appointment comes by itself, and the page says so
  LRM_CLIENT             id on the Hub [fr.health.test.samu760]
  LRM_ID, LRM_SECRET
                         client credentials of the platform, role dispatch-software

A RabbitMQ, the queues of the Hub and its messages, to try it without the Hub:
  docker run --rm -p 5672:5672 rabbitmq:3        (or apt-get install rabbitmq-server)
  npx sas-conformance amqp://guest:guest@localhost:5672/ --lrm --config lrm.json
  with {"lrm": {"client": "fr.health.test.samu760", "door": {"url": "http://127.0.0.1:8095/lrm/appointments"}}}
`;

/** @throws {OptionError} that names what cannot be used. */
export function readOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const { port, data, platform } = parse(argv);
  return {
    port: readPort(port ?? '8095'),
    data: data ?? '.sas-dispatch',
    hub: hubOf(environment),
    platform: platform === undefined ? null : readPlatform(platform, environment, 'LRM'),
  };
}

function parse(argv: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { port: text, data: text, platform: text };
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new OptionError(`${(error as Error).message}.`);
  }
}

function hubOf(environment: NodeJS.ProcessEnv): HubOptions | null {
  const url = environment['LRM_HUB'] ?? '';
  if (url === '') return null;
  if (!/^amqps?:\/\/./.test(url))
    throw new OptionError('LRM_HUB: amqps://NAME:PASSWORD@HOST/VHOST is expected.');
  const client = environment['LRM_CLIENT'] ?? 'fr.health.test.samu760';
  if (!isHubId(client)) throw new OptionError('LRM_CLIENT: an id of the Hub is expected.');
  return { url, client };
}
