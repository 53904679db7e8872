import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { createPoster, type PostFailure } from './post.ts';

const LOOPBACK = { loopback: true };
const patient = createPoster(LOOPBACK, 60);
const hasty = createPoster(LOOPBACK, 1);
const never = new AbortController().signal;
after(() => {
  patient.close();
  hasty.close();
});

/** Says the same again and again until nobody listens. */
const endlessly = (text: string) => (socket: Socket) => {
  const more = () => {
    while (socket.writable && socket.write(text));
    socket.once('drain', more);
  };
  more();
};

type Answer = (socket: Socket) => void;

/** Where a request is answered byte by byte, by a receiver of ill will. */
async function listening(answer: Answer): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const ANSWERS: [string, Answer, number | null, PostFailure | null][] = [
  [
    'another protocol',
    (socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    101,
    'refused',
  ],
  [
    'headers without end',
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      endlessly('x-more: and more\r\n')(socket);
    },
    null,
    'no-connection',
  ],
  [
    'a body without end',
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      endlessly('more and more')(socket);
    },
    200,
    null,
  ],
  [
    'a body that breaks off',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nsh'),
    null,
    'no-connection',
  ],
  ['no HTTP', (socket) => socket.end('220 ready\r\n'), null, 'no-connection'],
  ['nothing, and hangs up', (socket) => socket.destroy(), null, 'no-connection'],
];

for (const [what, answer, status, failure] of ANSWERS) {
  test(`a receiver that answers ${what} ends its attempt`, async () => {
    const { url, close } = await listening(answer);
    try {
      const result = await patient.post(url, {}, '{}', never);
      assert.deepEqual([result.status, result.failure], [status, failure]);
    } finally {
      close();
    }
  });
}

test('a receiver that only asks to continue runs out of time', async () => {
  const { url, close } = await listening(endlessly('HTTP/1.1 100 Continue\r\n\r\n'));
  try {
    assert.equal((await hasty.post(url, {}, '{}', never)).failure, 'timeout');
  } finally {
    close();
  }
});
