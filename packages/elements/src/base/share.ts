/** What is shared. */
export interface Shared {
  title: string;
  url: string;
}

/** What became of it; `shown` where the reader must copy the address by hand. */
export type Sharing = 'shared' | 'dismissed' | 'copied' | 'shown';

/** Shares an address by the system's own dialog; where there is none, copies it. */
export async function share({ title, url }: Shared): Promise<Sharing> {
  // Absent in Firefox on computers, and without a secure context.
  const system = navigator as Partial<Pick<Navigator, 'share' | 'clipboard'>>;
  if (system.share) {
    try {
      await navigator.share({ title, url });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'dismissed';
    }
  }
  try {
    await system.clipboard?.writeText(url);
    return system.clipboard ? 'copied' : 'shown';
  } catch {
    return 'shown';
  }
}
