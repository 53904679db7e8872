import { expect } from '@open-wc/testing';
import { cleanPasted } from './hyphens.ts';
import { regionName } from './regions.ts';

describe('a text pasted from a PDF', () => {
  const cases: [pasted: string, clean: string][] = [
    ['chaque départe- ment', 'chaque département'],
    ['en con-\nception', 'en conception'],
    ['Auvergne- Rhône-Alpes', 'Auvergne-Rhône-Alpes'],
    ['un rendez- vous', 'un rendez-vous'],
    ['une demi- journée', 'une demi-journée'],
    ['ceux- ci', 'ceux-ci'],
    ['pré- et post-opératoire', 'pré- et post-opératoire'],
    ['soft\u00adware', 'software'],
    ['la ﬁn', 'la fin'],
    ['Le Havre - Fécamp', 'Le Havre - Fécamp'],
    ['2021- 2023', '2021- 2023'],
    ['déjà bien écrit, peut-être', 'déjà bien écrit, peut-être'],
  ];
  for (const [pasted, clean] of cases) {
    it(`« ${pasted} » is « ${clean} »`, () => {
      expect(cleanPasted(pasted)).to.equal(clean);
      expect(cleanPasted(clean)).to.equal(clean);
    });
  }
});

describe('a region', () => {
  for (const [typed, name] of [
    ['Auvergne Rhône Alpes', 'Auvergne-Rhône-Alpes'],
    ['ILE-DE-FRANCE', 'Île-de-France'],
    ["Provence-Alpes-Côte d'Azur", 'Provence-Alpes-Côte d’Azur'],
    ['Europe', 'Europe'],
  ]) {
    it(`« ${typed} » is « ${name} »`, () => expect(regionName(typed ?? '')).to.equal(name));
  }
});
