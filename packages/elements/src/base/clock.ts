/** The elements' only doors to time. Tests replace the members. */
export const clock = {
  /** Milliseconds of a clock that never jumps. */
  now: (): number => performance.now(),

  /** Milliseconds since 1970, by the reader's clock. */
  today: (): number => Date.now(),

  /** Calls once after some milliseconds; the answer takes the call back. */
  after(milliseconds: number, call: () => void): () => void {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },

  /** IANA zone of the reader. */
  zone: (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone,
};
