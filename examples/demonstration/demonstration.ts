import { fileURLToPath } from 'node:url';
import { createSasClient } from '@sas-kit/client';
import {
  type Config,
  createPlatform,
  type CredentialsFile,
  issueCredentials,
  type Platform,
  readConfig,
  writeCredentials,
} from '@sas-kit/platform';
import type { ProgramBeside } from './beside.ts';
import { addDispatch } from './dispatch.ts';
import { addHospital } from './hospital-ed.ts';
import { HOSPITAL, IDENTITIES, OTHER_LEAD, SCHEME_MEMBERS } from './identities.ts';
import { addPages } from './pages.ts';
import { publishPast } from './past/publish-past.ts';
import { DATA_FOLDER } from './prepare.ts';
import { AGENDAS } from './publishing/agendas.ts';
import { publishCalls } from './publishing/calls.ts';
import { publishNews } from './publishing/news.ts';
import { publishProtocols } from './publishing/protocols.ts';
import { joinScheme } from './publishing/scheme.ts';
import { platformTime, publishAgendas, type Published } from './publishing/publish.ts';
import { ensureAccounts } from './sign-in/accounts.ts';
import { type DemonstrationProvider, openProvider } from './sign-in/provider.ts';
import { connectVendors } from './vendors/connect.ts';
import { VENDORS } from './vendors/offices.ts';
import { type RunningVendor, startVendor } from './vendors/vendor.ts';

export interface DemonstrationOptions {
  /** Flags of the platform: `['--port', '0', '--data', folder]`. */
  argv?: readonly string[];
  environment?: Readonly<Record<string, string | undefined>>;
  /** Moves the platform's clock to this instant; time goes on from there. */
  clock?: string;
}

/** A platform that listens, with its pages. Its agendas come with `publish`. */
export interface Demonstration {
  /** `http://127.0.0.1:8080` */
  address: string;
  credentials: CredentialsFile;
  platform: Platform;
  /** Makes the accounts, publishes the agendas that are not there yet, connects vendors. Stops half-way, without an error, when closed. */
  publish(): Promise<Published | null>;
  /** Stops publishing, ends running requests, closes the database. A second call waits for the first. */
  close(): Promise<void>;
}

/** Every visitor of a demonstration has one address: the limits of a household would stop them. */
const SETTINGS = {
  SAS_DATA: fileURLToPath(DATA_FOLDER),
  SAS_RATE_TOKEN: '12000',
  SAS_RATE_KEY: '6000',
  SAS_RATE_BARE_KEY: '6000',
  SAS_RATE_ANONYMOUS: '6000',
  SAS_OPEN_REQUESTS: '1000',
  SAS_HOLDS_PER_ADDRESS: '100',
  SAS_PUBLIC_BOOKINGS_PER_DAY: '500',
  SAS_TERMS_VERSION: 'demonstration-1',
  SAS_SEARCH_PAGE: '/espace/recherche',
  SAS_SEARCH_ORIGINS: 'SAMU76',
  // Targets of this service: no text makes one binding.
  SAS_TARGET_ANSWERED_PERCENT: '90',
  SAS_TARGET_WITHIN_30S_PERCENT: '80',
  SAS_TARGET_WITHIN_60S_PERCENT: '90',
  // Whoever tries the API with a program of ten lines books without solving anything.
  SAS_PROOF_DIFFICULTY: '0',
};

/**
 * Starts the platform with an identity for every role and the demonstration's pages.
 *
 * @throws {ConfigError} for a setting that cannot be used.
 * @throws {DirectoryLockedError} when another process has the data directory.
 */
export async function openDemonstration(options: DemonstrationOptions): Promise<Demonstration> {
  const { argv = [], environment = process.env, clock } = options;
  const provider = await openProvider();
  try {
    const config = readConfig(argv, { ...SETTINGS, ...provider.settings, ...environment });
    return await openWith(provider, config, clock, environment);
  } catch (error) {
    await provider.close();
    throw error;
  }
}

async function openWith(
  provider: DemonstrationProvider,
  config: Config,
  clock: string | undefined,
  environment: NonNullable<DemonstrationOptions['environment']>,
): Promise<Demonstration> {
  const { credentials: own, file } = issueCredentials(IDENTITIES, config.origins);
  const other = issueCredentials([OTHER_LEAD, SCHEME_MEMBERS], []);
  const hospital = issueCredentials([HOSPITAL], [], HOSPITAL.roles);
  Object.assign(file.clients, hospital.file.clients);
  const tokens = new Map([...own.tokens, ...other.credentials.tokens]);
  const clients = new Map([...own.clients, ...hospital.credentials.clients]);
  const platform = await createPlatform({ config, credentials: { ...own, tokens, clients } });
  try {
    if (clock !== undefined) await moveClock(platform, clock);
    await addPages(platform.app, {
      publishableKey: file.publishableKey,
      practitionerToken: tokenOf(file, 'practitioner'),
      provider: provider.issuer,
    });
    const programs = [
      addDispatch(platform.app, file, environment),
      addHospital(platform.app, file),
    ];
    if (config.credentials !== null) await writeCredentials(config.credentials, file);
    const address = await platform.listen();
    const beside = [provider, ...programs];
    beside.forEach((each) => each.serve(address));
    const life = lifecycle(platform, beside, address, file, other.file);
    return { address, credentials: file, platform, ...life };
  } catch (error) {
    await platform.close();
    throw error;
  }
}

/** Starts the demonstration and publishes its agendas. */
export async function startDemonstration(options: DemonstrationOptions): Promise<Demonstration> {
  const demonstration = await openDemonstration(options);
  try {
    await demonstration.publish();
  } catch (error) {
    await demonstration.close();
    throw error;
  }
  return demonstration;
}

function lifecycle(
  platform: Platform,
  beside: readonly ProgramBeside[],
  address: string,
  file: CredentialsFile,
  others: CredentialsFile,
): Pick<Demonstration, 'publish' | 'close'> {
  const stop = new AbortController();
  let vendors: Promise<RunningVendor[]> | null = null;
  let closed: Promise<void> | null = null;
  return {
    async publish() {
      const clientOf = (token: string) => createSasClient({ baseUrl: address, token });
      const client = clientOf(tokenOf(file, 'editor'));
      const administrator = clientOf(tokenOf(file, 'administrator'));
      const hospital = clientOf(tokenOf(file, 'territory-lead'));
      const ambulatory = clientOf(tokenOf(others, 'territory-lead'));
      const members = clientOf(tokenOf(others, 'practitioner'));
      const { signal } = stop;
      try {
        await ensureAccounts(administrator, { signal });
        await publishNews(administrator, { signal });
        await publishProtocols({ hospital, ambulatory }, { signal });
        const today = (await platformTime(client, { signal })).slice(0, 10);
        await publishCalls(administrator, today, { signal });
        const published = await publishAgendas(client, AGENDAS, { signal });
        await publishPast(platform.database, AGENDAS, today);
        await joinScheme(members, { signal });
        signal.throwIfAborted();
        vendors ??= Promise.all(VENDORS.map(startVendor));
        await connectVendors(administrator, await vendors, { signal });
        return published;
      } catch (error) {
        if (stop.signal.aborted) return null;
        throw error;
      }
    },
    close() {
      stop.abort();
      closed ??= platform.close().finally(async () => {
        const running = (await vendors) ?? [];
        await Promise.all([...beside, ...running].map((each) => each.close()));
      });
      return closed;
    },
  };
}

async function moveClock({ database }: Platform, instant: string): Promise<void> {
  await database.query('update clock set shift = $1::timestamptz - statement_timestamp()', [
    instant,
  ]);
}

function tokenOf({ tokens }: CredentialsFile, role: string): string {
  const token = tokens[role];
  if (token === undefined) throw new Error(`no identity has the role ${role}`);
  return token;
}
