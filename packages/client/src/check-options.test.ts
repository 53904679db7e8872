import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSasClient } from './client.ts';
import { clientCredentials } from './client-credentials.ts';
import type { ClientOptions } from './options.ts';

const baseUrl = 'https://sas.example';
const program = { clientId: 'my-agenda', clientSecret: 'fictional' };

const refused: [mistake: string, options: Record<string, unknown>, told: RegExp][] = [
  ['a setting that is not there', { baseUrl: undefined }, /baseUrl .* not undefined/],
  ['a URL object', { baseUrl: new URL(baseUrl) }, /baseUrl .* not object/],
  ['a host and a port alone', { baseUrl: 'localhost:8080' }, /https:\/\/ or http:\/\//],
  ['/v1 at the end', { baseUrl: `${baseUrl}/v1` }, /end before \/v1/],
  ['/v1/ at the end', { baseUrl: `${baseUrl}/sas/v1/` }, /end before \/v1/],
];

describe('options of a client', () => {
  for (const [mistake, options, told] of refused) {
    it(`refuses ${mistake}, and says what is expected`, () => {
      const expected = { name: 'TypeError', message: told };
      assert.throws(() => createSasClient(options as unknown as ClientOptions), expected);
      assert.throws(() => clientCredentials({ ...program, ...options } as never), expected);
    });
  }

  it('refuses a key that was copied with its dots, and a token as a key, without quoting either', () => {
    for (const key of ['pk_…', 'secret-token']) {
      assert.throws(() => createSasClient({ baseUrl, key }), {
        name: 'TypeError',
        message: /^key must be a publishable key(?!.*secret-token)/,
      });
    }
  });

  it('takes an address with a path, that of the page, and no key', () => {
    for (const address of [baseUrl, `${baseUrl}/sas/`, 'http://127.0.0.1:8080', '', '/sas']) {
      assert.ok(createSasClient({ baseUrl: address, key: '' }).availability);
    }
  });

  it('refuses the secret of a program in a page', (t) => {
    t.after(() => Reflect.deleteProperty(globalThis, 'document'));
    Reflect.set(globalThis, 'document', {});
    assert.throws(() => clientCredentials({ baseUrl, ...program }), /belongs on a server/);
  });

  it('refuses a program without its id or its secret', () => {
    for (const missing of ['clientId', 'clientSecret']) {
      assert.throws(() => clientCredentials({ baseUrl, ...program, [missing]: undefined }), {
        name: 'TypeError',
        message: /clientId and clientSecret/,
      });
    }
  });
});
