import { parseArgs } from 'node:util';
import type { GuideVersion, LintFlow } from '@sas-kit/fhir';
import type { Language } from '../report/human.ts';

export interface Reports {
  readonly language: Language;
  readonly verbose: boolean;
  /** A path, or `-` for the standard output. */
  readonly json: string | null;
  readonly junit: string | null;
}

/** What the command is asked to do. */
export type Request =
  | { readonly kind: 'help' | 'version' | 'print-schema' }
  | {
      readonly kind: 'list';
      readonly language: Language;
      readonly subject: Subject;
      readonly only: readonly string[];
    }
  | {
      readonly kind: 'bundles';
      readonly files: readonly string[];
      readonly flow: LintFlow | null;
      readonly guide: GuideVersion;
      readonly reports: Reports;
    }
  | {
      readonly kind: 'endpoint';
      readonly base: string;
      readonly config: string;
      readonly subject: Subject;
      readonly only: readonly string[];
      readonly reports: Reports;
    };

/** Who is tested: a vendor's endpoint, a platform that takes appointments, dispatch software. */
export type Subject = 'vendor' | 'appointments' | 'lrm';

/** Thrown for arguments that cannot be understood; the message says which. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

const FLOWS: readonly LintFlow[] = ['ps', 'cpts', 'sos', 'accounts', 'appointments'];
const GUIDES: readonly GuideVersion[] = ['1.1', '1.2'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        bundle: { type: 'string', multiple: true },
        flow: { type: 'string' },
        guide: { type: 'string' },
        appointments: { type: 'boolean' },
        lrm: { type: 'boolean' },
        only: { type: 'string', multiple: true },
        list: { type: 'boolean' },
        lang: { type: 'string' },
        json: { type: 'string' },
        junit: { type: 'string' },
        verbose: { type: 'boolean' },
        'print-schema': { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'bad arguments');
  }
}

function oneOf<Value extends string>(
  name: string,
  value: string | undefined,
  values: readonly Value[],
): Value | null {
  if (value === undefined) return null;
  const found = values.find((each) => each === value);
  if (found === undefined) throw new UsageError(`--${name}: one of ${values.join(', ')}`);
  return found;
}

function languageOf(given: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return oneOf('lang', given, ['fr', 'en']) ?? (/^en/i.test(locale) ? 'en' : 'fr');
}

function addressOf(text: string | undefined): string {
  if (text === undefined) throw new UsageError('the address of the endpoint is missing');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`${text}: an http(s) address is expected`);
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new UsageError(`${text}: an address without user, query and fragment is expected`);
  }
  return text;
}

/** The address of the broker, with its user and password. */
function brokerOf(text: string | undefined): string {
  if (text === undefined)
    throw new UsageError('the address of a broker is missing: amqp://guest:guest@localhost:5672/');
  const url = URL.canParse(text) ? new URL(text) : null;
  // Shows no password.
  if (url === null || !/^amqps?:$/.test(url.protocol) || url.hostname === '')
    throw new UsageError('--lrm: an address amqp://USER:PASSWORD@HOST:5672/VHOST is expected');
  if (/(^|\.)esante\.gouv\.fr$/.test(url.hostname))
    throw new UsageError(
      `${url.hostname}: that is the Hub itself. --lrm plays the Hub: give it a RabbitMQ of your own`,
    );
  return text;
}

const CONFIG_MISSING: Readonly<Record<Subject, string>> = {
  vendor: '--config FILE is missing; --print-schema shows what it holds',
  appointments: '--config FILE is missing; --print-schema shows what it holds',
  lrm: '--config FILE is missing; the shortest: {"lrm": {"client": "fr.health.test.samu760"}}',
};

/** @throws {UsageError} that says what is wrong. */
export function readArguments(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Request {
  const { values, positionals } = parse(args);
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  if (values['print-schema'] === true) return { kind: 'print-schema' };
  const language = languageOf(values.lang, environment);
  const only = (values.only ?? []).flatMap((list) => list.split(',')).filter((each) => each !== '');
  if (values.appointments === true && values.lrm === true)
    throw new UsageError('--appointments and --lrm: one of them only');
  const subject =
    values.lrm === true ? 'lrm' : values.appointments === true ? 'appointments' : 'vendor';
  if (values.list === true) return { kind: 'list', language, subject, only };
  const reports: Reports = {
    language,
    verbose: values.verbose === true,
    json: values.json ?? null,
    junit: values.junit ?? null,
  };
  if (reports.json === '-' && reports.junit === '-') {
    throw new UsageError('--json - and --junit -: one of them only');
  }
  const flow = oneOf('flow', values.flow, FLOWS);
  const guide = oneOf('guide', values.guide, GUIDES);
  if (values.bundle !== undefined) {
    for (const name of ['config', 'only', 'appointments', 'lrm'] as const) {
      if (values[name] !== undefined) throw new UsageError(`--${name} does not go with --bundle`);
    }
    const files = [...values.bundle, ...positionals];
    return { kind: 'bundles', files, flow, guide: guide ?? '1.1', reports };
  }
  if (flow !== null) throw new UsageError('--flow goes with --bundle');
  if (guide !== null)
    throw new UsageError('--guide goes with --bundle; else write it into the file');
  const [base, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`${more[0]}: one address only`);
  const address = subject === 'lrm' ? brokerOf(base) : addressOf(base);
  if (values.config === undefined) throw new UsageError(CONFIG_MISSING[subject]);
  return { kind: 'endpoint', base: address, config: values.config, subject, only, reports };
}
