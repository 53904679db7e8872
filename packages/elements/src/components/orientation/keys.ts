/**
 * The keys of `<sas-orientation>`: one each, shown on its button, never with Control, Alt or Meta. Letters
 * only: figures need Shift on a French keyboard. Two actions that are shown together have two keys.
 */
export const keys = {
  // Who decided.
  own: 'm',
  orientation: 'd',
  'dispatch-case': 'l',
  protocol: 'p',
  regulator: 'g',
  'emergency-regulator': 'h',

  // What was decided.
  consultation: 'c',
  'home-visit': 'v',
  teleconsultation: 't',
  advice: 'a',
  'phone-prescription': 'r',
  'emergency-department': 'u',
  ambulance: 'b',
  smur: 's',
  'other-prehospital-team': 'q',
  next: 'n',

  // A redirection from an emergency department.
  'triage-nurse': 'a',
  'instructions-given': 'o',
  'instructions-not-given': 'f',
  'keep-here': 'u',

  // The own doctor.
  'no-own-doctor': 'o',
  accepted: 'y',
  refused: 'f',
  unreachable: 'j',

  // Where somebody goes.
  leave: 'w',
  enlarge: 'e',
  overbooking: 'b',
  structures: 's',
  'give-back': 'r',

  // Another orientation is asked for while one is under way.
  'leave-for': 'x',
  stay: 'Escape',

  // What is about to be recorded, and what was.
  confirm: 'Enter',
  keep: 'k',
  undo: 'z',
  print: 'i',
  another: 'n',
  back: 'Escape',
} as const satisfies Readonly<Record<string, string>>;

/** What a key does. */
export type Action = keyof typeof keys;
