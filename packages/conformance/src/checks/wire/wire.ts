import type { Check, Scene } from '../../check.ts';
import { fault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { type Answer, search, type SearchOptions } from '../../search/answer.ts';

const needs = [FIXTURES.onePlace];
const answerOf = (scene: Scene, options: SearchOptions = {}): Promise<Answer> =>
  search(scene, 'ps', [scene.get(FIXTURES.onePlace).id], options);

/** What holds for every answer on the wire. */
export const WIRE_CHECKS: readonly Check[] = [
  {
    id: 'wire/content-type',
    title: {
      fr: 'le Content-Type commence par application/fhir+json',
      en: 'the Content-Type begins with application/fhir+json',
    },
    source: 'kit officiel, premier test de chaque groupe (avertissement) ; FHIR R4, HTTP',
    mend: {
      fr: 'Content-Type: application/fhir+json; charset=utf-8',
      en: 'answer Content-Type: application/fhir+json; charset=utf-8',
    },
    needs,
    async run(scene) {
      const { exchange } = await answerOf(scene);
      const type = exchange.headers['content-type'] ?? '';
      if (type.toLowerCase().startsWith('application/fhir+json')) return [];
      return [fault('headers.content-type', `« ${type} »`, `“${type}”`, { severity: 'warning' })];
    },
  },
  {
    id: 'wire/utf8',
    title: { fr: 'la réponse est en UTF-8', en: 'the answer is in UTF-8' },
    source: 'tableau de l’API : encodage UTF-8 ; FHIR R4, HTTP',
    mend: {
      fr: 'encoder le corps en UTF-8, sans autre charset',
      en: 'encode the body in UTF-8, no other charset',
    },
    needs,
    async run(scene) {
      const { exchange } = await answerOf(scene);
      const charset = /charset="?([^\s;"]+)/i.exec(exchange.headers['content-type'] ?? '')?.[1];
      return [
        ...(exchange.utf8
          ? []
          : [fault('body', 'octets qui ne sont pas de l’UTF-8', 'bytes that are not UTF-8')]),
        ...(charset === undefined || /^utf-?8$/i.test(charset)
          ? []
          : [fault('headers.content-type', `charset ${charset}`, `charset is ${charset}`)]),
      ];
    },
  },
  {
    id: 'wire/stable-ids',
    title: {
      fr: 'la même question a la même réponse',
      en: 'the same question has the same answer',
    },
    source: 'FHIR R4, Search ; identifiants de ressource stables',
    mend: {
      fr: 'donner à une ressource le même id d’une réponse à l’autre',
      en: 'give a resource the same id from one answer to the next',
    },
    needs,
    async run(scene) {
      const first = await answerOf(scene);
      const second = await answerOf(scene, { fresh: true });
      const namesOf = ({ index }: Answer) => index.all.map(({ type, id }) => `${type}/${id}`);
      const known = new Set(namesOf(first));
      return namesOf(second)
        .filter((name) => !known.has(name))
        .map((name) =>
          fault(
            'Bundle.entry.resource.id',
            `${name} n’y était pas`,
            `${name} was not there before`,
          ),
        );
    },
  },
];
