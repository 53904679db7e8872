import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agendaFile, temporaryFolder } from '../testing/folder.ts';
import { ask, associationSearch, resourcesOf, slotSearch, startsOf } from '../testing/fhir.ts';
import { NOW, startVendor } from '../testing/vendor.ts';

const folder = await temporaryFolder();
const HOUSSART = '810999002024';

test('values typed badly are mended or left out, and the practice is told', async () => {
  const told: string[] = [];
  const practitioners = [
    { id: 'a', nationalId: 'à compléter', family: 'AUCUN' },
    {
      id: 'b',
      nationalId: '10 999 00202 4',
      family: 'HOUSSART',
      given: '',
      phone: 'n/a',
      specialties: [''],
    },
  ];
  const places = [
    { id: 'p', line: '', postalCode: '', city: '', phone: 'voir secrétariat' },
    {
      id: 'q',
      structure: { finess: '' },
      line: ' 3 rue ',
      postalCode: '97 400',
      city: 'Saint-Denis',
    },
  ];
  const slot = { minutes: 15, visibility: ['PUBLIC'] };
  const slots = [
    { ...slot, id: '1', practitioner: 'a', place: 'q', startsIn: 'PT3H' },
    {
      ...slot,
      id: '2',
      practitioner: 'b',
      place: 'q',
      start: '2026-11-23T20:00',
      url: 'nulle part',
    },
    { ...slot, id: '3', practitioner: 'b', place: 'nowhere', startsIn: 'PT3H' },
    { ...slot, id: '4', practitioner: 'b', place: 'q', startsIn: 'PT4H', visibility: [] },
  ];
  const path = await agendaFile(folder, { practitioners, places, slots });
  const { base, origin } = await startVendor(['--agenda', path], {
    say: (line) => told.push(line),
  });
  const { status, body } = await ask(slotSearch(base, [HOUSSART], NOW));
  assert.equal(status, 200);
  assert.deepEqual(startsOf(body), ['2026-11-23T20:00:00.000+04:00']);
  assert.match(resourcesOf(body, 'Slot')[0].comment, new RegExp(`^${origin}/rdv\\?`));
  assert.ok(told.some((line) => line.includes('slots[2].place is not in the file')));
  assert.ok(told.some((line) => line.startsWith('SAS ')));
});

test('a site of which little was filled in is still sent', async () => {
  const site = { name: 'Centre', line: '1 rue', postalCode: '76 600', city: 'Le Havre' };
  const openingHours = [{}, { days: ['mon'] }, { days: ['tue'], opens: 'matin', closes: '' }];
  const sites = [{ ...site, id: 's', phone: '', openingHours }];
  const associations = [{ id: 'a', siret: '3 900 000 200 00 114', sites }];
  const slots = [
    { id: '1', site: 's', startsIn: 'PT3H', minutes: 20, visibility: ['PUBLIC'] },
    { id: '2', site: 'none', startsIn: 'PT3H', minutes: 20, visibility: ['PUBLIC'] },
  ];
  const path = await agendaFile(folder, { practitioners: [], places: [], associations, slots });
  const { base, origin } = await startVendor(['--agenda', path]);
  const { status, body } = await ask(associationSearch(base, ['390000020000114'], NOW));
  assert.equal(status, 200);
  assert.equal(resourcesOf(body, 'Slot').length, 1);
  assert.equal((await fetch(`${origin}/sites/s`)).status, 200);
  assert.equal((await fetch(`${origin}/creneaux/2`)).status, 200);
});
