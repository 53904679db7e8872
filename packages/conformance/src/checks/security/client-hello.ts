import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** Versions that no library of today speaks: their first message is written by hand. */
export type OldVersion = 'SSLv2' | 'SSLv3';

/** RSA with RC4, 3DES, AES-128 and AES-256, and the same with ephemeral Diffie-Hellman. */
const SSL3_SUITES = [0x0005, 0x0004, 0x000a, 0x002f, 0x0035, 0x0016, 0x0033, 0x0039];

/** RC4, RC2, IDEA, DES and 3DES, each with MD5. */
const SSL2_SUITES = [0x010080, 0x030080, 0x050080, 0x060040, 0x0700c0];

const u16 = (value: number): number[] => [value >> 8, value & 0xff];
const u24 = (value: number): number[] => [value >> 16, ...u16(value & 0xffff)];

/** RFC 6101, 5.6.1.2, in one record. */
function ssl3Hello(): Buffer {
  const body = [
    ...[3, 0],
    ...randomBytes(32),
    0,
    ...u16(SSL3_SUITES.length * 2),
    ...SSL3_SUITES.flatMap(u16),
    ...[1, 0],
  ];
  const handshake = [1, ...u24(body.length), ...body];
  return Buffer.from([0x16, 3, 0, ...u16(handshake.length), ...handshake]);
}

/** The SSL 2.0 protocol of 1995, CLIENT-HELLO. */
function ssl2Hello(): Buffer {
  const challenge = [...randomBytes(16)];
  const suites = SSL2_SUITES.flatMap(u24);
  const body = [1, 0, 2, ...u16(suites.length), 0, 0, ...u16(challenge.length)];
  const message = [...body, ...suites, ...challenge];
  return Buffer.from([0x80 | (message.length >> 8), message.length & 0xff, ...message]);
}

/** Whether the first bytes of an answer are a ServerHello of that version. */
export function isServerHello(version: OldVersion, bytes: Uint8Array): boolean {
  if (version === 'SSLv2') return bytes.length >= 3 && (bytes[0]! & 0x80) !== 0 && bytes[2] === 4;
  return bytes[0] === 0x16 && bytes[1] === 3 && bytes[2] === 0 && bytes[5] === 2;
}

/**
 * Whether a server answers the first message of an old version with a ServerHello. An alert, a closed
 * connection and silence until the deadline all are refusals.
 *
 * @throws the error of Node when nobody listens.
 */
export function greets(
  version: OldVersion,
  to: { readonly host: string; readonly port: number },
  deadlineMs: number,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    let connected = false;
    const socket = connect(to);
    const end = (accepted: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(accepted);
    };
    const timer = setTimeout(() => end(false), deadlineMs);
    socket.on('connect', () => {
      connected = true;
      socket.write(version === 'SSLv2' ? ssl2Hello() : ssl3Hello());
    });
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length >= 6) end(isServerHello(version, received));
    });
    socket.on('close', () => end(isServerHello(version, received)));
    socket.on('error', (error) => {
      if (connected) return end(false);
      clearTimeout(timer);
      reject(error);
    });
  });
}
