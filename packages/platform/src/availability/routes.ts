import { textOfEvents } from '../http/event-stream.ts';
import { eventStream, type Handlers, ok } from '../http/handler.ts';
import { callerName } from '../http/limits.ts';
import { OpenRequests } from '../http/open-requests.ts';
import { ProblemError } from '../http/problem.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import { stillMay } from '../identity/still-may.ts';
import type { Geocoder } from '../directory/geocoder.ts';
import { searchAvailability } from './availability.ts';
import type { LiveChanges } from './live-changes.ts';
import { addressOf } from './query.ts';
import { AvailabilityStream } from './stream.ts';
import type { VendorSurroundings } from './vendors.ts';
import type { Turns } from './turns.ts';

/** How streams are kept. */
export interface StreamSettings {
  /** Seconds without an event after which a sign of life is sent. */
  heartbeatSeconds: number;
  /** Streams of one caller at once, in this process. */
  openStreams: number;
}

/** The same, with what the streams of a kind share. */
export interface StreamRoom extends StreamSettings {
  /** Reading for streams leaves connections to those who ask. */
  turns: Turns;
}

export function availabilityRoutes(
  live: LiveChanges,
  authenticate: Authenticate,
  vendors: VendorSurroundings,
  geocoder: Geocoder | null,
  { heartbeatSeconds, openStreams, turns }: StreamRoom,
): Handlers<'searchAvailability' | 'streamAvailability'> {
  const open = new OpenRequests(openStreams);
  const { database } = vendors;
  const surroundings = {
    ...{ database, geocoder, turns, vendors },
    heartbeatMs: heartbeatSeconds * 1000,
  };

  return {
    async searchAvailability({ caller, query, onEnd }) {
      const gone = new AbortController();
      onEnd(() => gone.abort());
      const address = await addressOf(geocoder, query);
      return ok(await searchAvailability(vendors, caller, query, address, gone.signal));
    },
    async streamAvailability(call) {
      const { key: _, ...query } = call.query as typeof call.query & { key?: string };
      const stream = new AvailabilityStream(surroundings, call.caller, query);
      const leave = open.enter(callerName(call.caller, call.address));
      const unfollow = live.follow(stream);
      call.onEnd(() => {
        stream.end();
        unfollow();
        leave();
      });
      if (stream.ended) throw new ProblemError('unavailable', 'The platform stops.');
      await stream.open();
      // Nobody reads what follows a HEAD.
      if (call.presented.method === 'HEAD') stream.end();
      return eventStream(textOfEvents(stream.events(() => stillMay(authenticate, call))));
    },
  };
}
