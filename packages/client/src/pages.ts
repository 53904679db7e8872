/**
 * Lists, page by page.
 *
 * @module
 */
/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** The `cursor` of the next page, null on the last one. */
  readonly next: string | null;
}

/**
 * Every item of a list, page after page, each `id` once: availability may change between two pages
 * and show a card again.
 *
 * @param list - fetches one page
 * @example
 * for await (const schedule of eachItem((query) => client.schedules.list(query), {})) show(schedule);
 * @example
 * const search = (query: AvailabilityQuery) => client.availability.search(query, { signal });
 * for await (const card of eachItem(search, { insee: '76351' })) show(card);
 */
export function eachItem<Q extends object, T extends { readonly id: string }>(
  list: (query: Q & { cursor?: string }) => Promise<Page<T>>,
  query: Q,
): AsyncGenerator<T, void, undefined>;
// Where `list` says what it takes, literals of the query are of that type.
export function eachItem<Q, T extends { readonly id: string }>(
  list: (query: Q) => Promise<Page<T>>,
  query: NoInfer<NonNullable<Q>>,
): AsyncGenerator<T, void, undefined>;
export async function* eachItem<T extends { readonly id: string }>(
  list: (query: object) => Promise<Page<T>>,
  query: object,
): AsyncGenerator<T, void, undefined> {
  const seen = new Set<string>();
  let page = await list(query);
  for (;;) {
    for (const item of page.items) {
      if (!seen.has(item.id)) yield item;
      seen.add(item.id);
    }
    if (page.next === null) return;
    page = await list({ ...query, cursor: page.next });
  }
}
