import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { WebhookTopic } from '@sas-kit/client';

/** What the command is asked to do. */
export type Request = { readonly kind: 'help' } | ListenRequest;

/** Events are received for a while and handed on. */
export interface ListenRequest {
  readonly kind: 'listen';
  readonly platform: string;
  readonly token: string;
  /** Where events go; null prints them only. */
  readonly forward: string | null;
  readonly events: WebhookTopic[];
  /** 0 picks a free one. */
  readonly port: number;
}

/** Whoever calls must put something right; the message says what. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const OPTIONS = {
  forward: { type: 'string' },
  platform: { type: 'string', default: 'http://127.0.0.1:8080' },
  token: { type: 'string' },
  credentials: { type: 'string' },
  role: { type: 'string', default: 'editor' },
  events: { type: 'string', default: '*' },
  port: { type: 'string', default: '0' },
  help: { type: 'boolean' },
} as const;

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** @throws {UsageError} */
export function readArguments(words: readonly string[], environment: NodeJS.ProcessEnv): Request {
  const { values, positionals } = parse(words);
  if (values.help === true) return { kind: 'help' };
  const [name, more] = positionals;
  if (name !== 'listen') throw new UsageError(`listen is expected, not ${name ?? 'nothing'}`);
  if (more !== undefined) throw new UsageError(`${more}: nothing more is expected`);
  if (!/^\d{1,5}$/.test(values.port)) throw new UsageError('--port: a number is expected');
  return {
    kind: 'listen',
    platform: address('platform', values.platform),
    token: values.token ?? environment['SAS_TOKEN'] ?? tokenOf(values.credentials, values.role),
    forward: values.forward === undefined ? null : address('forward', values.forward),
    // A type that the platform does not know is refused by it, with its list.
    events: values.events.split(',').map((each) => each.trim()) as WebhookTopic[],
    port: Number(values.port),
  };
}

function address(name: string, text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new UsageError(`--${name} ${text}: an http(s) address is expected`);
}

/** The token of a role in the file that a demonstration writes. */
function tokenOf(path: string | undefined, role: string): string {
  if (path === undefined) {
    throw new UsageError('give --credentials FILE of the platform, --token or SAS_TOKEN');
  }
  let tokens: Record<string, string> | undefined;
  try {
    ({ tokens } = JSON.parse(readFileSync(path, 'utf8')) as { tokens?: Record<string, string> });
  } catch (error) {
    throw new UsageError(`--credentials ${path}: ${(error as Error).message}`);
  }
  const token = tokens?.[role];
  if (token === undefined) throw new UsageError(`--credentials ${path}: no token of ${role} in it`);
  return token;
}
