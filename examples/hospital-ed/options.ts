import { parseArgs } from 'node:util';
import {
  OptionError,
  type PlatformOptions,
  readPlatform,
  readPort,
} from '../embedding-server/options.ts';

/** What the command line and the environment say. */
export interface Options {
  /** 0 picks a free one. */
  readonly port: number;
  /** Null: nothing can be redirected, and the page says so. */
  readonly platform: PlatformOptions | null;
  /** Opaque id of who sits at the desk: `user` of `POST /v1/embed-sessions`. */
  readonly user: string;
}

export const HELP = `npm run hospital-ed -- [--option VALUE …]

The desk of the nurse who receives people at the emergency department of a fictional hospital:
<sas-orientation mode="redirection"> with the hospital's own text, and the orientations of the day.

  --port N          port on 127.0.0.1; 0 picks a free one [8096]
  --platform URL    platform of SAS Kit, http://127.0.0.1:8080; without it nobody is redirected
  --user ID         opaque id of the person at the desk, with a digit, never a name [accueil-1]
  --help            this text

From the environment, because they are secrets:
  ED_ID, ED_SECRET  client credentials of the platform, role triage-nurse
`;

/** As the contract has it: an id that is no name. */
const USER = /^(?=.*\d)[\w-]{4,64}$/;

/** @throws {OptionError} that names what cannot be used. */
export function readOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options {
  const { port = '8096', platform, user = 'accueil-1' } = parse(argv);
  if (!USER.test(user))
    throw new OptionError('--user: 4 to 64 letters, digits, - or _ with a digit are expected.');
  return {
    port: readPort(port),
    platform: platform === undefined ? null : readPlatform(platform, environment, 'ED'),
    user,
  };
}

function parse(argv: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { port: text, platform: text, user: text };
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new OptionError(`${(error as Error).message}.`);
  }
}
