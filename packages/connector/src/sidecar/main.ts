#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { VERSION } from '../metadata.ts';
import { readConfig } from './config.ts';
import { startSidecar } from './sidecar.ts';

const HELP = `sas-connector --config FILE [--port N]

Publishes the agenda of a program in any language to SAS: FHIR outside, three JSON calls inside.
  --config FILE  see schema/sidecar-config.schema.json and the README of @sas-kit/connector
  --port N       instead of the port of the file; 0 picks a free one
  --version      the version
  --help         this text
`;

/** What whoever starts it must put right; the message says all. */
class UsageError extends Error {}

function readArguments(): { help?: boolean; version?: boolean; config?: string; port?: string } {
  try {
    return parseArgs({
      options: {
        config: { type: 'string' },
        port: { type: 'string' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function main(): Promise<void> {
  const values = readArguments();
  if (values.help === true) return void process.stdout.write(HELP);
  if (values.version === true) return void process.stdout.write(`${VERSION}\n`);
  if (values.config === undefined) throw new UsageError('--config FILE is missing; see --help');
  if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) {
    throw new UsageError('--port: a number is expected');
  }
  const config = readConfig(values.config);
  const port = values.port === undefined ? config.port : Number(values.port);
  const sidecar = await startSidecar({ ...config, port }, (line) => {
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
  });
  if (sidecar.appointments !== null) {
    process.stdout.write(`sas-connector takes appointments on ${sidecar.appointments}\n`);
  }
  process.stdout.write(`sas-connector ready on ${sidecar.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sidecar.close());
  }
}

await main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : 'could not start';
  process.stderr.write(`sas-connector: ${message}\n`);
  process.exitCode = 2;
});
