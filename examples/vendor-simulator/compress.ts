import { gzipSync } from 'node:zlib';
import type { Handler } from '@sas-kit/connector';

/** As servers that answer many are set: larger levels cost more than they spare. */
const LEVEL = 1;

/** Compresses what a connector answers in this process, in one step: many vendors share a processor here. */
export function compressing(handle: Handler): Handler {
  return async (request) => {
    const accepted = request.headers.get('accept-encoding') ?? '';
    if (!/\bgzip\b/.test(accepted)) return handle(request);
    const plain = new Headers(request.headers);
    plain.delete('accept-encoding');
    const response = await handle(new Request(request, { headers: plain }));
    if (response.status !== 200) return response;
    const headers = new Headers(response.headers);
    headers.set('content-encoding', 'gzip');
    const body = gzipSync(await response.arrayBuffer(), { level: LEVEL });
    return new Response(body, { status: 200, headers });
  };
}
