import { findPage } from '../found-page.ts';
import { type Handlers, ok } from '../handler.ts';
import { openStream } from '../open-stream.ts';
import type { Schemas } from '../contract.ts';
import { isPublic } from '../present.ts';

export const availability: Pick<Handlers, 'searchAvailability' | 'streamAvailability'> = {
  searchAvailability(call) {
    const { cards, frame } = findPage(call);
    const items = cards.map(({ card }) => card);
    return ok(
      isPublic(call.caller)
        ? { items, ...frame }
        : { items: items as Schemas['Card'][], ...frame, sources: [] },
    );
  },

  streamAvailability({ world, caller, query: { key: _key, ...query } }) {
    return {
      status: 200,
      body: openStream({ world, caller, query }) as never,
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    };
  },
};
