/** An editor has not said what came of it: it is asked again. */
export class NotKnownError extends Error {
  override readonly name = 'NotKnownError';
}
