/** Which appointment, and the token that may change it. */
export interface ManageLink {
  id: string;
  token: string;
}

const name = 'sas-manage';

/**
 * The link that is in a page's fragment. An id may hold dots, a token may not: the last dot parts
 * them.
 */
export function parseManageLink(fragment: string): ManageLink | undefined {
  const [, id, token] = /^#sas-manage=([\w.~-]+)\.([\w-]+)$/.exec(fragment) ?? [];
  return id !== undefined && token !== undefined ? { id, token } : undefined;
}

/** The page's address with the link in its fragment, which browsers never send. */
export function manageLink(page: string, { id, token }: ManageLink): string {
  return `${page.replace(/#.*$/, '')}#${name}=${id}.${token}`;
}

/** Takes the link out of the address bar at once, before anything can read or share it. */
export function takeManageLink(): ManageLink | undefined {
  const link = parseManageLink(location.hash);
  if (link) history.replaceState(history.state, '', location.pathname + location.search);
  return link;
}
