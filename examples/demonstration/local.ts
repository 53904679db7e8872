/** Of a request, what says where it comes from. */
interface Arriving {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: { readonly host?: string | undefined };
}

/** Whether a request comes from this machine, under a name that another site cannot point at it. */
export function isLocal({ socket, headers }: Arriving): boolean {
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  return isLoopback && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(headers.host ?? '');
}
