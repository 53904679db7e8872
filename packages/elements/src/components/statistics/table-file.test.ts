import { expect } from '@open-wc/testing';
import type { FigureTable } from './model.ts';
import { tableFile } from './table-file.ts';

const table: FigureTable = {
  caption: 'Appels',
  rowHeading: 'Période',
  columns: [
    { key: 'a', label: 'Reçus', unit: 'count' },
    { key: 'b', label: 'Part; "décrochée"', unit: 'percent' },
  ],
  rows: [
    { label: 'lundi 2 novembre', short: '', values: { a: 1204, b: 87.5 } },
    { label: '=1+1', short: '', values: { a: null, b: undefined } },
  ],
  totals: [],
};

describe('the file of a table', () => {
  it('is one that a French spreadsheet opens: a mark, semicolons, decimal commas', () => {
    expect(tableFile(table, 'fr', { masked: 'masqué' })).to.equal(
      '\uFEFFPériode;Reçus;"Part; ""décrochée"" (%)"\r\n' +
        'lundi 2 novembre;1204;87,5\r\n' +
        "'=1+1;masqué;\r\n",
    );
  });

  it('has commas and points in English', () => {
    expect(tableFile(table, 'en', { masked: 'masked' })).to.include(
      'lundi 2 novembre,1204,87.5\r\n',
    );
  });
});
