import { type Scene, Skip } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';
import { ACCEPTED, CREATED, CREATED_OR_UPDATED, type Expected } from '../writing/judge.ts';
import { type Cast, castOf } from './people.ts';
import { bodyOf, post, put } from './requests.ts';

/** One request of the official sequence, which runs on the same accounts from 5.01 to 5.16. */
interface Step {
  /** Number of the official test. */
  readonly kit: string;
  /** Steps without which this one proves nothing. */
  readonly after: readonly StepName[];
  readonly expected: Expected;
  readonly send: (scene: Scene, cast: Cast) => Promise<Exchange>;
}

export type StepName =
  | 'create-national'
  | 'create-technical'
  | 'create-third'
  | 'disable'
  | 'enable'
  | 'change-email'
  | 'change-identifier'
  | 'swapped-systems'
  | 'change-family'
  | 'change-given'
  | 'put-create'
  | 'put-create-inactive'
  | 'create-heir'
  | 'take-over';

const STEPS: Readonly<Record<StepName, Step>> = {
  'create-national': {
    kit: '5.01',
    after: [],
    expected: CREATED,
    send: (scene, { first }) => post(scene, bodyOf(first)),
  },
  'create-technical': {
    kit: '5.02',
    after: [],
    expected: CREATED,
    send: (scene, { technical }) => post(scene, bodyOf(technical)),
  },
  'create-third': {
    kit: '5.03',
    after: [],
    expected: CREATED,
    send: (scene, { third }) => post(scene, bodyOf(third)),
  },
  disable: {
    kit: '5.06',
    after: ['create-national'],
    expected: ACCEPTED,
    send: (scene, { first }) => put(scene, first.identifier, bodyOf({ ...first, active: false })),
  },
  enable: {
    kit: '5.07',
    after: ['disable'],
    expected: ACCEPTED,
    send: (scene, { first }) => put(scene, first.identifier, bodyOf(first)),
  },
  'change-email': {
    kit: '5.08',
    after: ['create-national'],
    expected: ACCEPTED,
    send: (scene, { first, changed: { email } }) =>
      put(scene, first.identifier, bodyOf({ ...first, email })),
  },
  'change-identifier': {
    kit: '5.09',
    after: ['create-national'],
    expected: ACCEPTED,
    send: (scene, { first, changed: { email, identifier } }) =>
      put(scene, first.identifier, bodyOf({ ...first, email, identifier })),
  },
  'swapped-systems': {
    kit: '5.10',
    after: ['create-technical'],
    expected: ACCEPTED,
    send: (scene, { first, technical }) =>
      put(
        scene,
        { kind: 'national', value: technical.identifier.value },
        bodyOf({ ...technical, identifier: { kind: 'technical', value: first.identifier.value } }),
      ),
  },
  'change-family': {
    kit: '5.11',
    after: ['change-identifier'],
    expected: ACCEPTED,
    send: (scene, { first, changed }) =>
      put(scene, changed.identifier, bodyOf({ ...changed, given: first.given })),
  },
  'change-given': {
    kit: '5.12',
    after: ['change-identifier'],
    expected: ACCEPTED,
    send: (scene, { changed }) => put(scene, changed.identifier, bodyOf(changed)),
  },
  'put-create': {
    kit: '5.15',
    after: [],
    expected: CREATED_OR_UPDATED,
    send: (scene, { unknown }) => put(scene, unknown.identifier, bodyOf(unknown)),
  },
  'put-create-inactive': {
    kit: '5.16',
    after: ['change-identifier'],
    expected: ACCEPTED,
    send: (scene, { first }) => put(scene, first.identifier, bodyOf({ ...first, active: false })),
  },
  'create-heir': {
    kit: '5.16',
    after: [],
    expected: CREATED,
    send: (scene, { heir }) => post(scene, bodyOf(heir)),
  },
  'take-over': {
    kit: '5.16',
    after: ['put-create-inactive', 'create-heir'],
    expected: ACCEPTED,
    send: (scene, { first, heir }) =>
      put(scene, heir.identifier, bodyOf({ ...heir, identifier: first.identifier })),
  },
};

/** Number of the official test, what it wants. */
export function stepOf(name: StepName): Pick<Step, 'kit' | 'expected'> {
  return STEPS[name];
}

/**
 * The answer to a step. Each is sent once in a run, after those that it stands on.
 *
 * @throws {Skip} when one of those did not succeed.
 */
export async function reach(scene: Scene, name: StepName): Promise<Exchange> {
  const step = STEPS[name];
  for (const before of step.after) await succeed(scene, before);
  const cast = castOf(scene);
  return scene.shared(`accounts/step/${name}`, () => step.send(scene, cast));
}

async function succeed(scene: Scene, name: StepName): Promise<void> {
  const { kit, expected } = STEPS[name];
  const answer = await reach(scene, name).catch((error: unknown) => {
    if (error instanceof Skip) throw error;
    return null;
  });
  if (answer !== null && expected.has(answer.status)) return;
  throw new Skip({
    fr: `le test ${kit} (accounts/${name}) n’a pas réussi`,
    en: `test ${kit} (accounts/${name}) did not succeed`,
  });
}
