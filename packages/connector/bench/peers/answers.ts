/** Answers of the connector, as a peer is to give them too. */
export interface Answers {
  /** Each with the query that it answers. */
  readonly bundles: readonly { readonly query: string; readonly bundle: any }[];
}

/** A peer: makes itself ready to give these answers. */
export type StartPeer = (
  folder: string,
  answers: Answers,
) => Promise<{
  readonly port: number;
  /** Addresses that give the answers, in their order. */
  readonly paths: readonly string[];
}>;

/** The bounds of a search, as they were sent. */
export const boundsOf = (query: string): string =>
  query
    .split('&')
    .filter((each) => each.startsWith('start='))
    .join('&');

/** The resources of one type in a Bundle. */
export const resourcesOf = (bundle: any, type: string): any[] =>
  bundle.entry
    .map(({ resource }: any) => resource)
    .filter(({ resourceType }: any) => resourceType === type);
