import type { HubErrorCode, ReferenceStep } from '@sas-kit/fhir/hub';

/** The three queues of a client of the Hub. */
export type HubQueue = 'message' | 'ack' | 'info';

/** A message as it came out of a queue, kept until the program has taken it. */
export interface KeptMessage {
  /** Its distributionID: one record each. */
  readonly id: string;
  readonly queue: HubQueue;
  /** JSON, as it came. Names the practitioner and the regulator; no patient, ever. */
  readonly text: string;
  /** SHA-256 of what it says, hex: the same id with another content is no duplicate. */
  readonly fingerprint: string;
  /** RFC 3339, UTC. */
  readonly receivedAt: string;
}

/** What an answer says: how far the message came (RC-REF), or why it is not taken (RS-ERROR). */
export type AnswerContent =
  { readonly step: ReferenceStep } | { readonly statusCode: HubErrorCode; readonly cause: string };

/** An answer that still has to be accepted by the Hub. */
export interface DueAnswer {
  /** The same for the same answer to the same message; also in its distributionID. */
  readonly id: string;
  /** Id of the system that gets it. */
  readonly recipient: string;
  /** distributionID of the message that is answered. */
  readonly about: string;
  readonly exercise: boolean;
  readonly content: AnswerContent;
}

/** What is known of a message that was kept. */
export interface KnownMessage {
  readonly fingerprint: string;
  /** What was answered last; none while the program has not taken it, and where none is due. */
  readonly answers: readonly DueAnswer[];
}

/** A message that cannot be used, kept for a person to look at. */
export interface AsideMessage {
  /** SHA-256 of its bytes, hex. */
  readonly id: string;
  readonly queue: HubQueue;
  /** Why it cannot be used, in English, without anything that stands in it. */
  readonly reason: string;
  readonly contentType: string | null;
  /** Its bytes in base64, at most the first MiB. */
  readonly body: string;
  /** Size of the message, in bytes. */
  readonly size: number;
  /** RFC 3339, UTC. */
  readonly receivedAt: string;
}

/**
 * Where messages are kept. `FileHubStore` is one; a program may put its own database behind, best the
 * one in which it keeps its cases. What a method promises holds once its promise is fulfilled, a crash
 * of the process or of the machine included: the broker forgets the message then.
 */
export interface HubStore {
  /**
   * Keeps a message and what is due for it, both or neither. Stores nothing for an id that is known.
   *
   * @returns null for a new one, else what is known of it, for at least 24 h after it was handled.
   */
  keep(message: KeptMessage, answers: readonly DueAnswer[]): Promise<KnownMessage | null>;
  /** Messages that the program has not taken, oldest first. */
  unhandled(): Promise<readonly KeptMessage[]>;
  /** The program has taken it, or refused it: its text is not needed any more, its id is. */
  handled(id: string, answers: readonly DueAnswer[]): Promise<void>;
  /** An answer is due, once more perhaps; one that waits under the same id is replaced. */
  answer(answer: DueAnswer): Promise<void>;
  /** Answers that the Hub has not accepted, oldest first. */
  unanswered(): Promise<readonly DueAnswer[]>;
  /** The Hub has accepted it. */
  answered(id: string): Promise<void>;
  /** Keeps what cannot be used and what is due for it; does nothing for an id that is there. */
  setAside(message: AsideMessage, answers: readonly DueAnswer[]): Promise<void>;
  /** What was set aside, oldest first. */
  aside(): Promise<readonly AsideMessage[]>;
  /** A person has looked at it. */
  forget(id: string): Promise<void>;
}
