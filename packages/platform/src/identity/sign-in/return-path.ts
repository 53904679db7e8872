/** Any origin: only paths are compared. */
const HERE = 'https://here.invalid';

/**
 * Where a browser goes once it is signed in: a path of this server and nothing else, so that no link
 * to the sign-in leads to another site. Anything that a browser might read as another address is `/`.
 */
export function returnPath(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith('/') || !URL.canParse(wanted, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  // `/.//elsewhere` is of this origin, and becomes `//elsewhere`.
  if (origin !== HERE || pathname.startsWith('//') || pathname.startsWith('/auth/')) return '/';
  return pathname + search + hash;
}
