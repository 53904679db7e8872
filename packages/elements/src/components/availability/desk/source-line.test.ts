import { expect } from '@open-wc/testing';
import type { SourceChange } from '@sas-kit/client';
import { availabilityDeskFr as strings } from '../../../strings/fr/availability-desk.ts';
import { countSources, sourceWords } from './source-line.ts';

const sources = (...states: SourceChange['state'][]) =>
  states.map((state, index) => ({ name: `e${index + 1}`, state }));

describe('what is said of the editors', () => {
  for (const [states, expected] of [
    [[], []],
    [['complete'], ['Le logiciel connecté a répondu.']],
    [['complete', 'complete'], ['Les 2 logiciels ont répondu.']],
    [['asking', 'complete'], ['1 logiciel répond encore…']],
    [['asking', 'asking'], ['2 logiciels répondent encore…']],
    [['timeout', 'complete'], ['e1 n’a pas répondu : ses créneaux manquent.']],
    [['timeout'], ['e1 n’a pas répondu : ses créneaux manquent.']],
    [['failed', 'refused', 'complete'], ['e1 et e2 n’ont pas répondu : leurs créneaux manquent.']],
    [
      ['failed', 'failed', 'failed', 'failed', 'complete'],
      ['e1, e2 et 2 autres n’ont pas répondu : leurs créneaux manquent.'],
    ],
    [
      ['circuit-open', 'asking'],
      ['e1 n’a pas répondu : ses créneaux manquent.', '1 logiciel répond encore…'],
    ],
    [['timeout', 'failed'], [strings.allMissing]],
  ] as const) {
    it(`of ${states.join(', ') || 'none'}`, () => {
      const said = sourceWords(countSources(sources(...states)), strings);
      const plain = (text: string) => text.replace(/\s/g, ' ');
      expect(said.map(plain)).to.deep.equal(expected.map(plain));
    });
  }
});
