import type { AsideMessage, DueAnswer, KeptMessage, KnownMessage } from './store.ts';

/** What happened, as a file of lines keeps it. */
export type StoreLine =
  | { readonly keep: KeptMessage; readonly answers: readonly DueAnswer[] }
  | { readonly handled: HandledMessage }
  | { readonly answer: DueAnswer }
  | { readonly answered: string }
  | { readonly aside: AsideMessage; readonly answers: readonly DueAnswer[] }
  | { readonly forget: string };

/** A message that needs nothing any more but to be recognised. */
export interface HandledMessage extends KnownMessage {
  readonly id: string;
  /** When, in ms since 1970. */
  readonly at: number;
}

/** The Hub delivers for 24 h; a sender may send again by hand after a weekend. */
const REMEMBERED_MS = 30 * 86_400_000;

/** What a store holds. Any line may be applied twice. */
export class StoreState {
  readonly unhandled = new Map<string, KeptMessage>();
  readonly unanswered = new Map<string, DueAnswer>();
  readonly aside = new Map<string, AsideMessage>();
  readonly #handled = new Map<string, HandledMessage>();

  /** What is known of a message; null for a new one. */
  known(id: string): KnownMessage | null {
    const waiting = this.unhandled.get(id);
    if (waiting !== undefined) return { fingerprint: waiting.fingerprint, answers: [] };
    return this.#handled.get(id) ?? null;
  }

  apply(line: StoreLine): void {
    if ('keep' in line) {
      this.unhandled.set(line.keep.id, line.keep);
      this.#answer(line.answers);
    } else if ('handled' in line) {
      this.unhandled.delete(line.handled.id);
      this.#handled.set(line.handled.id, line.handled);
      this.#answer(line.handled.answers);
      this.#forgetBefore(line.handled.at - REMEMBERED_MS);
    } else if ('answer' in line) this.#answer([line.answer]);
    else if ('answered' in line) this.unanswered.delete(line.answered);
    else if ('aside' in line) {
      this.aside.set(line.aside.id, line.aside);
      this.#answer(line.answers);
    } else this.aside.delete(line.forget);
  }

  /** Lines that lead here. */
  remaining(): StoreLine[] {
    const answered = (answers: readonly DueAnswer[]): StoreLine[] =>
      answers.filter(({ id }) => !this.unanswered.has(id)).map(({ id }) => ({ answered: id }));
    return [
      ...[...this.#handled.values()].flatMap((handled) => [
        { handled },
        ...answered(handled.answers),
      ]),
      ...[...this.unhandled.values()].map((keep) => ({ keep, answers: [] })),
      ...[...this.aside.values()].map((aside) => ({ aside, answers: [] })),
      ...[...this.unanswered.values()].map((answer) => ({ answer })),
    ];
  }

  #answer(answers: readonly DueAnswer[]): void {
    for (const answer of answers) this.unanswered.set(answer.id, answer);
  }

  #forgetBefore(at: number): void {
    for (const [id, handled] of this.#handled) {
      if (handled.at >= at) return;
      this.#handled.delete(id);
    }
  }
}

/** Reads one line; null for what is none: cut by a crash, damaged, or not ours. */
export function parseStoreLine(text: string): StoreLine | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { keep, handled, answer, answered, aside, forget, answers } = value;
  const whole =
    (hasTexts(keep, 'id', 'text', 'fingerprint', 'receivedAt') && areAnswers(answers)) ||
    (hasTexts(handled, 'id', 'fingerprint') && areAnswers(handled['answers'])) ||
    isAnswer(answer) ||
    typeof answered === 'string' ||
    (hasTexts(aside, 'id', 'reason', 'body') && areAnswers(answers)) ||
    typeof forget === 'string';
  return whole ? (value as StoreLine) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function hasTexts(
  value: unknown,
  ...names: readonly string[]
): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}

function isAnswer(value: unknown): boolean {
  return hasTexts(value, 'id', 'recipient', 'about') && isRecord(value['content']);
}

function areAnswers(value: unknown): boolean {
  return Array.isArray(value) && value.every(isAnswer);
}
