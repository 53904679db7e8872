/** What a {@link FaultProxy} does to a request. */
import { setImmediate } from 'node:timers/promises';
import type { Fault } from './fault-proxy.ts';

/** No fault at all. */
export const pass: Fault = async (response, forward) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, headers).end(body);
};

/** Answers in the platform's place, which never hears of the request. */
export function instead(
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return (response) => void response.writeHead(status, headers).end(body);
}

/** 503 of a balancer whose platform is gone. */
export const unavailable: Fault = instead(503, 'no server is available', {
  'content-type': 'text/plain',
});

/** The platform does its work, and its answer is lost: the connection ends without a byte of it. */
export const loseAnswer: Fault = async (response, forward) => {
  await forward();
  response.socket?.destroy();
};

/** The platform does its work; the connection ends in the middle of its body. */
export const cutBody: Fault = async (response, forward) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, headers);
  response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
};

/** Takes the request and never answers. */
export const hang: Fault = () => undefined;

/** Gives the platform's headers and nothing after them. */
export const stall: Fault = async (response, forward) => {
  const { status, headers } = await forward();
  response.writeHead(status, headers).flushHeaders();
};

/** The status and the request id of the platform, with another body. */
export function rewrite(status: number, type: string | null, body: string): Fault {
  return async (response, forward) => {
    const { headers } = await forward();
    response.writeHead(status, {
      'x-request-id': headers['x-request-id'],
      ...(type !== null && { 'content-type': type }),
    });
    response.end(body);
  };
}

/** Gives the platform's answer byte after byte: never complete within a time-out, never silent. */
export const drip: Fault = async (response, forward) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, headers);
  for (let at = 0; at < body.length - 1 && !response.destroyed; at += 1) {
    response.write(body.subarray(at, at + 1));
    await setImmediate();
  }
};
