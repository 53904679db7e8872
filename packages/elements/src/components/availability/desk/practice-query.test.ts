import { expect } from '@open-wc/testing';
import { noWishes, practiceQuery } from './practice-query.ts';

describe('what practices are asked to be', () => {
  it('is nothing where nothing is wished for', () => {
    expect(practiceQuery(noWishes)).to.deep.equal({});
  });

  it('is in the words of the contract', () => {
    const wishes = {
      feeSectors: ['1', '2-optam'],
      needs: ['open', 'wheelchair'],
      language: 'en',
    } as const;
    expect(practiceQuery(wishes)).to.deep.equal({
      feeSector: ['1', '2-optam'],
      language: ['en'],
      open: true,
      wheelchair: true,
    });
  });
});
