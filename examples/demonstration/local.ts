import { isAllowed } from '../embedding-server/guard.ts';

/** Of a request, what says where it comes from. */
interface Arriving {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: { readonly host?: string | undefined };
}

/** Whether a request comes from this machine, under a name that another site cannot point at it. */
export function isLocal(request: Arriving): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '') && isAllowed(request);
}
