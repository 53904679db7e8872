import { type Regulator, type RegulatorId, writeRegulator } from '@sas-kit/fhir';
import { type Scene, Skip } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';
import { FIXTURES } from '../../fixtures.ts';
import { note } from './ledger.ts';
import { freshRegulator, tokenOf } from './people.ts';

/** What every check of accounts needs. */
export const NEEDS = [FIXTURES.regulators] as const;

/** The `id` that the official kit sends in every body, and that must be ignored. */
export const SENT_ID = 'example-regulator-1';

/** A resource, or what a check makes of it. */
export type Body = Readonly<Record<string, unknown>>;

/** An account as the SAS and the official kit send it. */
export function bodyOf(regulator: Regulator): Body {
  const { resource } = writeRegulator(regulator);
  if (resource === null) {
    throw new Skip({
      fr: '« regulators » : un nom, un identifiant ou une adresse inutilisable',
      en: '“regulators”: an unusable name, identifier or address',
    });
  }
  return { ...resource, id: SENT_ID };
}

const CREATE = { accept: 'application/json+fhir', 'content-type': 'application/json' };
const UPDATE = { accept: 'application/fhir+json', 'content-type': 'application/json' };

/** `POST /Practitioner`, with the headers of the official kit. */
export async function post(scene: Scene, body: unknown, headers = {}): Promise<Exchange> {
  const answer = await scene.ask({
    method: 'POST',
    path: '/Practitioner',
    headers: { ...CREATE, ...headers },
    body,
  });
  note(scene, answer, body);
  return answer;
}

/** `PUT /Practitioner?identifier=`, everything percent-encoded, `/` too, as the official kit does. */
export async function put(scene: Scene, id: RegulatorId, body: unknown): Promise<Exchange> {
  const criterion = tokenOf(id);
  const answer = await scene.ask({
    method: 'PUT',
    path: `/Practitioner?identifier=${encodeURIComponent(criterion)}`,
    headers: UPDATE,
    body,
    follow: 3,
  });
  note(scene, answer, body, criterion);
  return answer;
}

/** An account that a check works on, with the answer that made it. */
export interface Made {
  readonly regulator: Regulator;
  readonly answer: Exchange;
}

/** Makes an account. @throws {Skip} where none can be made: another check says why. */
export async function makeAccount(scene: Scene, changes: Partial<Regulator> = {}): Promise<Made> {
  const regulator = freshRegulator(changes);
  const answer = await post(scene, bodyOf(regulator));
  if (answer.status === 201) return { regulator, answer };
  throw new Skip({
    fr: `aucun compte n’a pu être créé (POST : ${answer.status})`,
    en: `no account could be made (POST: ${answer.status})`,
  });
}
