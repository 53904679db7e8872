import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { CONFIG_SCHEMA } from './config-schema.ts';
import type { AppointmentsConfig, Config, ConfigFile, Identity, TlsConfig } from './config.ts';

/** Thrown for a configuration that cannot be used; the message names the place. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<ConfigFile>(
  CONFIG_SCHEMA,
);

/** `/practitioners/together/0` as `practitioners.together[0]`. */
function placeOf({ instancePath, params }: ErrorObject): string {
  const path = instancePath
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
  const { additionalProperty, missingProperty } = params as Record<string, string | undefined>;
  const member = additionalProperty ?? missingProperty;
  return [path, member].filter((part) => part !== undefined && part !== '').join('.');
}

function describe(error: ErrorObject): string {
  const place = placeOf(error) || 'configuration';
  const { allowedValues } = error.params as { allowedValues?: readonly string[] };
  if (error.keyword === 'additionalProperties') return `${place}: unknown member`;
  if (error.keyword === 'required') return `${place}: missing`;
  if (allowedValues !== undefined)
    return `${place}: one of ${allowedValues.join(', ')} is expected`;
  return `${place}: ${error.message ?? 'not as expected'}`;
}

/**
 * The configuration out of what a file holds, with its defaults.
 *
 * @param folder to which paths of certificates are relative.
 * @throws {ConfigError} that names each place that is wrong.
 */
export function parseConfig(value: unknown, folder = '.'): Config {
  if (!validate(value)) {
    throw new ConfigError([...new Set((validate.errors ?? []).map(describe))].join('; '));
  }
  return {
    guide: value.guide ?? '1.1',
    practitioners: value.practitioners ?? {},
    cpts: value.cpts ?? {},
    sos: value.sos ?? {},
    regulators: value.regulators ?? null,
    tls: value.tls === undefined ? null : readTls(value.tls, folder),
    headers: lowerCased(value.headers ?? {}),
    sso: value.sso ?? {},
    appointments: readAppointments(value.appointments),
    lrm: value.lrm ?? null,
    policy: {
      otherStatus: 'either',
      otherSystem: 'either',
      upsideDown: 'either',
      malformed: null,
      rule: null,
      clearText: false,
      ...value.policy,
    },
    declared: value.declared ?? {},
    limits: {
      deadlineMs: 10_000,
      maxBytes: 20_000_000,
      responseMs: 1_000,
      fullResponseMs: 7_000,
      ...value.limits,
    },
  };
}

/** Headers, as all are named here: two that differ in case alone would both be sent. */
function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function readAppointments(given: AppointmentsConfig = {}): AppointmentsConfig {
  const { headers, otherEditor } = given;
  return {
    ...given,
    ...(headers !== undefined && { headers: lowerCased(headers) }),
    ...(otherEditor !== undefined && { otherEditor: lowerCased(otherEditor) }),
  };
}

/**
 * Reads and checks a configuration file.
 *
 * @throws {ConfigError} that names the file and each place that is wrong.
 */
export function readConfig(path: string): Config {
  const text = readText(path, path);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigError(`${path}: no JSON: ${(error as Error).message}`);
  }
  try {
    return parseConfig(value, dirname(path));
  } catch (error) {
    throw error instanceof ConfigError ? new ConfigError(`${path}: ${error.message}`) : error;
  }
}

function readText(path: string, place: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`${place}: ${(error as Error).message}`);
  }
}

function readTls({ authorities, ...identities }: TlsConfig, folder: string): TlsConfig {
  const text = (path: string, place: string) => readText(resolve(folder, path), `tls.${place}`);
  const named = Object.entries(identities as Record<string, Identity>).map(
    ([name, { key, cert, passphrase }]) =>
      [
        name,
        {
          key: text(key, `${name}.key`),
          cert: text(cert, `${name}.cert`),
          ...(passphrase !== undefined && { passphrase }),
        },
      ] as const,
  );
  return {
    ...(authorities !== undefined && { authorities: text(authorities, 'authorities') }),
    ...Object.fromEntries(named),
  };
}
