import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { openCalls } from './aggregation/calling/open-calls.ts';
import { OpenedSlots } from './aggregation/calling/opened-slots.ts';
import { openEditors } from './aggregation/open-editors.ts';
import { openRegulators } from './aggregation/regulators/open-regulators.ts';
import { auditRoutes } from './audit/routes.ts';
import { auditedDatabase, auditedHandlers } from './audit/trail.ts';
import { LiveChanges } from './availability/live-changes.ts';
import { availabilityRoutes } from './availability/routes.ts';
import { ORIENTATIONS_AT_ONCE, SEARCHES_AT_ONCE, Turns } from './availability/turns.ts';
import { AppointmentReader } from './booking/appointment-reader.ts';
import { bookingKind } from './booking/editor/booking-kind.ts';
import { cancellationKind } from './booking/editor/cancellation-kind.ts';
import { CANCELLATION_KIND } from './booking/editor/cancellation-rows.ts';
import { appointmentFindings } from './booking/editor/findings.ts';
import { BOOKING_KIND } from './booking/editor/one-step.ts';
import { openBooking } from './booking/routes.ts';
import { openSecrets } from './booking/secret-setting.ts';
import { type Config, ConfigError } from './config.ts';
import { databaseLocation, openDatabase } from './database/connection.ts';
import type { Database } from './database/database.ts';
import { warmPlaces } from './directory/places.ts';
import { NationalAddressBase } from './directory/national-address-base.ts';
import { directoryRoutes } from './directory/routes.ts';
import { seedTerritories } from './directory/territory-records.ts';
import { createPeople } from './accounts/people.ts';
import { fhirRoutes } from './fhir/routes.ts';
import { createRateLimiter } from './http/limits.ts';
import { SharedCounters } from './http/shared-counters.ts';
import { createAuthenticate } from './identity/authenticate.ts';
import {
  type Credentials,
  identitiesBySubject,
  readKeys,
  readStaticTokens,
} from './identity/credentials.ts';
import { orEditorCertificate } from './identity/machines/editor-certificate.ts';
import { createMachines } from './identity/machines/machines.ts';
import { openHub } from './hub/open-hub.ts';
import { createJobRunner, DESK_EVERY_MS, deskJobs, platformJobs } from './jobs.ts';
import { openMetrics } from './metrics/open-metrics.ts';
import { newsRoutes } from './news/routes.ts';
import { Outbox } from './outbox/outbox.ts';
import { operationRoutes } from './operation/routes.ts';
import { checkProduction } from './production.ts';
import { orientationRules } from './regulation/orientation-rules.ts';
import { openRegulation } from './regulation/open-regulation.ts';
import { statisticsRoutes } from './statistics/routes.ts';
import { SearchCounts } from './statistics/search-counts.ts';
import { searchLinkRoutes } from './search-link/routes.ts';
import { participationRoutes } from './participation/routes.ts';
import { publishingRoutes } from './publishing/routes.ts';
import { buildServer, type ServerOptions } from './server.ts';
import { openWebhooks } from './webhooks/open-webhooks.ts';

/** Time that running requests have to end in a clean stop, ms. */
const CLOSING_MS = 3_000;

/** A running platform. Add routes of your own to `app` before you listen. */
export interface Platform {
  app: FastifyInstance;
  database: Database;
  /** Answers the address, `http://127.0.0.1:8080`. */
  listen(): Promise<string>;
  /** Where metrics are read, once it listens; null without a listener of their own. */
  readonly metricsAddress: string | null;
  /** Does now what is due: erasing, sealing, new slots. It is done every ten minutes anyway. */
  runJobs(): Promise<void>;
  /** Ends running requests and jobs, then the database. Once, however often it is called. */
  close(): Promise<void>;
}

export interface PlatformOptions {
  config: Config;
  credentials: Credentials;
  /** For tests: where the data lives instead of what the configuration says. */
  database?: Database;
  validateResponses?: boolean;
  /** Where log lines go; standard output by default. */
  logTo?: { write(line: string): void };
}

/**
 * Opens the database, seeds the reference data and builds the application.
 *
 * @throws {ConfigError} in production mode, for what is fit for a demonstration only.
 * @throws {DirectoryLockedError} when another process has the data directory.
 */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { config } = options;
  checkProduction(options);
  const database = auditedDatabase(
    options.database ?? (await openDatabase(databaseLocation(config))),
  );
  try {
    const secrets = await openSecrets(database, config, options.database !== undefined);
    warmPlaces();
    await seedTerritories(database, config);
    let address: string | null = config.publicUrl;
    const machines = createMachines(database, secrets, options.credentials, {
      issuer: () => address ?? 'http://localhost',
      keyDays: config.signingKeyDays,
    });
    const people = await createPeople(database, secrets, config);
    const authenticate = createAuthenticate({
      tokens: [...machines.readers, readStaticTokens(options.credentials)],
      key: readKeys(options.credentials),
      session: people.session,
    });
    const { loopback } = config.webhooks;
    const editors = await openEditors(database, config.editors, { loopback, appointmentFindings });
    const regulators = openRegulators(database, editors.asking);
    const calls = openCalls(
      database,
      (editor, question, signal) => editors.asking.askEditor(editor, question, signal),
      config.vendors.callsAtOnce,
      (editorId, findings) => editors.health.note(editorId, findings),
      (editorId, error) => editors.health.lost(editorId, error),
    );
    const geocoder = config.geocoder === null ? null : new NationalAddressBase(config.geocoder);
    const searches = new SearchCounts(database);
    const live = new LiveChanges(database, database.notifications);
    const booking = openBooking(
      database,
      secrets,
      config.booking,
      new OpenedSlots(database, calls, config.vendors.deadlineMs),
      editors.asking,
      orientationRules,
    );
    const regulation = openRegulation(database, booking, authenticate, {
      ...config.streams,
      turns: new Turns(ORIENTATIONS_AT_ONCE),
    });
    const webhooks = openWebhooks(
      database,
      secrets,
      identitiesBySubject(options.credentials),
      config.webhooks,
    );
    const hub = openHub(
      database,
      new AppointmentReader(database, secrets),
      config.hub,
      config.mode === 'production',
    );
    const app = buildServer({
      handlers: auditedHandlers(
        {
          ...directoryRoutes(database, geocoder),
          ...newsRoutes(database, {
            sources: config.newsSources,
            home: () => address ?? 'http://localhost',
          }),
          ...availabilityRoutes(
            live,
            authenticate,
            {
              database,
              calls,
              settings: config.vendors,
              onSearched: (searched) => searches.count(searched),
            },
            geocoder,
            { ...config.streams, turns: new Turns(SEARCHES_AT_ONCE) },
          ),
          ...searchLinkRoutes(database, secrets, geocoder, config.searchLink),
          ...booking.routes,
          ...regulation.routes,
          ...statisticsRoutes(database, { ...config.statistics, ...config.retention }),
          ...publishingRoutes(database, config.horizonDays, () => address ?? 'http://localhost'),
          ...participationRoutes(database),
          ...operationRoutes(database),
          ...machines.routes,
          ...auditRoutes(database),
          ...people.routes,
          ...webhooks.routes,
          ...hub.routes,
          ...fhirRoutes(database, () => address ?? 'http://localhost'),
          ...editors.routes,
          ...regulators.routes,
        },
        database,
      ),
      authenticate,
      authenticateFhir: orEditorCertificate(authenticate, database),
      limiter: createRateLimiter(
        config.rateLimits,
        new SharedCounters(database, secrets.addressKey),
      ),
      openRequests: config.openRequests,
      timeouts: config.timeouts,
      bodyLimit: config.bodyLimit,
      trustProxy: config.trustProxy,
      certificateHeader: config.certificateHeader,
      https: config.tls === null ? null : await readTlsFiles(config.tls),
      hstsSeconds: config.hstsSeconds,
      logLevel: config.logLevel,
      ...(options.logTo === undefined ? {} : { logTo: options.logTo }),
      validateResponses: options.validateResponses ?? false,
    });
    const metrics = openMetrics(app, database, live, editors.asking, config.metrics, hub.state);
    const jobs = createJobRunner(platformJobs(database, secrets, config), app.log, metrics.jobDone);
    await jobs.run();
    jobs.schedule();
    const desk = createJobRunner(deskJobs(database), app.log, metrics.jobDone, DESK_EVERY_MS);
    desk.schedule();
    // Every kind of thing that leaves for somebody else is registered here.
    const kinds = {
      ...webhooks.kinds,
      ...regulators.kinds,
      [BOOKING_KIND]: bookingKind(database, editors.asking),
      [CANCELLATION_KIND]: cancellationKind(database, editors.asking),
    };
    let wake = (): void => undefined;
    const hubKinds = await hub.connect(app.log, () => wake());
    const outbox = new Outbox(database, { ...kinds, ...hubKinds }, app.log);
    wake = () => outbox.wake();
    outbox.start();
    editors.start(app.log);
    searches.start(app.log);
    const close = async () => {
      live.end();
      regulation.end();
      await calls.close();
      // A request that is only half sent would keep the server open for ever.
      const cut = setTimeout(() => app.server.closeAllConnections(), CLOSING_MS);
      await app.close();
      clearTimeout(cut);
      await metrics.close();
      await jobs.stop();
      await desk.stop();
      await outbox.stop();
      webhooks.close();
      await hub.close();
      await editors.close();
      await searches.stop();
      await database.close();
    };
    let metricsAddress: string | null = null;
    let closing: Promise<void> | undefined;
    return {
      app,
      database,
      async listen() {
        const listening = await app.listen({ port: config.port, host: config.host });
        address ??= listening;
        metricsAddress = await metrics.listen();
        return listening;
      },
      get metricsAddress() {
        return metricsAddress;
      },
      runJobs: async () => {
        await jobs.run();
        await desk.run();
      },
      close: () => (closing ??= close()),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** TLS that asks for a certificate and lets requests without one in: what needs one says so by HTTP. */
async function readTlsFiles(tls: NonNullable<Config['tls']>): Promise<ServerOptions['https']> {
  const read = (path: string) =>
    readFile(path).catch(() => {
      throw new ConfigError(`${path} cannot be read`);
    });
  const { clientAuthorities: ca } = tls;
  return {
    cert: await read(tls.cert),
    key: await read(tls.key),
    minVersion: 'TLSv1.2',
    ...(ca !== null && { ca: await read(ca), requestCert: true, rejectUnauthorized: false }),
  };
}

/** The line that says what the database is good for. */
export function databaseNotice(database: Database): string {
  return database.kind === 'pglite'
    ? 'embedded database: it survives a crash of the process, not a power cut; set DATABASE_URL for anything real'
    : 'PostgreSQL';
}
