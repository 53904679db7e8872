import type { ServerResponse } from 'node:http';
import { clockTime } from '../../dispatch-software/pages/times.ts';
import { escapeHtml } from '../escape-html.ts';
import type { DemonstrationVendor } from './offices.ts';

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' });

/** `lundi 23 novembre 2026 à 9 h 20` */
const momentOf = (instant: Date): string => `${day.format(instant)} à ${clockTime(instant)}`;

/** Where a slot of a vendor leads: the vendor's own page, on which nothing can be booked. */
export function bookingPage(
  { name, offices }: DemonstrationVendor,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const office = offices.find(({ ref }) => ref === query.get('creneau'));
  const start = Date.parse(query.get('debut') ?? '');
  const known = office !== undefined && Number.isFinite(start);
  const who = known ? `${office.practitioner.given} ${office.practitioner.family}` : '';
  const text = known
    ? `Ici, le logiciel du cabinet ouvrirait l’agenda de Dr ${who}, ${momentOf(new Date(start))}.`
    : 'Ce créneau n’existe pas.';
  response.writeHead(known ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
  });
  response.end(`<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(name)}</title>
<h1>${escapeHtml(name)}</h1>
<p>${escapeHtml(text)}</p>
<p>Démonstration : rien n’est réservé. Revenez à la recherche et dites ce qu’il en est.</p>
</html>`);
}
