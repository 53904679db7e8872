import { SAS_PLATFORM_TEST_ID } from '@sas-kit/fhir/hub';
import type { Config } from '../config.ts';
import { TrialHub } from '../lrm/trial-hub.ts';
import { ConfigError } from '../read-config.ts';
import { type Language, stringsOf } from '../report/human.ts';
import { UsageError } from './arguments.ts';

const START_SECONDS = 120;

/** The address of a broker without user and password. */
export function brokerName(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/**
 * Makes the queues of the Hub on a broker, and waits for the program to read its own.
 *
 * @throws {ConfigError} without `lrm`, {UsageError} when there is no broker that may be used, or no program.
 */
export async function openTrial(
  url: string,
  config: Config,
  language: Language,
  stderr: NodeJS.WriteStream,
): Promise<TrialHub> {
  if (config.lrm === null)
    throw new ConfigError(
      'lrm: missing; the shortest: {"lrm": {"client": "fr.health.test.samu760"}}',
    );
  const { client, platform = SAS_PLATFORM_TEST_ID, startSeconds = START_SECONDS } = config.lrm;
  if (client === platform) throw new ConfigError('lrm.client: the same as lrm.platform');
  const { deadlineMs } = config.limits;
  const broker = brokerName(url);
  const hub = await TrialHub.open({ url, client, platform, deadlineMs }).catch((error: unknown) => {
    throw new UsageError(`${broker}: ${adviceFor(error)}`);
  });
  const isRead = async () => (await hub.consumers('message')) > 0;
  if (!(await isRead())) {
    stderr.write(`${stringsOf(language).connect(client, broker, startSeconds)}\n`);
    if (!(await hub.look(isRead, startSeconds * 1_000))) {
      await hub.close();
      throw new UsageError(
        `${client}.message: nobody reads it. Is the program started, on ${broker}, under the id ${client}? It must consume this queue without declaring it (or passively)`,
      );
    }
  }
  return hub;
}

/** What a broker's refusal means. */
function adviceFor(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `nobody listens (${code}). A RabbitMQ for trials: docker run --rm -p 5672:5672 rabbitmq:3, or apt-get install rabbitmq-server`;
  if (/ACCESS.REFUSED/i.test(message)) {
    return /operation|exchange|queue/i.test(message) && !/login/i.test(message)
      ? `the user lacks a right: it must be allowed everything on the vhost, the run plays the Hub (${message})`
      : 'user and password are refused, or the user may not use the vhost';
  }
  if (/NOT.ALLOWED|vhost/i.test(message))
    return `the vhost is not there, or not for this user (${message})`;
  if (/PRECONDITION.FAILED/i.test(message))
    return `an exchange or a queue is there with other arguments: take an empty vhost (${message})`;
  return message;
}
