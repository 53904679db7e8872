import { asText } from '../json.ts';
import { ELEMENT_SHAPES, type ElementShape } from './element-types.ts';
import { ALL_FLOWS, type Report, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

interface Node {
  readonly value: unknown;
  readonly shape: ElementShape;
  readonly place: string;
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  text: 'string',
  number: 'number',
  boolean: 'boolean',
};

/** Walks without recursion: what is checked may be nested without end. */
function checkShapes(subject: Subject, report: Report): void {
  const resource = { type: 'Resource', list: false } as const;
  const queue: Node[] =
    subject.bundle === null
      ? subject.entries.map((each) => ({
          value: each.resource,
          shape: resource,
          place: each.place,
        }))
      : [{ value: subject.bundle, shape: resource, place: 'Bundle' }];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const { value, shape, place } = node;
    // What is empty is said by another rule.
    if (value === null || value === undefined) continue;
    if (shape.list) {
      if (!Array.isArray(value)) report(place, value);
      else {
        for (const [index, each] of value.entries()) {
          queue.push({
            value: each,
            shape: { ...shape, list: false },
            place: `${place}[${index}]`,
          });
        }
      }
    } else if (shape.type in PRIMITIVES) {
      if (typeof value !== PRIMITIVES[shape.type]) report(place, value);
    } else if (typeof value !== 'object' || Array.isArray(value)) report(place, value);
    else queue.push(...membersOf(value, shape, place));
  }
}

function membersOf(value: object, { type }: ElementShape, place: string): Node[] {
  const own = type === 'Resource' ? asText((value as { resourceType?: unknown }).resourceType) : '';
  const nodes: Node[] = [];
  for (const [name, each] of Object.entries(value)) {
    const shape = ELEMENT_SHAPES.get(type)?.get(name) ?? ELEMENT_SHAPES.get(own)?.get(name);
    if (shape !== undefined) nodes.push({ value: each, shape, place: `${place}.${name}` });
  }
  return nodes;
}

/** Rules about JSON types. */
export const SHAPE_RULES: readonly Rule[] = [
  {
    id: 'element-type',
    severity: 'error',
    flows: ALL_FLOWS,
    message: {
      fr: 'élément d’un autre type que dans FHIR : liste, objet, texte, nombre ou booléen',
      en: 'element of another type than in FHIR: list, object, text, number or boolean',
    },
    mend: {
      fr: 'une liste reste une liste même d’un seul élément ; un nombre s’écrit sans guillemets, un code avec',
      en: 'a list stays a list even of one element; a number has no quotes, a code has them',
    },
    source: 'FHIR R4, représentation JSON ; test 4.2.02',
    check: checkShapes,
  },
];
