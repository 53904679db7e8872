import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { operationUrl } from './url.ts';

function onPage(t: TestContext, href: string): void {
  const global = globalThis as { location?: unknown };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'location');
  Object.defineProperty(globalThis, 'location', { value: { href }, configurable: true });
  t.after(() => {
    if (before) Object.defineProperty(globalThis, 'location', before);
    else delete global.location;
  });
}

describe('the address of an operation', () => {
  const base = 'https://sas.example';

  it('keeps the path of the base, with or without a slash', () => {
    const url = `${base}/api/v1/places`;
    assert.equal(operationUrl(`${base}/api`, '/v1/places'), url);
    assert.equal(operationUrl(`${base}/api/`, '/v1/places'), url);
  });

  it('encodes path parameters', () => {
    const url = operationUrl(base, '/v1/holds/{holdId}/extend', { holdId: 'a/b?c' });
    assert.equal(url, `${base}/v1/holds/a%2Fb%3Fc/extend`);
  });

  it('refuses an id that would leave its path', () => {
    for (const holdId of ['', '.', '..', undefined]) {
      assert.throws(() => operationUrl(base, '/v1/holds/{holdId}', { holdId }), TypeError);
    }
  });

  it('separates the values of an array by commas', () => {
    const url = operationUrl(base, '/v1/availability', {}, { modality: ['AMB', 'HH'] });
    assert.equal(url, `${base}/v1/availability?modality=AMB,HH`);
  });

  it('encodes the plus of an instant, and commas inside a value', () => {
    const query = { from: '2026-11-23T09:20:00+01:00', q: 'a, b' };
    const url = operationUrl(base, '/v1/availability', {}, query);
    assert.equal(url, `${base}/v1/availability?from=2026-11-23T09%3A20%3A00%2B01%3A00&q=a%2C%20b`);
  });

  it('leaves out what is undefined or null', () => {
    const url = operationUrl(base, '/v1/places', {}, { q: 'x', kind: undefined, limit: null });
    assert.equal(url, `${base}/v1/places?q=x`);
  });

  it('is the page’s where the base is relative', (t) => {
    onPage(t, 'https://clinic.example/rdv/index.html?x=1#y');
    assert.equal(operationUrl('', '/v1/places'), 'https://clinic.example/v1/places');
    assert.equal(operationUrl('/api', '/v1/places'), 'https://clinic.example/api/v1/places');
    assert.equal(operationUrl('api', '/v1/places'), 'https://clinic.example/rdv/api/v1/places');
  });

  it('must be absolute where there is no page', () => {
    assert.throws(() => operationUrl('', '/v1/places'), /baseUrl must be absolute/);
  });
});
