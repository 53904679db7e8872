import type { SasClient } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import type { DraftPlace } from './draft.ts';

/** The commune that a page names, with its zone; undefined where a name is not clear. */
export async function findPlace(
  places: SasClient['places'],
  { place: q, insee }: { readonly place: string; readonly insee: string },
): Promise<DraftPlace | undefined> {
  const named = insee === '' ? undefined : { insee, label: q || insee, timeZone: clock.zone() };
  if (q === '') return named;
  const { items } = await places
    .search({ q, kind: 'commune', limit: 20 })
    .catch(() => ({ items: [] }));
  const same = (label: string) => label.localeCompare(q, 'fr', { sensitivity: 'base' }) === 0;
  const known = items.filter((one) => (insee === '' ? same(one.label) : one.insee === insee));
  const [one, another] = known;
  if (!one?.insee || another) return named;
  return { insee: one.insee, label: one.label, timeZone: one.timeZone };
}
