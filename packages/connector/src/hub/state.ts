/**
 * How the connection is. Anything but `connected` means that what is shown may be old: say so with
 * `since`, « tableau figé depuis 14:02 ».
 *
 * - `connecting`: never connected since the start
 * - `connected`: messages come in
 * - `blocked`: the broker is there, but its memory or disk is full: nothing moves
 * - `reconnecting`: the connection was lost at `since`
 * - `stopped`: by the program, or because another process has taken the store over
 */
export interface HubState {
  readonly name: 'connecting' | 'connected' | 'blocked' | 'reconnecting' | 'stopped';
  /** When it began. */
  readonly since: Date;
}
