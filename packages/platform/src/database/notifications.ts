import pg from 'pg';

/** What the database tells (`NOTIFY`). */
const CHANNELS = ['sas_agenda', 'sas_clock', 'sas_outbox', 'sas_orientation'] as const;
export type Channel = (typeof CHANNELS)[number];
const LISTEN = CHANNELS.map((channel) => `listen ${channel}`).join('; ');

/** Who wants to know of changes. Neither member may throw. */
export interface Listener {
  /** A transaction that told `payload` was committed, here or by another process. */
  told(payload: string): void;
  /** The connection was down, or has only just been made: anything may have changed. */
  missed(): void;
}

/** `LISTEN` behind one interface, over PGlite as over PostgreSQL. */
export interface Notifications {
  /**
   * Listens to a channel, from now on or from the next `missed` on.
   *
   * @returns ends it.
   */
  listen(channel: Channel, listener: Listener): () => void;
  /** Ends all listening, and the connection. */
  close(): Promise<void>;
}

/** Who listens to what. */
class Listeners {
  readonly #all = new Set<{ channel: Channel; listener: Listener }>();

  /** @returns takes it away again. */
  add(channel: Channel, listener: Listener): () => void {
    const entry = { channel, listener };
    this.#all.add(entry);
    return () => void this.#all.delete(entry);
  }

  tell({ channel, payload = '' }: pg.Notification): void {
    for (const each of [...this.#all]) if (each.channel === channel) each.listener.told(payload);
  }

  missed(): void {
    for (const listener of new Set([...this.#all].map((each) => each.listener))) listener.missed();
  }
}

/** Over the one connection of PGlite, which never idles out: `LISTEN` would be lost with it. */
export function notificationsOverPool(pool: pg.Pool): Notifications {
  const listeners = new Listeners();
  let started = false;
  pool.on('connect', (client) => client.on('notification', (told) => listeners.tell(told)));
  return {
    listen(channel, listener) {
      const stop = listeners.add(channel, listener);
      if (!started) {
        started = true;
        pool.query(LISTEN).then(
          () => listeners.missed(),
          () => undefined, // the database is closing
        );
      }
      return stop;
    },
    close: async () => undefined,
  };
}

/** How often the connection is tried out: one whose other end vanished says nothing by itself, ms. */
const TRY_OUT_MS = 15_000;
const ANSWER_MS = 5_000;
/** Longest wait before the connection is made again, ms. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Over a connection to PostgreSQL of its own, made when somebody listens and made again whenever it is
 * lost. It must reach the server itself, or a pooler that keeps sessions.
 */
export function notificationsOverConnection(connectionString: string): Notifications {
  const listeners = new Listeners();
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let started = false;
  let closed = false;

  const lost = (which: pg.Client) => {
    if (client !== which) return;
    client = null;
    clearTimeout(timer);
    void which.end().catch(() => undefined);
    if (closed) return;
    timer = setTimeout(connect, Math.min(LONGEST_WAIT_MS, 100 * 2 ** failures));
    failures += 1;
  };
  const tryOut = (which: pg.Client) => {
    timer = setTimeout(() => {
      which.query('select 1').then(
        () => client === which && tryOut(which),
        () => lost(which),
      );
    }, TRY_OUT_MS);
  };
  const connect = () => {
    const next = new pg.Client({
      connectionString,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    client = next;
    next.on('notification', (told) => listeners.tell(told));
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    void (async () => {
      await next.connect();
      await next.query(LISTEN);
      failures = 0;
      if (client !== next) return;
      tryOut(next);
      listeners.missed();
    })().catch(() => lost(next));
  };

  return {
    listen(channel, listener) {
      const stop = listeners.add(channel, listener);
      if (!started) {
        started = true;
        connect();
      }
      return stop;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
