import { expect } from '@open-wc/testing';
import { texts as choiceEn } from '../../strings/en/orientation-choice.ts';
import { texts as toldEn } from '../../strings/en/orientation-told.ts';
import { texts as waysEn } from '../../strings/en/orientation-ways.ts';
import { texts as openingEn } from '../../strings/en/orientation.ts';
import { orientationChoiceFr } from '../../strings/fr/orientation-choice.ts';
import { orientationToldFr } from '../../strings/fr/orientation-told.ts';
import { orientationWaysFr } from '../../strings/fr/orientation-ways.ts';
import { orientationOpeningFr } from '../../strings/fr/orientation.ts';

type Table = Record<string, unknown>;

/** Every text of a table, functions called with plausible values, by its path. */
function texts(table: Table, path = ''): [path: string, text: string][] {
  return Object.entries(table).flatMap(([name, value]): [path: string, text: string][] => {
    const here = `${path}.${name}`;
    if (typeof value === 'object' && value !== null) return texts(value as Table, here);
    const text: unknown =
      typeof value === 'function'
        ? (value as (...input: string[]) => unknown)('2', '3', '4')
        : value;
    return [[here, String(text)]];
  });
}

const pairs: [name: string, fr: Table, en: Table][] = [
  ['the opening', orientationOpeningFr, openingEn],
  ['the choice', orientationChoiceFr, choiceEn],
  ['the other ways', orientationWaysFr, waysEn],
  ['what is told', orientationToldFr, toldEn],
];

describe('the texts of <sas-orientation>', () => {
  for (const [name, fr, en] of pairs) {
    it(`of ${name} are all there in English`, () => {
      const paths = (table: Table) => texts(table).map(([path]) => path);
      expect(paths(en).sort()).to.deep.equal(paths(fr).sort());
      for (const [path, text] of [...texts(fr), ...texts(en)]) expect(text, path).not.to.equal('');
    });

    it(`of ${name} keep the marks of a French sentence with their word, and judge nobody`, () => {
      for (const [path, text] of texts(fr)) {
        expect(text, path).not.to.match(/ [:;?!»]|« /);
        expect(text, path).not.to.match(/\bgrav(e|ité)\b|diagnosti|pas besoin des urgences/);
      }
    });
  }
});
