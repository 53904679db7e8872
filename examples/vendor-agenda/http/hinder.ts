import { setTimeout as wait } from 'node:timers/promises';
import type { AgendaSource } from '@sas-kit/connector';
import type { RequestHandler } from 'express';
import type { Program } from '../program.ts';

/** Delays each answer to a search, as a slow network or a tired server does. */
export function delaySearches({ basePath, delayMs }: Program): RequestHandler {
  const searches = new Set([`${basePath}/Slot`, `${basePath}/Schedule`]);
  return async (request, _response, next) => {
    if (delayMs > 0 && searches.has(request.path)) await wait(delayMs);
    next();
  };
}

/** An agenda whose database fails now and then, at the same searches for the same seed. */
export function failSometimes(agenda: AgendaSource, { failRate, seed }: Program): AgendaSource {
  if (failRate === 0) return agenda;
  const random = mulberry32(seed);
  const failNowAndThen = (): void => {
    if (random() < failRate) throw new Error('the database of the practice does not answer');
  };
  return {
    ...agenda,
    slotsOf(query, call) {
      failNowAndThen();
      return agenda.slotsOf?.(query, call) ?? { slots: [] };
    },
    slotsOfAssociations(query, call) {
      failNowAndThen();
      return agenda.slotsOfAssociations?.(query, call) ?? { slots: [] };
    },
  };
}

/** Numbers from 0 to 1 without 1, the same for the same seed (Mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
