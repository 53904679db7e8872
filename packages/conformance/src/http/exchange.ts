import type { IncomingHttpHeaders } from 'node:http';
import type { Text } from '@sas-kit/fhir';

/** The client certificates of the configuration, and `none`. */
export type IdentityName = 'valid' | 'badCommonName' | 'badOrganizationalUnit' | 'revoked' | 'none';

/** A request of a check. */
export interface Ask {
  /** Default GET. */
  readonly method?: string;
  /** Below the base address, sent as it is written: `/Slot?status=free`. Or an http(s) address. */
  readonly path: string;
  /** Beside those of every request; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is; a value that is no text is sent as JSON. */
  readonly body?: unknown;
  /** Default `valid`, when the configuration has it. */
  readonly identity?: IdentityName;
  /** Sent again though the answer is known. */
  readonly fresh?: boolean;
  /** Redirects to follow. Default 0. */
  readonly follow?: number;
  /** Longest wait for the whole answer, in ms. Default: that of the configuration. */
  readonly deadlineMs?: number;
}

/** The request as it was sent. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly identity: IdentityName;
}

/** A request and its whole answer. */
export interface Exchange {
  readonly request: Sent;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body, decompressed, as UTF-8. */
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
  /** Whether the bytes of the body are UTF-8. */
  readonly utf8: boolean;
  /** From the request to the last byte, in ms. */
  readonly ms: number;
}

export type NoAnswerReason =
  /** Nobody listens, unknown host. */
  | 'unreachable'
  /** TLS could not be agreed. */
  | 'tls'
  /** No whole answer within the deadline. */
  | 'timeout'
  /** More bytes than the configuration admits. */
  | 'too-big'
  /** Cut off, or not HTTP. */
  | 'broken'
  /** Not sent: too many requests in a row were not answered. */
  | 'given-up';

/** Thrown when no whole answer came. `cause` is the error of Node, if any. */
export class NoAnswer extends Error {
  readonly reason: NoAnswerReason;
  readonly text: Text;
  readonly request: Sent;

  constructor(reason: NoAnswerReason, text: Text, request: Sent, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'NoAnswer';
    this.reason = reason;
    this.text = text;
    this.request = request;
  }
}
