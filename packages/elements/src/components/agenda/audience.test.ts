import { expect } from '@open-wc/testing';
import type { Visibility } from '@sas-kit/client';
import {
  readers,
  sightOf,
  viewersOf,
  webBarOf,
  type Sight,
  type Viewer,
  type WebBar,
} from './audience.ts';

describe('who sees a slot', () => {
  const table: [
    visibility: Visibility[],
    slot: boolean,
    agenda: boolean,
    viewers: Viewer[],
    bar: WebBar | undefined,
  ][] = [
    [[], true, true, [], 'visibility'],
    [['SNP'], true, true, ['regulation'], 'visibility'],
    [['CPTS'], true, true, ['regulation', 'community'], 'visibility'],
    [['PRO'], true, true, ['regulation', 'professionals'], 'visibility'],
    [['PRO', 'CPTS'], false, true, ['regulation', 'professionals'], 'visibility'],
    [['PUBLIC'], false, true, ['regulation', 'professionals'], 'slot'],
    [['PUBLIC'], true, false, ['regulation', 'professionals'], 'agenda'],
    [['PUBLIC'], true, true, ['regulation', 'professionals', 'web'], undefined],
    [['PUBLIC', 'SNP'], true, true, ['regulation', 'professionals', 'web'], undefined],
  ];
  for (const [visibility, publicDisplay, agendaDisplay, viewers, bar] of table) {
    const switches = `slot ${publicDisplay ? 'on' : 'off'}, agenda ${agendaDisplay ? 'on' : 'off'}`;
    it(`${visibility.join(' ') || 'nothing'}, ${switches}`, () => {
      const shown = { visibility, publicDisplay, agendaDisplay };
      expect(viewersOf(shown)).to.deep.equal(viewers);
      expect(webBarOf(shown)).to.equal(bar);
    });
  }

  it('is said role by role', () => {
    const sights = (visibility: Visibility[]): Sight[] =>
      readers.map((reader) =>
        sightOf(reader, { visibility, publicDisplay: true, agendaDisplay: true }),
      );
    expect(readers).to.deep.equal(['regulation', 'nurses', 'professionals', 'community', 'web']);
    expect(sights(['PUBLIC'])).to.deep.equal(['yes', 'yes', 'yes', 'yes', 'yes']);
    expect(sights(['PRO'])).to.deep.equal(['yes', 'yes', 'yes', 'yes', 'no']);
    expect(sights(['SNP'])).to.deep.equal(['yes', 'scheme', 'no', 'no', 'no']);
    expect(sights(['CPTS'])).to.deep.equal(['yes', 'no', 'no', 'yes', 'no']);
    expect(sights(['SNP', 'PRO'])).to.deep.equal(['yes', 'yes', 'yes', 'yes', 'no']);
    expect(sights([])).to.deep.equal(['no', 'no', 'no', 'no', 'no']);
  });
});
