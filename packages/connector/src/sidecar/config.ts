import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { GuideVersion } from '@sas-kit/fhir';

/** Certificates as paths; those of a configuration file are relative to it. */
export interface TlsFiles {
  readonly key: string;
  readonly cert: string;
  readonly clientAuthorities: string;
  readonly revocationLists?: string;
  readonly allow: readonly { readonly commonName: string; readonly organizationalUnit?: string }[];
}

export interface PlatformConfig {
  readonly platformUrl: string;
  /** File in which messages wait. */
  readonly queue: string;
  /** Port on this machine's loopback at which the vendor's program tells about appointments. */
  readonly port: number;
  readonly key?: string;
  readonly cert?: string;
  readonly serverAuthorities?: string;
}

/** What `--config FILE` holds; `schema/sidecar-config.schema.json` says the same. */
export interface SidecarConfig {
  /** Public address of the FHIR interface. */
  readonly baseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly vendor: {
    /** Where the vendor's program answers the three calls. */
    readonly url: string;
    /** Sent as a bearer token, and asked for where the vendor's program calls us. */
    readonly secret: string | null;
    readonly associations: boolean;
    readonly regulators: boolean;
  };
  readonly identifierSystem: string | null;
  readonly guide: GuideVersion;
  readonly deadlineMs: number;
  readonly maxSlots: number;
  readonly tls: TlsFiles | null;
  readonly appointments: PlatformConfig | null;
}

/** Thrown for a configuration that cannot be used; the message names the member. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** Reads and checks a configuration file. */
export function readConfig(path: string): SidecarConfig {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${path}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  return parseConfig(value, dirname(path));
}

/** @param folder to which paths are relative. */
export function parseConfig(value: unknown, folder: string): SidecarConfig {
  const root = new Members(value, '', folder);
  const vendor = root.object('vendor');
  const config = {
    baseUrl: root.address('baseUrl'),
    host: root.text('host', '127.0.0.1'),
    port: root.number('port', 8080, 0, 65_535),
    vendor: {
      url: vendor.address('url'),
      secret: vendor.optionalText('secret') ?? null,
      associations: vendor.flag('associations', false),
      regulators: vendor.flag('regulators', false),
    },
    identifierSystem: root.optionalText('identifierSystem') ?? null,
    guide: root.oneOf('guide', ['1.1', '1.2'] as const, '1.1'),
    deadlineMs: root.number('deadlineMs', 5_000, 1, 60_000),
    maxSlots: root.number('maxSlots', 3_000, 1, 100_000),
    tls: root.has('tls') ? parseTls(root.object('tls')) : null,
    appointments: root.has('appointments') ? parsePlatform(root.object('appointments')) : null,
  };
  root.optionalText('$schema');
  vendor.done();
  root.done();
  if (config.appointments !== null && config.vendor.secret === null) {
    throw new ConfigError('vendor.secret: needed to take appointments');
  }
  return config;
}

function parseTls(tls: Members): TlsFiles {
  const files = {
    key: tls.path('key'),
    cert: tls.path('cert'),
    clientAuthorities: tls.path('clientAuthorities'),
    ...(tls.has('revocationLists') && { revocationLists: tls.path('revocationLists') }),
    allow: tls.list('allow').map((client) => {
      const commonName = client.text('commonName');
      const organizationalUnit = client.optionalText('organizationalUnit');
      client.done();
      return { commonName, ...(organizationalUnit !== undefined && { organizationalUnit }) };
    }),
  };
  tls.done();
  return files;
}

function parsePlatform(platform: Members): PlatformConfig {
  const config = {
    platformUrl: platform.address('platformUrl'),
    queue: platform.path('queue'),
    port: platform.number('port', 8081, 0, 65_535),
    ...(platform.has('key') && { key: platform.path('key') }),
    ...(platform.has('cert') && { cert: platform.path('cert') }),
    ...(platform.has('serverAuthorities') && {
      serverAuthorities: platform.path('serverAuthorities'),
    }),
  };
  platform.done();
  if ((config.key === undefined) !== (config.cert === undefined)) {
    throw new ConfigError('appointments: key and cert go together');
  }
  return config;
}

/** Members of an object of the configuration, each read once; what is left over is a fault. */
class Members {
  readonly #members: Map<string, unknown>;
  readonly #place: string;
  readonly #folder: string;

  constructor(value: unknown, place: string, folder: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ConfigError(`${place || 'configuration'}: an object is expected`);
    }
    this.#members = new Map(Object.entries(value));
    this.#place = place === '' ? '' : `${place}.`;
    this.#folder = folder;
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  text(name: string, fallback?: string): string {
    const value = this.#take(name) ?? fallback;
    if (typeof value !== 'string' || value === '') throw this.#fault(name, 'a text is expected');
    return value;
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined;
  }

  address(name: string): string {
    const value = this.text(name);
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
      throw this.#fault(name, 'an http(s) address is expected');
    }
    return value;
  }

  path(name: string): string {
    return resolve(this.#folder, this.text(name));
  }

  number(name: string, fallback: number, least: number, most: number): number {
    const value = this.#take(name) ?? fallback;
    if (!Number.isInteger(value) || Number(value) < least || Number(value) > most) {
      throw this.#fault(name, `a whole number from ${least} to ${most} is expected`);
    }
    return Number(value);
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.#take(name) ?? fallback;
    if (typeof value !== 'boolean') throw this.#fault(name, 'true or false is expected');
    return value;
  }

  oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const value = this.#take(name) ?? fallback;
    const found = values.find((each) => each === value);
    if (found === undefined) throw this.#fault(name, `one of ${values.join(', ')} is expected`);
    return found;
  }

  object(name: string): Members {
    return new Members(this.#take(name), this.#place + name, this.#folder);
  }

  list(name: string): Members[] {
    const value = this.#take(name);
    if (!Array.isArray(value)) throw this.#fault(name, 'a list is expected');
    return value.map((each, index) => {
      return new Members(each, `${this.#place}${name}[${index}]`, this.#folder);
    });
  }

  done(): void {
    for (const name of this.#members.keys()) throw this.#fault(name, 'unknown member');
  }

  #take(name: string): unknown {
    const value = this.#members.get(name);
    this.#members.delete(name);
    return value;
  }

  #fault(name: string, message: string): ConfigError {
    return new ConfigError(`${this.#place}${name}: ${message}`);
  }
}
