import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ROLES } from './caller.ts';
import type { Credentials } from './credentials.ts';
import type { MachineClient } from './machines/clients.ts';

/** What `--clients FILE` holds: the programs and pages that may call, registered by hand. */
export interface RegistryFile {
  /** Publishable keys; each with the origins of the pages that use it, `*` for any. */
  keys?: { key: string; origins: string[] }[];
  clients?: {
    id: string;
    /** `sas-platform secret` prints a secret and its hash. */
    secretHash: string;
    roles: (typeof ROLES)[number][];
    /** The vendor's name in agendas; for the role `editor`. */
    editor?: string;
    territories?: string[];
    certificate?: { commonName: string; organizationalUnits?: string[] };
  }[];
}

const names = { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } };

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  properties: {
    keys: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['key', 'origins'],
        properties: {
          key: { type: 'string', pattern: '^pk_[\\w-]{16,}$' },
          origins: { ...names, items: { type: 'string', pattern: '^(\\*|https?://[^/]+)$' } },
        },
      },
    },
    clients: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'secretHash', 'roles'],
        properties: {
          id: { type: 'string', pattern: '^[\\w.-]{1,200}$' },
          secretHash: { type: 'string', pattern: '^[\\w-]{43}$' },
          roles: { ...names, items: { enum: ROLES.filter((role) => role !== 'public') } },
          editor: { type: 'string', minLength: 1 },
          territories: names,
          certificate: {
            type: 'object',
            additionalProperties: false,
            required: ['commonName'],
            properties: {
              commonName: { type: 'string', minLength: 1 },
              organizationalUnits: names,
            },
          },
        },
      },
    },
  },
};

/** A registry that cannot be used; the message names the file and the place. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}

/**
 * Reads the registry of programs and pages.
 *
 * @throws {RegistryError}
 */
export async function readRegistry(path: string): Promise<Pick<Credentials, 'keys' | 'clients'>> {
  const file = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new RegistryError(`${path} cannot be read: ${error.code}`);
  });
  const { keys = [], clients = [] } = check(path, file);
  const registered = new Map<string, MachineClient>();
  for (const [index, { id, secretHash, certificate, ...rights }] of clients.entries()) {
    if (registered.has(id)) throw new RegistryError(`${path}: /clients/${index}/id stands twice`);
    if (rights.roles.includes('editor') !== (rights.editor !== undefined)) {
      throw new RegistryError(
        `${path}: /clients/${index}: the role editor and \`editor\` go together`,
      );
    }
    registered.set(id, {
      id,
      secretHash,
      identity: { subject: id, ...rights },
      ...(certificate !== undefined && { certificate }),
    });
  }
  return { keys, clients: registered };
}

function check(path: string, text: string): RegistryFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new RegistryError(`${path} is not JSON: ${(error as Error).message}`);
  }
  const validate = new Ajv2020({ strict: false }).compile<RegistryFile>(SCHEMA);
  if (validate(file)) return file;
  const [fault] = validate.errors ?? [];
  const { allowedValues, additionalProperty } = (fault?.params ?? {}) as Record<string, string>;
  const place = fault?.instancePath === '' ? '/' : fault?.instancePath;
  const values = allowedValues ?? additionalProperty ?? '';
  throw new RegistryError(`${path}: ${place} ${fault?.message} ${values}`.trim());
}
