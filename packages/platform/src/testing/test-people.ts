import { claimsOf, type TestProvider } from './identity-provider.ts';
import { TestBrowser } from './test-browser.ts';
import type { TestPlatform } from './test-platform.ts';

export const HERE = 'le-havre-fecamp';
export const ELSEWHERE = 'isere';

/** Fictional people, by what they do. */
export const PEOPLE = {
  administrator: '810999900109',
  manager: '810999900117',
  otherManager: '810999900125',
  regulator: '810999900133',
  secretary: '810999900141',
  doctor: '810999900018',
  otherDoctor: '810999900026',
} as const;
export type PersonName = keyof typeof PEOPLE;

/** Doctors publish an agenda of their own; the others are in the register with another profession. */
const DOCTORS: readonly PersonName[] = ['doctor', 'otherDoctor', 'regulator'];

/** Signs a person in, in a browser of its own. */
export async function signInAs(
  platform: TestPlatform,
  provider: TestProvider,
  name: PersonName,
  { regulation = false } = {},
): Promise<TestBrowser> {
  provider.person = claimsOf(PEOPLE[name], {
    family: name.toUpperCase(),
    profession: DOCTORS.includes(name) ? '10' : '205',
    regulation,
  });
  const browser = new TestBrowser(platform);
  const { status, body } = await browser.signIn();
  if (status !== 303) throw new Error(`${name} is not let in: ${body as string}`);
  return browser;
}

/** Makes an account as the administrator of tokens; answers it. */
export async function makeAccount(
  platform: TestPlatform,
  name: PersonName,
  roles: { role: string; territory?: string }[],
  more: Record<string, unknown> = {},
): Promise<{ id: string }> {
  const { status, body } = await platform.call('POST', '/v1/accounts', {
    as: 'administrator',
    body: { nationalId: PEOPLE[name], family: name.toUpperCase(), roles, ...more },
  });
  if (status !== 201) throw new Error(`no account: ${JSON.stringify(body)}`);
  return body as { id: string };
}
