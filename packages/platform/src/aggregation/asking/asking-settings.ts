import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { asObject, asText } from '@sas-kit/fhir/json';
import { ConfigError } from '../../config.ts';
import type { AskingSettings, ClientCertificate } from './connection.ts';

/** How connected vendors are asked, as it is set. */
export interface EditorSettings {
  /** Bytes of an answer, decompressed, that are read. */
  maxBytes: number;
  /** JSON file: name → PEM files of a certificate and its key, relative to it. */
  certificatesFile: string | null;
  /** PEM file of authorities. */
  authoritiesFile: string | null;
}

/**
 * Reads the files that the settings name.
 *
 * @throws {ConfigError} for one that is missing, or holds no certificate, key or JSON.
 */
export async function readAskingSettings(settings: EditorSettings): Promise<AskingSettings> {
  const { maxBytes, certificatesFile, authoritiesFile } = settings;
  const certificates = new Map<string, ClientCertificate>();
  if (certificatesFile !== null) {
    const named = readObject(await readText(certificatesFile), certificatesFile);
    for (const [name, files] of Object.entries(named))
      certificates.set(name, await readCertificate(certificatesFile, files));
  }
  const authorities = authoritiesFile === null ? [] : [await readText(authoritiesFile)];
  for (const ca of authorities) checkTls({ ca }, authoritiesFile!);
  return { maxBytes, certificates, authorities };
}

async function readCertificate(file: string, files: unknown): Promise<ClientCertificate> {
  const { cert, key } = asObject(files) ?? {};
  if (asText(cert) === '' || asText(key) === '') {
    throw new ConfigError(`${file}: each name needs the files “cert” and “key”`);
  }
  const read = (path: unknown) => readText(resolve(dirname(file), asText(path)));
  const certificate = { cert: await read(cert), key: await read(key) };
  checkTls(certificate, asText(cert));
  return certificate;
}

function checkTls(options: Parameters<typeof createSecureContext>[0], file: string): void {
  try {
    createSecureContext(options);
  } catch {
    throw new ConfigError(`${file} holds no certificate that fits`);
  }
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`${file} cannot be read`);
  });
}

function readObject(text: string, file: string): Record<string, unknown> {
  try {
    const object = asObject(JSON.parse(text));
    if (object !== null) return object;
  } catch {
    // Told below.
  }
  throw new ConfigError(`${file} is no JSON object`);
}
