import { takeable } from '../booking.ts';
import type { Schemas } from '../contract.ts';
import { created, type Handlers, noContent, ok } from '../handler.ts';
import { createOnce } from '../idempotency.ts';
import { publicSlot } from '../present.ts';
import { notFound, Refusal } from '../problem.ts';
import { type HoldRecord, instant, LIMITS, type World } from '../world.ts';

function holdOf(world: World, hold: HoldRecord): Schemas['Hold'] {
  const slot = world.slots.get(hold.slotId)!;
  const schedule = world.schedules.get(slot.scheduleId)!;
  const { practitioner, location } = schedule;
  const { publicBooking } = world.territories.get(schedule.territory ?? '')?.territory ?? {};
  const left = Math.max(0, Math.floor((hold.expires - world.now()) / 1000));
  return {
    id: hold.id,
    slot: publicSlot(world, slot, schedule),
    practitioner,
    location,
    expiresAt: instant(hold.expires, location.timeZone),
    remainingSeconds: hold.state === 'live' ? left : 0,
    extensionsLeft: Math.max(0, LIMITS.extensions - hold.extensions),
    contact: hold.isPublic
      ? {
          fields: publicBooking?.contactFields ?? [],
          controller: publicBooking?.controller ?? '',
          dataProtectionContact: publicBooking?.dataProtectionContact ?? '',
          retentionHours: publicBooking?.retentionHours ?? 24,
        }
      : null,
  };
}

export const holds: Pick<Handlers, 'createHold' | 'extendHold' | 'releaseHold'> = {
  createHold({ world, caller, body, header }) {
    const create = (): string => {
      takeable(world, caller, body.slotId);
      const id = `${world.newId()}${world.newId()}`.replaceAll('-', '');
      world.holds.set(id, {
        id,
        slotId: body.slotId,
        isPublic: caller.kind === 'public',
        expires: world.now() + LIMITS.holdMs,
        extensions: 0,
        state: 'live',
      });
      return id;
    };
    const request = ['createHold', body];
    const key = header['Idempotency-Key'];
    const hold = createOnce(world, caller, key, request, create, (id) => world.holds.get(id));
    return created(`/v1/holds/${hold.id}`, holdOf(world, hold));
  },

  extendHold({ world, caller, path }) {
    const hold = world.holds.get(path.holdId);
    if (hold?.state !== 'live') throw notFound('hold');
    takeable(world, caller, hold.slotId, hold);
    if (hold.extensions >= LIMITS.extensions) throw new Refusal('extensions-exhausted');
    hold.extensions += 1;
    hold.expires = world.now() + LIMITS.holdMs;
    return ok(holdOf(world, hold));
  },

  releaseHold({ world, path }) {
    const hold = world.holds.get(path.holdId);
    if (hold?.state === 'live') hold.state = 'released';
    return noContent;
  },
};
