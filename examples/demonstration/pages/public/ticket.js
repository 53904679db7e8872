/**
 * Takes the ticket of a search out of the address, before anything else of the page runs. It is kept for
 * this tab alone: a person may have to sign in first, or load the page again. Without the platform it
 * tells nothing.
 */
{
  const [, ticket] = /^#ticket=([\w-]+)$/.exec(location.hash) ?? [];
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  if (ticket !== undefined) {
    sessionStorage.setItem('sas-ticket', ticket);
    // The entry of this tab's history still remembers the link that led here: another one takes its place.
    location.replace(location.pathname);
  }
}
