import express, { type ErrorRequestHandler, type Express, Router } from 'express';
import { bookInOneStep } from '../one-step/book.ts';
import { cancelInOneStep } from '../one-step/cancel.ts';
import { notFoundPage, errorPage } from '../pages/error-page.ts';
import { documentOf } from '../pages/layout.ts';
import { Sessions } from '../pages/sessions.ts';
import type { Program } from '../program.ts';
import { agendaSource } from '../sas/agenda.ts';
import { mountSas } from '../sas/mount.ts';
import { filesRouter } from './files.ts';
import { secure } from './guard.ts';
import { delaySearches, failSometimes } from './hinder.ts';
import { pagesRouter } from './pages.ts';

/** The HTTP application: the practice's pages, and the interface that SAS asks for. */
export function createApp(program: Program): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(delaySearches(program));
  const sas = Router();
  const agenda = failSometimes(agendaSource(program.store), program);
  const book = bookInOneStep(program.store, program.now);
  const cancel = cancelInOneStep(program.store, program.now);
  const connector = mountSas(sas, program, {
    ...agenda,
    ...(program.bookInOneStep && { book, cancel }),
  });
  const pages = pagesRouter({ program, connector, sessions: new Sessions() });
  // At the root the interface answers whatever no page does.
  if (program.basePath !== '') app.use(sas);
  app.use(filesRouter(program), pages);
  if (program.basePath === '') app.use(sas);
  app.use((_request, response) => {
    secure(response, program.platform);
    response.status(404).type('html').send(documentOf(program, notFoundPage()));
  });
  app.use(failure(program));
  return app;
}

function failure(program: Program): ErrorRequestHandler {
  return (error: Error & { status?: number }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status !== undefined && error.status < 500 ? error.status : 500;
    if (status === 500) program.say(`page: ${error.message}`);
    const page =
      status === 500
        ? errorPage(500, 'Panne', 'Le programme n’a pas pu répondre. Rien n’a été enregistré.')
        : errorPage(status, 'Demande illisible', 'Revenez en arrière, puis recommencez.');
    secure(response, program.platform);
    response.status(status).type('html').send(documentOf(program, page));
  };
}
