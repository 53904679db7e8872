/** A name of this machine, which no other site can point elsewhere. */
const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/;

/** Whether a `Host`, or the host of a URL, names this machine itself. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host);
}
