import type { Audience } from '@sas-kit/connector';
import { type Desk, slotPath } from '../pages/desk.ts';
import { errorPage, notFoundPage } from '../pages/error-page.ts';
import { done, type Reply } from '../pages/reply.ts';
import { AUDIENCES } from '../pages/words.ts';

/** What a form sends: a switch that is off sends nothing. */
export type Form = Readonly<Record<string, unknown>>;

/** A text of a form; empty when it is missing or repeated. */
export function textOf(form: Form, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.trim() : '';
}

const isOn = (form: Form, name: string): boolean => form[name] === '1';

const unreadable = (): Reply =>
  errorPage(400, 'Formulaire incomplet', 'Revenez en arrière, puis recommencez.');

/** What a practitioner agrees to. */
export function agree({ program }: Desk, id: string, form: Form): Reply {
  const { people } = program.store;
  if (people.practitioner(id) === null) return notFoundPage();
  people.agree(id, isOn(form, 'consent'), isOn(form, 'publicDisplay'));
  return done(`/praticiens/${encodeURIComponent(id)}`, 'accords');
}

/** The secretary takes a slot for somebody of the practice: no message goes to SAS. */
export function book({ program }: Desk, id: string): Reply {
  const { slots, bookings } = program.store;
  if (slots.find(id) === null) return notFoundPage();
  const booking = bookings.take(id, '', program.now());
  return done(slotPath({ id }), booking === null ? 'pris' : 'reserve');
}

export function cancel({ program }: Desk, id: string, form: Form): Reply {
  const { bookings } = program.store;
  const booking = bookings.find(textOf(form, 'rendez-vous'));
  if (booking === null || booking.slot !== id) return notFoundPage();
  return done(
    slotPath({ id }),
    bookings.cancel(booking.id, program.now()) ? 'annule' : 'deja-annule',
  );
}

/** Sets a slot aside, or offers it again. */
export function setState({ program }: Desk, id: string, form: Form): Reply {
  const { slots } = program.store;
  const state = textOf(form, 'etat');
  if (slots.find(id) === null) return notFoundPage();
  if (state !== 'libre' && state !== 'indisponible') return unreadable();
  slots.setBusy(id, state === 'indisponible');
  return done(slotPath({ id }), state);
}

/** Who gets a slot. */
export function share({ program }: Desk, id: string, form: Form): Reply {
  const { slots } = program.store;
  const audience = textOf(form, 'audience');
  if (slots.find(id) === null) return notFoundPage();
  if (!isAudience(audience)) return unreadable();
  const consent = isOn(form, 'consent');
  slots.share(id, { audience, consent, publicDisplay: isOn(form, 'publicDisplay') });
  return done(slotPath({ id }), 'partage');
}

const isAudience = (text: string): text is Audience => Object.hasOwn(AUDIENCES, text);
