/** An agenda file as a careless practice fills it in: the printed configuration still fits it. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { namedBy, runConformance } from '../testing/conformance.ts';
import { agendaFile, temporaryFolder } from '../testing/folder.ts';
import { runVendor, VendorProcess } from '../testing/process.ts';

const folder = await temporaryFolder();
const DAY = 24;

const practitioners = [
  { id: 'a', nationalId: '10 999 001 018', family: 'BELLANGER', phone: 'n/a' },
  { id: 'b', nationalId: '10 999 001 026', family: 'CARON', given: 'Lou' },
  {
    id: 'c',
    nationalId: '10 999 001 000',
    family: 'AUBRY',
    given: 'Camille',
    specialties: ['SM54'],
  },
  { id: 'd', nationalId: '76900123', family: 'DUMONT', given: '' },
];
const places = [
  { id: 'no-city', line: '', postalCode: '97400', city: '', phone: '15' },
  { id: 'no-structure', line: '3 rue Basse', postalCode: '76 600', city: 'Le Havre' },
  {
    id: 'whole',
    structure: { finess: '760009001' },
    line: '12 rue des Galets',
    postalCode: '76 600',
    city: 'Le Havre',
    phone: '02 61 91 10 20',
  },
];
const sites = [
  { id: 's1', name: 'Centre', line: '1 rue', postalCode: 'inconnu', city: 'Le Havre' },
  { id: 's2', name: 'Centre Nord', line: '1 rue', postalCode: '76620', city: 'Le Havre' },
];
const owners = [
  { practitioner: 'a', place: 'no-city', visibility: ['PUBLIC'] },
  { practitioner: 'b', place: 'no-structure', visibility: ['PRO'], modalities: ['AMB'] },
  { practitioner: 'c', place: 'whole', visibility: ['PUBLIC', 'PRO'], modalities: ['AMB', 'VR'] },
  { practitioner: 'c', place: 'whole', visibility: [] },
  { practitioner: 'd', place: 'whole', visibility: ['PUBLIC'] },
  { site: 's1', visibility: ['PUBLIC'] },
  { site: 's2', visibility: ['SNP', 'PRO'] },
];
const slots = owners.map((owner, index) => ({
  ...owner,
  id: `slot-${index}`,
  startsIn: `PT${DAY + index}H`,
  minutes: 15,
}));
const associations = [{ id: 'sos', siret: '90000090200016', sites }];

test('nothing fails for what the practice left out', async () => {
  const agenda = await agendaFile(folder, { practitioners, places, associations, slots });
  const vendor = new VendorProcess(['--agenda', agenda, '--port', '0']);
  const base = await vendor.ready();
  const { stdout } = await runVendor(['--agenda', agenda, '--print-conformance-config']);
  const config = join(folder, 'conformance.json');
  await writeFile(config, stdout);
  const printed = JSON.parse(stdout);
  assert.equal(printed.practitioners.onePlace.id, '810999001000');
  assert.deepEqual(printed.practitioners.together, ['810999001026', '810999001000']);
  assert.equal(printed.sos.one.sites, 1);
  const run = await runConformance(base, config);
  assert.deepEqual(namedBy(run, 'failed'), [], run.told);
  assert.ok(namedBy(run, 'passed').length > 200);
});
