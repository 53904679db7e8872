/**
 * A throw-away RabbitMQ for tests, with the accounts that the Hub would give: the one of `AMQP_URL`, else
 * an installed one. It comes back when a test kills it.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './postgres.ts';
import { root } from './run.ts';

/** A running broker. */
export interface TemporaryBroker {
  /**
   * For the tests: `AMQP_URL` (everything allowed); of an own broker also `SAS_TEST_HUB_URL` (what a
   * client of the Hub may), `SAS_TEST_HUB_TLS_URL` and `SAS_TEST_HUB_TLS` (folder of certificates),
   * `SAS_TEST_BROKER_PID` (file with the process to kill) and `SAS_TEST_BROKER` (what `rabbitmqctl` needs
   * in its environment, as JSON).
   */
  readonly environment: Record<string, string>;
  stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/rabbitmq/bin/rabbitmq-server';
const LONGEST_START_MS = 120_000;

/** Starts a broker on free loopback ports; null where none is installed. */
export async function startBroker(): Promise<TemporaryBroker | null> {
  const given = process.env['AMQP_URL'];
  if (given !== undefined && given !== '')
    return { environment: { AMQP_URL: given }, stop: () => Promise.resolve() };
  if (!existsSync(INSTALLED)) return null;
  const [port, tlsPort, distributionPort, epmdPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'sas-broker-'));
  const tls = makeCertificates(join(folder, 'tls'));
  await writeSettings(folder, port, tls === null ? null : { port: tlsPort, folder: tls });
  const owner = process.getuid?.() === 0 ? await giveTo('rabbitmq', folder) : {};
  const settings = {
    PATH: '/usr/lib/rabbitmq/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: folder,
    LANG: 'C.UTF-8',
    RABBITMQ_NODENAME: 'sas-test@localhost',
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
    RABBITMQ_PID_FILE: join(folder, 'broker.pid'),
    RABBITMQ_DIST_PORT: String(distributionPort),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_EPMD_PORT: String(epmdPort),
  };
  const processes = new Processes(folder);
  const start = (command: string, args: readonly string[] = []) =>
    processes.keep(() =>
      spawn(command, args, {
        cwd: folder,
        env: settings,
        stdio: 'ignore',
        detached: true,
        ...owner,
      }),
    );
  // Else the broker starts it, and nobody would end it.
  start('epmd', ['-address', '127.0.0.1', '-port', String(epmdPort)]);
  start(INSTALLED);
  await untilOpen(tls === null ? [port] : [port, tlsPort]);
  return {
    environment: {
      AMQP_URL: `amqp://hub:hub@127.0.0.1:${port}/sas-test`,
      SAS_TEST_HUB_URL: `amqp://dispatch:dispatch@127.0.0.1:${port}/sas-test`,
      SAS_TEST_BROKER_PID: settings.RABBITMQ_PID_FILE,
      SAS_TEST_BROKER: JSON.stringify(settings),
      ...(tls !== null && {
        SAS_TEST_HUB_TLS_URL: `amqps://localhost:${tlsPort}/sas-test`,
        SAS_TEST_HUB_TLS: tls,
      }),
    },
    async stop() {
      processes.end();
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** Processes that are started again when they end, until the end of all. */
class Processes {
  readonly #running = new Set<ChildProcess>();
  #ended = false;

  /** @param folder of theirs, which goes with them where nobody waits for the end. */
  constructor(folder: string) {
    process.once('exit', () => this.end());
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        this.end();
        rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
        process.exit(1);
      });
  }

  keep(start: () => ChildProcess): void {
    const child = start();
    this.#running.add(child);
    child.once('exit', () => {
      this.#running.delete(child);
      if (!this.#ended) this.keep(start);
    });
  }

  /** Kills them with all that they started. */
  end(): void {
    this.#ended = true;
    for (const { pid } of this.#running) {
      try {
        if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    }
  }
}

/** Certificates of a server `localhost` and of a client; null without openssl. */
function makeCertificates(folder: string): string | null {
  const script = join(root, 'packages/connector/tools/make-test-authority.sh');
  try {
    execFileSync('sh', [script, folder, 'fr.health.test.samu-tls'], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

/** What the Hub lets a client do: read its queues, write to one exchange under its own name. */
const CLIENT = '^fr\\.health\\.test\\.(samu|ptfsas)-[a-z0-9-]+';

function definitions(): unknown {
  const vhost = 'sas-test';
  const clients = ['dispatch', 'fr.health.test.samu-tls'];
  const user = (name: string, password: string) => ({ name, password, tags: '' });
  const exchange = 'hubsante';
  return {
    vhosts: [{ name: vhost }],
    users: [user('hub', 'hub'), ...clients.map((name) => user(name, name))],
    permissions: [
      { user: 'hub', vhost, configure: '.*', write: '.*', read: '.*' },
      ...clients.map((name) => ({
        ...{ user: name, vhost, configure: '^$', write: `^${exchange}$` },
        read: `${CLIENT}\\.(message|ack|info)$`,
      })),
    ],
    topic_permissions: clients.map((name) => ({
      ...{ user: name, vhost, exchange, write: `${CLIENT}$`, read: '^$' },
    })),
  };
}

async function writeSettings(
  folder: string,
  port: number,
  tls: { readonly port: number; readonly folder: string } | null,
): Promise<void> {
  const lines = [
    `listeners.tcp.1 = 127.0.0.1:${port}`,
    `load_definitions = ${join(folder, 'definitions.json')}`,
    'vm_memory_high_watermark.absolute = 512MB',
    'disk_free_limit.absolute = 50MB',
    'log.console = false',
    'log.file.level = warning',
  ];
  if (tls !== null) {
    lines.push(
      `listeners.ssl.1 = 127.0.0.1:${tls.port}`,
      // An address that its certificate does not name.
      `listeners.ssl.2 = 127.0.0.2:${tls.port}`,
      `ssl_options.cacertfile = ${tls.folder}/ca.pem`,
      `ssl_options.certfile = ${tls.folder}/server.pem`,
      `ssl_options.keyfile = ${tls.folder}/server.key`,
      'ssl_options.verify = verify_peer',
      'ssl_options.fail_if_no_peer_cert = true',
      'ssl_options.versions.1 = tlsv1.2',
      'ssl_cert_login_from = common_name',
      'auth_mechanisms.1 = PLAIN',
      'auth_mechanisms.2 = EXTERNAL',
    );
  }
  const plugins = tls === null ? '' : 'rabbitmq_auth_mechanism_ssl';
  await mkdir(join(folder, 'log'));
  await writeFile(join(folder, 'rabbitmq.conf'), lines.join('\n'));
  await writeFile(join(folder, 'enabled_plugins'), `[${plugins}].\n`);
  await writeFile(join(folder, 'definitions.json'), JSON.stringify(definitions()));
}

/** RabbitMQ runs as the user of its package; the certificates stay readable by whoever runs tests. */
async function giveTo(user: string, folder: string): Promise<{ uid: number; gid: number }> {
  const id = (flag: string) => Number(execFileSync('id', [flag, user]).toString());
  const owner = { uid: id('-u'), gid: id('-g') };
  await chmod(folder, 0o755);
  for (const path of [folder, ...(await readdir(folder, { recursive: true }))])
    await chown(path === folder ? folder : join(folder, path), owner.uid, owner.gid);
  return owner;
}

async function untilOpen(ports: readonly number[]): Promise<void> {
  const latest = Date.now() + LONGEST_START_MS;
  for (const port of ports) {
    while (!(await isOpen(port))) {
      if (Date.now() > latest) throw new Error('RabbitMQ does not start');
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}
