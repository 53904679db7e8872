import type { StreamRoom } from '../availability/routes.ts';
import type { Turns } from '../availability/turns.ts';
import type { Database } from '../database/database.ts';
import { textOfEvents } from '../http/event-stream.ts';
import { type Answer, type Call, eventStream } from '../http/handler.ts';
import { callerName } from '../http/limits.ts';
import { OpenRequests } from '../http/open-requests.ts';
import { ProblemError } from '../http/problem.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import { stillMay } from '../identity/still-may.ts';
import type { OrientationReader } from './orientation-reader.ts';
import { OrientationStream } from './orientation-stream.ts';

/** The open streams of orientations: what one process tells, those of all processes hear. */
export class OrientationStreams {
  readonly #database: Database;
  readonly #reader: OrientationReader;
  readonly #authenticate: Authenticate;
  readonly #heartbeatMs: number;
  readonly #open: OpenRequests;
  readonly #turns: Turns;
  readonly #streams = new Set<OrientationStream>();
  readonly #stopListening: () => void;
  #ended = false;

  constructor(
    database: Database,
    reader: OrientationReader,
    authenticate: Authenticate,
    { heartbeatSeconds, openStreams, turns }: StreamRoom,
  ) {
    this.#database = database;
    this.#reader = reader;
    this.#authenticate = authenticate;
    this.#turns = turns;
    this.#heartbeatMs = heartbeatSeconds * 1000;
    this.#open = new OpenRequests(openStreams);
    this.#stopListening = database.notifications.listen('sas_orientation', {
      told: (id) => this.#streams.forEach((stream) => stream.changed(id)),
      missed: () => this.#streams.forEach((stream) => stream.everything()),
    });
  }

  /** Opens one. @throws {ProblemError} 429 for too many of a caller, 503 once the platform stops. */
  async open(call: Call<'streamOrientations'>): Promise<Answer<undefined>> {
    const leave = this.#open.enter(callerName(call.caller, call.address));
    const stream = new OrientationStream(
      {
        database: this.#database,
        reader: this.#reader,
        heartbeatMs: this.#heartbeatMs,
        turns: this.#turns,
      },
      call.caller,
      call.query,
    );
    this.#streams.add(stream);
    call.onEnd(() => {
      stream.end();
      this.#streams.delete(stream);
      leave();
    });
    if (this.#ended) throw new ProblemError('unavailable', 'The platform stops.');
    await stream.open();
    // Nobody reads what follows a HEAD.
    if (call.presented.method === 'HEAD') stream.end();
    return eventStream(textOfEvents(stream.events(() => stillMay(this.#authenticate, call))));
  }

  /** Ends all, and those that come. */
  end(): void {
    this.#ended = true;
    this.#stopListening();
    for (const stream of this.#streams) stream.end();
  }
}
