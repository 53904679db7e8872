import type {
  Absence,
  AgendaFeed,
  AgendaSlot,
  Appointment,
  Rule,
  RuleRequest,
  Schedule,
  SlotRequest,
  Structure,
} from '@sas-kit/client';
import type { ConflictError } from '@sas-kit/client/errors';
import { PreconditionError } from '@sas-kit/client/errors';
import { rememberResponse } from '@sas-kit/client/response-info';
import { refusal } from '../../../testing/fake-client.ts';
import { localToInstant } from '../../../format/instants.ts';
import { addDays, datesOfWeek, weekdayOf } from '../../../format/week.ts';
import type { AgendaClient } from '../agenda-data.ts';
import * as fixtures from './agenda-fixtures.ts';

/** What the platform holds. */
export interface Holdings {
  schedules: Schedule[];
  slots: AgendaSlot[];
  rules: Rule[];
  absences: Absence[];
  appointments: Appointment[];
  communities: Structure[];
  feed: AgendaFeed | undefined;
  /** Slots of agendas that do not hold `slots`, by id. */
  elsewhere: Readonly<Record<string, readonly AgendaSlot[]>>;
}

type Resource = keyof AgendaClient;
/** `slots.create`, and the like. */
export type Method = { [R in Resource]: `${R}.${keyof AgendaClient[R] & string}` }[Resource];

const facts = { status: 412, operation: 'test', attempts: 1, problem: null } as const;

/** It was changed by someone else since it was read. */
export const stale = (): PreconditionError =>
  new PreconditionError({ ...facts, code: 'precondition-failed' });

/**
 * A platform in memory, with versions: whoever edits must have read. It remembers what it was asked,
 * and answers what a test puts in `answers` in place of its own.
 */
export class FakeAgenda implements AgendaClient {
  readonly holdings: Holdings;
  readonly log: { method: Method; input: unknown[] }[] = [];
  answers: Partial<Record<Method, (...input: never[]) => Promise<unknown>>> = {};
  readonly #versions = new Map<string, number>();
  #made = 0;

  constructor(change: Partial<Holdings> = {}) {
    this.holdings = {
      schedules: [fixtures.schedule],
      slots: [...fixtures.slots],
      rules: [fixtures.rule, fixtures.secondRule],
      absences: [fixtures.absence, fixtures.laterAbsence],
      appointments: fixtures.appointments,
      communities: fixtures.communities,
      feed: undefined,
      elsewhere: {},
      ...change,
    };
    // What a test adds is of this platform alone.
    this.holdings.slots = [...this.holdings.slots];
  }

  /** Inputs of the calls of one method, in order. */
  calls(method: Method): unknown[][] {
    return this.log.filter((entry) => entry.method === method).map(({ input }) => input);
  }

  /** Someone else changes it. */
  touch(id: string): void {
    this.#versions.set(id, this.#version(id) + 1);
  }

  /** Someone else changes a slot. */
  change(id: string, change: Partial<AgendaSlot>): void {
    this.holdings.slots = this.holdings.slots.map((slot) =>
      slot.id === id ? { ...slot, ...change } : slot,
    );
    this.touch(id);
  }

  readonly schedules: AgendaClient['schedules'] = {
    list: (...input) => this.#call('schedules.list', input, () => page(this.holdings.schedules)),
    get: (...input) =>
      this.#call('schedules.get', input, () => this.#read(this.holdings.schedules, input[0])),
    update: (...input) =>
      this.#call('schedules.update', input, ([id, changes, { ifMatch }]) => {
        this.#check(id, ifMatch);
        const { practice: _practice, ...shown } = changes;
        return this.#write(this.holdings.schedules, {
          ...this.#read(this.holdings.schedules, id),
          ...shown,
        });
      }),
    feed: (...input) =>
      this.#call('schedules.feed', input, () => {
        if (!this.holdings.feed) throw refusal('not-found', 404);
        return this.holdings.feed;
      }),
    renewFeed: (...input) =>
      this.#call('schedules.renewFeed', input, () => {
        this.holdings.feed = { created: fixtures.asOf, lastRead: null };
        const url = `https://plateforme.example/v1/feeds/feed_${(this.#made += 1)}.ics`;
        return { created: fixtures.asOf, lastRead: null, url };
      }),
    revokeFeed: (...input) =>
      this.#call('schedules.revokeFeed', input, () => {
        this.holdings.feed = undefined;
        return undefined;
      }),
    create: unused,
    replaceSlots: unused,
  };

  readonly slots: AgendaClient['slots'] = {
    list: (...input) =>
      this.#call('slots.list', input, ([id, query]) => {
        const slots = this.holdings.elsewhere[id] ?? this.holdings.slots;
        const at = (instant: string | undefined) => Date.parse(instant ?? '');
        const { from, to } = query ?? {};
        return page(slots.filter(({ start }) => at(start) >= at(from) && at(start) < at(to)));
      }),
    get: (...input) =>
      this.#call('slots.get', input, ([, id]) => this.#read(this.holdings.slots, id)),
    create: (...input) =>
      this.#call('slots.create', input, ([, request]) => this.#addSlot(request)),
    remove: (...input) =>
      this.#call('slots.remove', input, ([, id, { ifMatch }]) => {
        this.#check(id, ifMatch);
        this.holdings.slots = without(this.holdings.slots, id);
        return undefined;
      }),
    replace: (...input) =>
      this.#call('slots.replace', input, ([, id, { start, end, ...offer }, { ifMatch }]) => {
        this.#check(id, ifMatch);
        const before = this.#read(this.holdings.slots, id);
        if (before.booked > 0) throw refusal('slot-booked', 409);
        this.#refuseOverlap(start, end, id);
        return this.#write(this.holdings.slots, { ...before, start, end, ...offer });
      }),
  };

  readonly rules: AgendaClient['rules'] = {
    list: (...input) => this.#call('rules.list', input, () => page(this.holdings.rules)),
    get: (...input) =>
      this.#call('rules.get', input, ([, id]) => this.#read(this.holdings.rules, id)),
    create: (...input) =>
      this.#call('rules.create', input, ([, request]) => this.#addRule(request)),
    replace: (...input) =>
      this.#call('rules.replace', input, ([, id, request, { ifMatch }]) => {
        this.#check(id, ifMatch);
        return this.#write(this.holdings.rules, ruleOf(id, request));
      }),
    remove: (...input) =>
      this.#call('rules.remove', input, ([, id, { ifMatch }]) => {
        this.#check(id, ifMatch);
        this.holdings.rules = without(this.holdings.rules, id);
        return undefined;
      }),
  };

  readonly absences: AgendaClient['absences'] = {
    list: (...input) => this.#call('absences.list', input, () => page(this.holdings.absences)),
    get: (...input) =>
      this.#call('absences.get', input, ([, id]) => this.#read(this.holdings.absences, id)),
    create: (...input) =>
      this.#call('absences.create', input, ([, { from, to }]) => {
        const bookedSlots = this.holdings.slots.filter(
          ({ start, booked }) =>
            booked > 0 &&
            Date.parse(start) >= Date.parse(from) &&
            Date.parse(start) < Date.parse(to),
        ).length;
        const id = `absence-new-${(this.#made += 1)}`;
        return this.#write(this.holdings.absences, { id, from, to, bookedSlots });
      }),
    remove: (...input) =>
      this.#call('absences.remove', input, ([, id, { ifMatch }]) => {
        this.#check(id, ifMatch);
        this.holdings.absences = without(this.holdings.absences, id);
        return undefined;
      }),
    replace: unused,
  };

  readonly appointments: AgendaClient['appointments'] = {
    list: (...input) =>
      this.#call('appointments.list', input, ([query]) => {
        const { from = '', to = '' } = query ?? {};
        const starts = (start: string) =>
          Date.parse(start) >= Date.parse(from) && Date.parse(start) < Date.parse(to);
        return page(this.holdings.appointments.filter(({ slot }) => starts(slot.start)));
      }),
    get: unused,
    book: unused,
    cancel: unused,
    reschedule: unused,
    leave: unused,
    confirm: unused,
    update: unused,
  };

  readonly structures: AgendaClient['structures'] = {
    list: (...input) => this.#call('structures.list', input, () => page(this.holdings.communities)),
  };

  async #call<I extends unknown[], T>(
    method: Method,
    input: I,
    answer: (input: I) => T,
  ): Promise<T> {
    this.log.push({ method, input });
    const own = this.answers[method] as ((...input: I) => Promise<T>) | undefined;
    return own ? own(...input) : answer(input);
  }

  #refuseOverlap(start: string, end: string, except = ''): void {
    const overlaps = this.holdings.slots.some(
      (other) =>
        other.id !== except &&
        other.status !== 'withdrawn' &&
        Date.parse(other.start) < Date.parse(end) &&
        Date.parse(start) < Date.parse(other.end),
    );
    if (overlaps) throw overlap();
  }

  #addSlot({ start, end, ...offer }: SlotRequest): AgendaSlot {
    this.#refuseOverlap(start, end);
    const base = fixtures.slot('23', '08:00', { id: `slot-new-${(this.#made += 1)}` });
    return this.#write(this.holdings.slots, { ...base, start, end, ...offer });
  }

  /** Its first slot of each day, in the two weeks of the fixtures. */
  #addRule(request: RuleRequest): Rule {
    const rule = ruleOf(`rule-new-${(this.#made += 1)}`, request);
    const dates = [fixtures.monday, addDays(fixtures.monday, 7)].flatMap(datesOfWeek);
    for (const date of dates) {
      const wanted = date >= (rule.validFrom ?? '') && rule.days.includes(weekdayOf(date));
      const start = localToInstant(date, rule.startTime, fixtures.zone);
      if (!wanted || this.holdings.slots.some((slot) => slot.start === start)) continue;
      const id = `${rule.id}-${date}`;
      const change = { id, start, origin: 'rule', ruleId: rule.id } as const;
      this.holdings.slots.push({ ...fixtures.slot('23', '08:00'), ...change });
    }
    return this.#write(this.holdings.rules, rule);
  }

  #version(id: string): number {
    return this.#versions.get(id) ?? 1;
  }

  #check(id: string, ifMatch: string): void {
    if (ifMatch !== `"${this.#version(id)}"`) throw stale();
  }

  /** An item as a single read answers it: a copy of its own, with its version. */
  #read<T extends { id: string }>(items: readonly T[], id: string): T {
    const found = items.find((item) => item.id === id);
    if (!found) throw refusal('not-found', 404);
    const copy = { ...found };
    const headers = { etag: `"${this.#version(id)}"` };
    rememberResponse(copy, new Response(null, { headers }), { idempotencyKey: null, attempts: 1 });
    return copy;
  }

  #write<T extends { id: string }>(items: T[], item: T): T {
    const at = items.findIndex(({ id }) => id === item.id);
    if (at < 0) items.push(item);
    else items[at] = item;
    this.touch(item.id);
    return this.#read(items, item.id);
  }
}

/** 409: another slot stands at this time. */
export function overlap(): ConflictError {
  return refusal('slot-overlap', 409) as ConflictError;
}

const page = <T>(items: readonly T[]) => ({ items: [...items], next: null });
const without = <T extends { id: string }>(items: readonly T[], id: string): T[] =>
  items.filter((item) => item.id !== id);
const unused = () => Promise.reject(new Error('not used by the agenda'));

const ruleOf = (id: string, request: RuleRequest): Rule => ({
  ...fixtures.rule,
  ...request,
  id,
});
