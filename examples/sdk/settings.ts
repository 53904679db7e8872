/**
 * Where the examples call, and as whom: `SAS_URL`, and either the file that `npm start` writes for
 * `--credentials FILE` (`SAS_CREDENTIALS`), or a key and a token of your own (`SAS_KEY`, `SAS_TOKEN`).
 */
import { readFileSync } from 'node:fs';

const { SAS_URL, SAS_CREDENTIALS, SAS_KEY, SAS_TOKEN } = process.env;

interface Credentials {
  readonly publishableKey?: string;
  readonly tokens: Readonly<Record<string, string>>;
}

const { publishableKey, tokens } = (
  SAS_CREDENTIALS ? JSON.parse(readFileSync(SAS_CREDENTIALS, 'utf8')) : { tokens: {} }
) as Credentials;

/** Address of the platform. */
export const baseUrl = SAS_URL ?? 'http://127.0.0.1:8080';

function given(value: string | undefined, variable: string): string {
  if (value !== undefined) return value;
  process.stderr.write(`Set SAS_CREDENTIALS (npm start -- --credentials FILE) or ${variable}.\n`);
  process.exit(2);
}

/** The publishable key of a web page. */
export const publicKey = (): string => given(SAS_KEY ?? publishableKey, 'SAS_KEY');

/** The token of a role: `editor` for a vendor's software, `unscheduled-care-operator` for an OSNP. */
export const tokenOf = (role: string): string => given(SAS_TOKEN ?? tokens[role], 'SAS_TOKEN');
