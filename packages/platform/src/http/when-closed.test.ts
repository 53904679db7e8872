import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after, before, test } from 'node:test';
import { OpenRequests } from './open-requests.ts';
import { whenClosed } from './when-closed.ts';

const server = createServer();
before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
after(() => server.close());

/** The response to a request, and its connection. */
async function asked() {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: sas.example\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  return { socket, response };
}

test('a place is given back once the response was sent', async () => {
  const open = new OpenRequests(1);
  const { socket, response } = await asked();
  whenClosed(response, open.enter('caller'));
  assert.throws(() => open.enter('caller'), { code: 'too-many-open-requests' });
  const closed = once(response, 'close');
  response.end();
  await closed;
  open.enter('caller')();
  socket.destroy();
});

test('at once, where the connection broke before the place was taken', async () => {
  const open = new OpenRequests(1);
  const { socket, response } = await asked();
  const closed = once(response, 'close');
  socket.destroy();
  await closed;
  whenClosed(response, open.enter('caller'));
  open.enter('caller')();
});
