import { expect } from '@open-wc/testing';
import { territory } from '../components/when-to-call/testing/call-fixtures.ts';
import { readCallTerritory } from './call-territory.ts';

type Change = (file: Record<string, any>) => void;

/** A copy of a good file with one thing changed. */
function changed(change: Change): unknown {
  const file = structuredClone(territory) as unknown as Record<string, any>;
  change(file);
  return file;
}

describe('a territory’s file', () => {
  it('is the territory itself, or a list that holds it', () => {
    expect(readCallTerritory(territory, '')).to.equal(territory);
    const other = { ...territory, id: 'ailleurs' };
    const list = { territories: [other, territory] };
    expect(readCallTerritory(list, 'demonstration')).to.equal(territory);
    expect(readCallTerritory(list, '')).to.equal(other);
    expect(readCallTerritory(list, 'atlantide')).to.equal('has no territory « atlantide ».');
  });

  const faults: [member: string, change: Change][] = [
    ['id', (file) => delete file['id']],
    ['name', (file) => (file['name'] = ' ')],
    ['timeZone', (file) => (file['timeZone'] = 'Europe/Le_Havre')],
    ['timeZone', (file) => delete file['timeZone']],
    ['checkedOn', (file) => delete file['checkedOn']],
    ['checkedOn', (file) => (file['checkedOn'] = '2026-02-30')],
    ['accessNumbers', (file) => delete file['accessNumbers']],
    ['accessNumbers', (file) => (file['accessNumbers'] = ['15'])],
    ['accessNumbers', (file) => (file['accessNumbers'][0].number = '02 61 91 91 91')],
    ['accessNumbers', (file) => (file['accessNumbers'][0].number = 'javascript:alert(1)')],
    ['accessNumbers', (file) => (file['accessNumbers'][0].regimes = 'sas')],
    ['accessNumbers', (file) => (file['accessNumbers'][0].regimes = ['sas', 'nuit'])],
    ['accessNumbers', (file) => (file['accessNumbers'][0].validUntil = '31/12/2026')],
    ['accessNumbers', (file) => delete file['accessNumbers'][0].validFrom],
    ['accessNumbers', (file) => delete file['accessNumbers'][0].source],
    ['openingHours', (file) => delete file['openingHours']],
    ['openingHours', (file) => (file['openingHours'][0].sas[0].from = '8h')],
    ['openingHours', (file) => (file['openingHours'][0].sas[0].to = '25:00')],
    ['openingHours', (file) => (file['openingHours'][0].sas[0].days = ['lundi'])],
    ['openingHours', (file) => (file['openingHours'][0].holidays = 'corse')],
    ['openingHours', (file) => (file['openingHours'][0].bridgeDays = 'all')],
    ['openingHours', (file) => delete file['openingHours'][0].source],
    ['dangerSigns', (file) => delete file['dangerSigns']],
    ['dangerSigns', (file) => delete file['dangerSigns'].date],
    ['dangerSigns', (file) => (file['dangerSigns'].fr = 'Douleur')],
    ['dangerSigns', (file) => (file['dangerSigns'].fr = [1])],
  ];
  for (const [member, change] of faults) {
    it(`is refused whole: ${member}, ${String(change).replace(/^\(file\) => /, '')}`, () => {
      expect(readCallTerritory(changed(change), '')).to.equal(`has no valid « ${member} ».`);
    });
  }

  it('may have no danger signs, and no hours yet', () => {
    const file = changed((file) => Object.assign(file, { dangerSigns: null, openingHours: [] }));
    expect(readCallTerritory(file, '')).to.equal(file);
  });

  for (const file of [null, 'text', 12, []]) {
    it(`is no ${JSON.stringify(file)}`, () => {
      expect(readCallTerritory(file, '')).to.equal('is no territory.');
    });
  }
});
