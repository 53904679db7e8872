import { createConnector, type AgendaSource, type Connector } from '@sas-kit/connector';
import { expressHandler } from '@sas-kit/connector/express';
import type { IRouter } from 'express';
import type { Program } from '../program.ts';
import { regulatorStore } from './regulators.ts';

/** Puts the interface that SAS asks for under the base path of the program's own server. */
export function mountSas(router: IRouter, program: Program, agenda: AgendaSource): Connector {
  const { basePath, identifierSystem, origin, store, say, now } = program;
  const connector = createConnector({
    agenda,
    regulators: regulatorStore(store.accounts),
    baseUrl: origin + basePath,
    clock: now,
    ...(identifierSystem !== undefined && { identifierSystem }),
    agendaUrl: ({ id, practitioner = '' }) =>
      `${origin}/rdv?${new URLSearchParams({ praticien: practitioner, creneau: id }).toString()}`,
    onFinding: ({ rule, place, message }) => say(`SAS ${rule} ${place}: ${message.fr}`),
    onError: (error, during) => say(`SAS ${during}: ${String(error)}`),
  });
  router.use(basePath || '/', expressHandler(connector.handle));
  return connector;
}
