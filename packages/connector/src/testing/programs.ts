import { spawnSync } from 'node:child_process';

/** Why a test that needs a program of this machine is skipped; false when it is there. */
export function unlessInstalled(command: string, ...args: readonly string[]): string | false {
  return spawnSync(command, args).status === 0 ? false : `${command} is not installed`;
}
