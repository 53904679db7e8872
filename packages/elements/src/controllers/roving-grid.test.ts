import { expect } from '@open-wc/testing';
import { cellAfterKey, type Grid, type GridCell } from './roving-grid.ts';

const cell = (id: string): GridCell => {
  const [, hour = 0, minute = 0] = id.split(/[ :]/).map(Number);
  return { id, minutes: hour * 60 + minute };
};
const day = (...ids: string[]) => ids.map(cell);

/** Monday, an empty Tuesday, Wednesday. */
const grid: Grid = [
  day('1 9:00', '1 9:15', '1 14:00'),
  [],
  day('3 8:00', '3 9:10', '3 9:30', '3 18:00', '3 18:15', '3 18:30', '3 18:45', '3 19:00'),
];

describe('the cell after a key', () => {
  const moves: [from: string, key: string, to: string | undefined, control?: boolean][] = [
    ['1 9:00', 'ArrowDown', '1 9:15'],
    ['1 14:00', 'ArrowDown', '1 14:00'],
    ['1 9:00', 'ArrowUp', '1 9:00'],
    ['1 9:15', 'ArrowRight', '3 9:10'],
    ['1 9:00', 'ArrowRight', '3 9:10'],
    ['1 14:00', 'ArrowRight', '3 18:00'],
    ['3 18:30', 'ArrowLeft', '1 14:00'],
    ['3 8:00', 'ArrowLeft', '1 9:00'],
    ['1 9:00', 'ArrowLeft', '1 9:00'],
    ['3 8:00', 'ArrowRight', '3 8:00'],
    ['3 18:00', 'Home', '3 8:00'],
    ['3 8:00', 'End', '3 19:00'],
    ['3 18:00', 'Home', '1 9:00', true],
    ['1 9:00', 'End', '3 19:00', true],
    ['3 8:00', 'PageDown', '3 18:45'],
    ['3 19:00', 'PageUp', '3 9:10'],
    ['1 9:00', 'Enter', undefined],
    ['1 9:00', 'a', undefined],
    ['gone', 'ArrowDown', undefined],
  ];
  for (const [from, key, to, control = false] of moves) {
    it(`${control ? 'Control+' : ''}${key} from ${from} is ${to ?? 'nowhere'}`, () => {
      expect(cellAfterKey(grid, from, key, control)?.id).to.equal(to);
    });
  }

  it('of two times as near, the earlier', () => {
    const two = [day('1 9:00'), day('2 8:45', '2 9:15')];
    expect(cellAfterKey(two, '1 9:00', 'ArrowRight')?.id).to.equal('2 8:45');
  });
});
