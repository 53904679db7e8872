import { startWithPages } from '../../testing/agenda-pages.ts';
import type { Faulty } from '../../testing/faulty.ts';

const OPEN = { body: '<h1>Agenda de démonstration</h1><p>Lundi 9 h, lundi 10 h</p>' };

/** Agendas that let in whoever comes, or nobody. */
export const SSO_FAULTS: readonly Faulty[] = [
  {
    check: 'sso/without-origin',
    name: 'the agenda opens to all',
    start: () => startWithPages(() => OPEN),
  },
  {
    check: 'sso/without-origin',
    name: 'answers JSON with 200',
    start: () => startWithPages(() => ({ body: '{}', type: 'application/json' })),
  },
  {
    check: 'sso/without-origin',
    name: 'redirects without end',
    start: () => startWithPages((_url, origin) => ({ to: `${origin}/again` })),
  },
  {
    check: 'sso/without-origin',
    name: 'redirects to a file',
    start: () => startWithPages(() => ({ to: 'file:///etc/passwd' })),
  },
  {
    check: 'sso/with-origin',
    name: 'origin is not read',
    start: () => startWithPages(() => ({ body: '<h1>Connexion</h1>' })),
  },
  {
    check: 'sso/unknown-origin',
    name: 'any origin opens the agenda',
    status: 'warning',
    start: () => startWithPages(() => OPEN),
  },
];
