import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { AgendaSource } from './agenda.ts';
import type { ConnectorOptions } from './options.ts';
import { ask, slotSearch } from './testing/client.ts';
import { withConnector } from './testing/with-connector.ts';

/** A promise to be fulfilled from outside. */
function later(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((fulfil) => (resolve = fulfil));
  return { promise, resolve };
}

suite('an agenda that fails', () => {
  const never: AgendaSource = { slotsOf: () => new Promise(() => undefined) };

  test('a slow one is cut at the deadline with a reason, and told to stop', async () => {
    let aborted = false;
    const errors: unknown[] = [];
    const slow: AgendaSource = {
      slotsOf: (_query, { signal }) => {
        signal.addEventListener('abort', () => (aborted = true));
        return new Promise(() => undefined);
      },
    };
    const onError: ConnectorOptions['onError'] = (error) => errors.push(error);
    await withConnector({ agenda: slow, deadlineMs: 50, onError }, async (other) => {
      const { status, headers, body } = await ask(other + slotSearch());
      assert.equal(status, 503);
      assert.ok(headers.get('retry-after'));
      assert.equal(body.resourceType, 'OperationOutcome');
      assert.equal(body.issue[0].code, 'timeout');
      assert.match(body.issue[0].details.text, /50 ms/);
    });
    assert.equal(aborted, true);
    assert.equal(errors.length, 1);
  });

  test('its error is told to the vendor, never to the caller', async () => {
    const agenda: AgendaSource = {
      slotsOf: () => {
        throw new Error('password=secret in /srv/app.js:12');
      },
    };
    const errors: unknown[] = [];
    const onError: ConnectorOptions['onError'] = (error, during) => errors.push(error, during);
    await withConnector({ agenda, onError }, async (other) => {
      const { status, body } = await ask(other + slotSearch());
      assert.equal(status, 503);
      assert.equal(body.issue[0].code, 'transient');
      assert.doesNotMatch(JSON.stringify(body), /secret|app\.js/);
    });
    assert.match(String(errors[0]), /secret/);
    assert.equal(errors[1], 'search');
  });

  test('an answer that is none is a failure, not an agenda without slots', async () => {
    for (const answer of [null, undefined, 5, 'x', [], {}, { slots: 'x' }]) {
      const agenda: AgendaSource = { slotsOf: () => answer as never };
      await withConnector({ agenda }, async (other) => {
        const { status } = await ask(other + slotSearch());
        assert.equal(status, 503, JSON.stringify(answer));
      });
    }
  });

  test('a caller that goes away stops the question', async () => {
    const aborted = later();
    const asked = later();
    const agenda: AgendaSource = {
      slotsOf: (_query, { signal }) => {
        signal.addEventListener('abort', () => aborted.resolve());
        asked.resolve();
        return never.slotsOf?.(_query, { signal }) ?? { slots: [] };
      },
    };
    await withConnector({ agenda, deadlineMs: 10_000 }, async (other) => {
      const caller = new AbortController();
      const request = fetch(other + slotSearch(), { signal: caller.signal });
      await asked.promise;
      caller.abort();
      await assert.rejects(request);
      await aborted.promise;
    });
  });
});
