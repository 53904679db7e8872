interface BareOptions extends RequestInit {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/**
 * Stands in for ky in the files that pages load. The client asks ky for one bare attempt: no retry, no
 * time-out, no error of a status. This is that attempt, without the 5 kB that none of it needs; `fetch`
 * does not look at the options that are ky's own.
 */
export default function bareFetch(url: string, { fetch, ...init }: BareOptions): Promise<Response> {
  return fetch(url, init);
}
