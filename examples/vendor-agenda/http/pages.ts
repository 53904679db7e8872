import express, { type Request, type Response, Router } from 'express';
import { accountsPage } from '../pages/accounts-page.ts';
import { agendaPage } from '../pages/agenda-page.ts';
import { arrive } from '../pages/arrival-page.ts';
import { bookingPage } from '../pages/booking-page.ts';
import { confirmationPage } from '../pages/confirmation-page.ts';
import { type Desk, ownerOf } from '../pages/desk.ts';
import { notFoundPage } from '../pages/error-page.ts';
import { homePage } from '../pages/home-page.ts';
import { documentOf } from '../pages/layout.ts';
import { platformPage } from '../pages/platform-page.ts';
import type { Reply } from '../pages/reply.ts';
import { isBookingAddress, signIn, signInPage } from '../pages/sign-in-page.ts';
import { slotPage } from '../pages/slot-page.ts';
import { agree, book, cancel, setState, share, textOf } from './actions.ts';
import { sessionOf, setSession } from './cookies.ts';
import { guard } from './guard.ts';

type Show = (request: Request) => Reply | Promise<Reply>;

/** The secretary's pages, and where booking addresses lead. */
export function pagesRouter(desk: Desk): Router {
  const { program } = desk;
  const router = Router();
  const checked = guard(program.platform);
  const form = express.urlencoded({ extended: false, limit: '10kb' });
  const get = (path: string, show: Show) => router.get(path, checked, answering(desk, show));
  const post = (path: string, act: Show) => router.post(path, checked, form, answering(desk, act));

  get('/', () => ({ redirect: '/agenda' }));
  get('/agenda', () => homePage(desk));
  get('/praticiens/:id', (request) => ownAgenda(desk, 'practitioner', request));
  get('/sites/:id', (request) => ownAgenda(desk, 'site', request));
  post('/praticiens/:id/accords', (request) => agree(desk, idOf(request), bodyOf(request)));
  get('/creneaux/:id', (request) => {
    const slot = program.store.slots.find(idOf(request));
    return slot === null ? notFoundPage() : slotPage(desk, slot, request.query['fait']);
  });
  post('/creneaux/:id/reserver', (request) => book(desk, idOf(request)));
  post('/creneaux/:id/annuler', (request) => cancel(desk, idOf(request), bodyOf(request)));
  post('/creneaux/:id/etat', (request) => setState(desk, idOf(request), bodyOf(request)));
  post('/creneaux/:id/partage', (request) => share(desk, idOf(request), bodyOf(request)));
  get('/regulateurs', () => accountsPage(desk));
  get('/plateforme', () => platformPage(desk));
  for (const path of ['/rdv', '/sos']) {
    get(path, (request) => arrive(desk, arriving(desk, request)));
    post(path, (request) => bookForRegulator(desk, request));
  }
  get('/rdv/confirmation/:id', (request) => {
    const booking = program.store.bookings.find(idOf(request));
    return booking === null ? notFoundPage() : confirmationPage(desk, booking);
  });
  get('/pro-sante-connect', (request) => {
    const returnTo = request.query['retour'];
    const known = typeof returnTo === 'string' && isBookingAddress(returnTo);
    return known ? signInPage(desk, returnTo) : notFoundPage();
  });
  post('/pro-sante-connect', (request) => {
    const sent = bodyOf(request);
    const nationalId = textOf(sent, 'autre') || textOf(sent, 'identifiant');
    return signIn(desk, { returnTo: textOf(sent, 'retour'), nationalId });
  });
  return router;
}

function answering({ program }: Desk, show: Show) {
  return async (request: Request, response: Response): Promise<void> => {
    const reply = await show(request);
    if ('redirect' in reply) {
      if (reply.session !== undefined) setSession(response, reply.session);
      return response.redirect(303, reply.redirect);
    }
    response
      .status(reply.status ?? 200)
      .type('html')
      .send(documentOf(program, reply));
  };
}

const idOf = ({ params }: Request): string => String(params['id']);

const bodyOf = ({ body }: Request) => (body ?? {}) as Readonly<Record<string, unknown>>;

const arriving = ({ sessions }: Desk, request: Request) => ({
  url: request.originalUrl,
  nationalId: sessions.who(sessionOf(request)),
});

function ownAgenda(
  desk: Desk,
  kind: 'practitioner' | 'site',
  request: Request,
): Reply | Promise<Reply> {
  const owner = ownerOf(desk.program, kind, idOf(request));
  return owner === null ? notFoundPage() : agendaPage(desk, owner, request.query);
}

function bookForRegulator(desk: Desk, request: Request): Promise<Reply> {
  const { program, connector } = desk;
  return arrive(desk, arriving(desk, request), async (regulator, target) => {
    const wanted = textOf(bodyOf(request), 'creneau');
    const { sent } = await connector.explain(wanted);
    const booking = sent ? program.store.bookings.take(wanted, regulator.id, program.now()) : null;
    if (booking !== null) return { redirect: `/rdv/confirmation/${booking.id}` };
    return bookingPage(desk, regulator, target, request.originalUrl, 'pris');
  });
}
