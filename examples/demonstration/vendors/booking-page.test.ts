import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { bookingPage } from './booking-page.ts';
import { VENDORS } from './offices.ts';

function pageOf(query: Record<string, string>): string {
  let text = '';
  const response = { writeHead: () => undefined, end: (sent: string) => void (text = sent) };
  bookingPage(VENDORS[0]!, new URLSearchParams(query), response as unknown as ServerResponse);
  return text.replaceAll('\u00a0', ' ');
}

test('the page of a vendor says the time as the elements do, at the practice', () => {
  const creneau = VENDORS[0]!.offices[0]!.ref;
  for (const [debut, said] of [
    ['2026-11-23T08:20:00Z', 'lundi 23 novembre 2026 à 9 h 20.'],
    ['2026-11-23T13:00:00Z', 'lundi 23 novembre 2026 à 14 h.'],
  ] as const)
    assert.ok(pageOf({ creneau, debut }).includes(said), said);
  assert.ok(pageOf({ creneau, debut: 'demain' }).includes('Ce créneau n’existe pas.'));
});
