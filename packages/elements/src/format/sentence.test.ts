import { expect } from '@open-wc/testing';
import { capital, enumeration, formatList } from './sentence.ts';

describe('sentences', () => {
  it('list in both languages', () => {
    expect(formatList(['lundi'], 'fr')).to.equal('lundi');
    expect(formatList(['lundi', 'mardi', 'jeudi'], 'fr')).to.equal('lundi, mardi et jeudi');
    expect(formatList(['a', 'b', 'c'], 'en')).to.equal('a, b and c');
  });

  it('begin with a capital', () => {
    expect(capital('à partir')).to.equal('À partir');
    expect(capital('')).to.equal('');
    expect(enumeration(['cabinet', 'Vidéo'])).to.equal('Cabinet, vidéo');
    expect(enumeration([])).to.equal('');
  });
});
