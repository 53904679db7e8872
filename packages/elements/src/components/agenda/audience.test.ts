import { expect } from '@open-wc/testing';
import type { Visibility } from '@sas-kit/client';
import { viewersOf, webBarOf, type Viewer, type WebBar } from './audience.ts';

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
});
