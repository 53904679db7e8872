/** Single keys of the list, as they are shown on its buttons; only while it has the focus. */
export const keys = {
  /** To the first alarm. */
  alarms: 'A',
  /** Acknowledges the alarm that has the focus. */
  acknowledge: 'V',
  /** Asks for another appointment, of the alarm that has the focus. */
  again: 'C',
} as const;

/** A key's place among them. */
export type KeyName = keyof typeof keys;

const writes = 'input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]';

/** What a key press asks for: nothing where it writes, repeats, or is half of another one. */
export function keyOf(event: KeyboardEvent): KeyName | undefined {
  const { key, ctrlKey, altKey, metaKey, repeat, defaultPrevented } = event;
  const [target] = event.composedPath();
  if (ctrlKey || altKey || metaKey || repeat || defaultPrevented) return undefined;
  if (target instanceof Element && target.matches(writes)) return undefined;
  const names = Object.keys(keys) as KeyName[];
  return names.find((name) => keys[name] === key.toUpperCase());
}
