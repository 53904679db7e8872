#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { VERSION } from '../metadata.ts';
import { ConfigError, readConfig } from './config.ts';
import { startSidecar } from './sidecar.ts';

const HELP = `sas-connector --config FILE [--port N]

Publishes the agenda of a program in any language to SAS: FHIR outside, three JSON calls inside.
  --config FILE  see schema/sidecar-config.schema.json and the README of @sas-kit/connector
  --port N       instead of the port of the file; 0 picks a free one
  --version      the version
  --help         this text
`;

function fail(message: string): never {
  process.stderr.write(`sas-connector: ${message}\n`);
  process.exit(2);
}

function readArguments() {
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
    return fail(error instanceof Error ? error.message : 'bad arguments');
  }
}

const values = readArguments();
if (values.help === true) {
  process.stdout.write(HELP);
  process.exit(0);
}
if (values.version === true) {
  process.stdout.write(`${VERSION}\n`);
  process.exit(0);
}
if (values.config === undefined) fail('--config FILE is missing; see --help');
if (values.port !== undefined && !/^\d{1,5}$/.test(values.port))
  fail('--port: a number is expected');

try {
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
    process.once(signal, () => void sidecar.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (error instanceof ConfigError) fail(error.message);
  fail(error instanceof Error ? error.message : 'could not start');
}
