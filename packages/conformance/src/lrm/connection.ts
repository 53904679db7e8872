import type { Check, Fault, Scene } from '../check.ts';
import { type Row, toChecks } from '../checks/row.ts';
import { fault } from '../fault.ts';
import type { Queue } from './outcome.ts';

/** Longest wait for a program that reads one queue to read the others, in ms. */
const LATE_MS = 5_000;

function reads(queue: Queue) {
  return async ({ hub }: Scene): Promise<readonly Fault[]> => {
    if (await hub.look(async () => (await hub.consumers(queue)) > 0, LATE_MS)) return [];
    const place = `${hub.client}.${queue}`;
    return [fault(place, 'personne ne lit cette file', 'nobody reads this queue')];
  };
}

const WHAT: Readonly<Record<Queue, Check['title']>> = {
  message: {
    fr: 'la file des messages est lue',
    en: 'the queue of messages is read',
  },
  ack: {
    fr: 'la file des acquittements est lue',
    en: 'the queue of acknowledgements is read',
  },
  info: {
    fr: 'la file des erreurs est lue : sinon nul ne sait qu’une réponse n’est pas arrivée',
    en: 'the queue of errors is read: else nobody knows that an answer did not arrive',
  },
};

const ROWS: readonly Row[] = (['message', 'ack', 'info'] as const).map((queue) => [
  queue,
  WHAT[queue],
  'files d’un client du Hub : {id}.message, {id}.ack, {id}.info',
  {
    fr: `consommer {id}.${queue}, déclarée passivement (un client ne crée aucune file)`,
    en: `consume {id}.${queue}, declared passively (a client makes no queue)`,
  },
  reads(queue),
]);

/** What the program reads. */
export const CONNECTION: readonly Check[] = toChecks('lrm-queues', ROWS);
