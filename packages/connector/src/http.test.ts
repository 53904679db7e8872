import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { after, before, suite, test } from 'node:test';
import { createConnector } from './connector.ts';
import { careless, offer, slot } from './testing/agenda.ts';
import { ask, resourcesOf, slotSearch } from './testing/client.ts';
import { serve, type Served } from './testing/serve.ts';
import { withConnector } from './testing/with-connector.ts';

const SLOTS = [slot({ id: 'early' }), slot({ id: 'elsewhere', place: 'place-2' })];

let served: Served;
let base: string;
before(async () => {
  const agenda = careless(offer(SLOTS));
  served = await serve(createConnector({ agenda, baseUrl: 'https://agenda.example/fhir' }).handle);
  base = `${served.origin}/fhir`;
});
after(() => served.close());

suite('the ways of HTTP', () => {
  test('HEAD answers the head of GET', async () => {
    const get = await fetch(base + slotSearch());
    const size = (await get.arrayBuffer()).byteLength;
    const head = await fetch(base + slotSearch(), { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal((await head.text()).length, 0);
    assert.equal(head.headers.get('etag'), get.headers.get('etag'));
    const plain = await new Promise<string | undefined>((resolve, reject) => {
      const outgoing = httpRequest(base + slotSearch(), { method: 'HEAD' }, (incoming) => {
        incoming.resume();
        resolve(incoming.headers['content-length']);
      });
      outgoing.on('error', reject).end();
    });
    assert.equal(Number(plain), size);
  });

  test('the entity tag says when nothing changed, and when something did', async () => {
    const first = await fetch(base + slotSearch());
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(base + slotSearch(), {
      headers: { 'If-None-Match': `"x", ${etag}` },
    });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    const other = await fetch(base + slotSearch({ to: '2026-11-22T14:00:00Z' }), {
      headers: { 'If-None-Match': etag },
    });
    assert.equal(other.status, 200);
    await other.text();
    await withConnector({ agenda: careless(offer([slot({ id: 'early' })])) }, async (changed) => {
      const answer = await fetch(changed + slotSearch(), { headers: { 'If-None-Match': etag } });
      assert.equal(answer.status, 200);
      await answer.text();
    });
  });

  test('gzip only when it is accepted', async () => {
    const get = (encoding: string): Promise<{ coding: string | undefined; body: Buffer }> =>
      new Promise((resolve, reject) => {
        const headers = { 'Accept-Encoding': encoding };
        httpRequest(base + slotSearch(), { headers }, (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () =>
            resolve({ coding: incoming.headers['content-encoding'], body: Buffer.concat(chunks) }),
          );
        })
          .on('error', reject)
          .end();
      });
    const plain = await get('identity');
    assert.equal(plain.coding, undefined);
    for (const encoding of ['gzip', 'deflate, GZIP;q=0.5', '*']) {
      const packed = await get(encoding);
      assert.equal(packed.coding, 'gzip', encoding);
      assert.deepEqual(gunzipSync(packed.body), plain.body);
    }
    for (const encoding of ['br', 'gzip;q=0', '']) {
      assert.equal((await get(encoding)).coding, undefined, encoding);
    }
  });

  test('any Accept is answered in FHIR JSON', async () => {
    for (const accept of [
      'application/json+fhir',
      'application/fhir+json',
      '*/*',
      'text/html',
      'x',
    ]) {
      const { status, headers } = await ask(base + slotSearch(), { headers: { Accept: accept } });
      assert.equal(status, 200);
      assert.match(headers.get('content-type') ?? '', /^application\/fhir\+json/);
    }
  });

  test('the official kit sends a Content-Type on a GET', async () => {
    const headers = { 'Content-Type': 'application/json' };
    assert.equal((await ask(base + slotSearch(), { headers })).status, 200);
  });

  test('accents arrive as UTF-8', async () => {
    const { body } = await ask(base + slotSearch());
    assert.equal(
      resourcesOf(body, 'Slot')[0].serviceType.at(-1).text,
      'Consultation non programmée',
    );
  });
});
