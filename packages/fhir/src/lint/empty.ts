import { ALL_FLOWS, type Report, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

interface Node {
  readonly value: unknown;
  readonly place: string;
}

const isBlank = (value: unknown) =>
  value === null || (typeof value === 'string' && value.trim() === '');

/** Walks without recursion: what is checked may be nested without end. */
function checkEmpty(subject: Subject, report: Report): void {
  const roots: Node[] =
    subject.bundle === null
      ? subject.entries.map(({ resource, place }) => ({ value: resource, place }))
      : [{ value: subject.bundle, place: 'Bundle' }];
  const queue = roots;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const { value, place } = node;
    if (isBlank(value)) {
      report(place);
    } else if (Array.isArray(value)) {
      if (value.length === 0) report(place);
      (value as unknown[]).forEach((each, index) => {
        queue.push({ value: each, place: `${place}[${index}]` });
      });
    } else if (typeof value === 'object') {
      const members = Object.entries(value as object);
      if (members.length === 0) report(place);
      for (const [name, each] of members) queue.push({ value: each, place: `${place}.${name}` });
    }
  }
}

/** Rules about elements that hold nothing. */
export const EMPTY_RULES: readonly Rule[] = [
  {
    id: 'empty-element',
    severity: 'error',
    flows: ALL_FLOWS,
    message: { fr: 'élément vide', en: 'empty element' },
    mend: {
      fr: 'ne pas transmettre un élément sans valeur ; sans résultat, pas d’entry du tout',
      en: 'do not send an element without value; no entry at all when nothing was found',
    },
    source: 'FAQ PS et CPTS, erreur 10 ; FAQ SOS, erreur 6',
    check: checkEmpty,
  },
];
