/** What the reader is asked before the address of the private feed ends. */
export type FeedQuestion = 'renew' | 'revoke';
