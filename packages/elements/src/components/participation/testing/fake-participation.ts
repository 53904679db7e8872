import type {
  Location,
  Practice,
  PractitionerParticipation,
  PractitionerParticipationRequest,
  Schedule,
  ScheduleUpdate,
  Session,
  Structure,
  StructureParticipation,
  StructureParticipationRequest,
} from '@sas-kit/client';
import { PreconditionError } from '@sas-kit/client/errors';
import { rememberResponse } from '@sas-kit/client/response-info';
import type { ParticipationClient } from '../participation-data.ts';
import * as fixtures from './participation-fixtures.ts';

/** What the platform holds. */
export interface Holdings {
  practitioner: PractitionerParticipation;
  structure: StructureParticipation;
  places: readonly Location[];
  structures: readonly Structure[];
  session: Pick<Session, 'nationalIds' | 'structures' | 'communities'>;
  /** What practices say, by the id of their agenda. */
  practices: Record<string, Practice | null>;
}

/** What a test puts in place of an answer. */
export interface Answers {
  read?: () => Promise<never>;
  write?: () => Promise<never>;
  session?: () => Promise<never>;
  places?: () => Promise<never>;
}

const unused = () => Promise.reject(new Error('not used by the element'));

/**
 * A platform in memory, with one version: whoever writes must have read. It remembers what it was sent.
 */
export class FakeParticipation {
  readonly holdings: Holdings;
  readonly answers: Answers;
  readonly sent: {
    nationalId: string;
    body: PractitionerParticipationRequest | StructureParticipationRequest | ScheduleUpdate;
    ifMatch: string;
  }[] = [];
  #version = 3;

  constructor(holdings: Partial<Holdings> = {}, answers: Answers = {}) {
    this.holdings = { ...fixtures.holdings, practices: {}, ...holdings };
    this.answers = { ...answers };
  }

  /** Somebody else says something else. */
  touch(change: Partial<PractitionerParticipation & StructureParticipation>): void {
    Object.assign(this.holdings.practitioner, change);
    this.#version += 1;
  }

  /** The resources that the element calls. */
  client(): ParticipationClient {
    const { holdings, answers } = this;
    return {
      participation: {
        practitioner: async () => (await answers.read?.()) ?? this.#told(holdings.practitioner),
        structure: async () => (await answers.read?.()) ?? this.#told(holdings.structure),
        replacePractitioner: async (nationalId, body, { ifMatch }) => {
          await this.#take(nationalId, body, ifMatch);
          holdings.practitioner = { ...holdings.practitioner, ...body, changed: fixtures.later };
          return this.#told(holdings.practitioner);
        },
        replaceStructure: async (nationalId, body, { ifMatch }) => {
          await this.#take(nationalId, body, ifMatch);
          holdings.structure = { ...holdings.structure, ...body, changed: fixtures.later };
          return this.#told(holdings.structure);
        },
      },
      schedules: {
        list: async () => {
          await answers.places?.();
          return { items: this.#schedules(), next: null };
        },
        create: unused,
        get: async (id) => this.#told(this.#schedules().find((each) => each.id === id)!),
        update: async (id, body, { ifMatch }) => {
          await this.#take(id, body, ifMatch);
          this.holdings.practices[id] = body.practice as Practice;
          return this.#told(this.#schedules().find((each) => each.id === id)!);
        },
        replaceSlots: unused,
        feed: unused,
        renewFeed: unused,
        revokeFeed: unused,
      },
      structures: {
        list: async (query) => ({
          items: holdings.structures.filter(({ kind }) => kind === query?.kind),
          next: null,
        }),
      },
      session: {
        get: async () => (await answers.session?.()) ?? (holdings.session as Session),
        end: unused,
        acceptTerms: unused,
      },
    };
  }

  /** One at each place, `schedule-place-1`. */
  #schedules(): Schedule[] {
    return this.holdings.places.map((location) => {
      const id = `schedule-${location.id}`;
      return { id, location, practice: this.holdings.practices[id] ?? null } as Schedule;
    });
  }

  #told<T extends object>(held: T): T {
    const answer = { ...held };
    const headers = { etag: `"${this.#version}"` };
    rememberResponse(answer, new Response(null, { headers }), {
      idempotencyKey: null,
      attempts: 1,
    });
    return answer;
  }

  async #take(
    nationalId: string,
    body: PractitionerParticipationRequest | StructureParticipationRequest | ScheduleUpdate,
    ifMatch: string,
  ): Promise<void> {
    this.sent.push({ nationalId, body, ifMatch });
    await this.answers.write?.();
    if (ifMatch !== `"${this.#version}"`) {
      const facts = { status: 412, operation: 'test', attempts: 1, problem: null } as const;
      throw new PreconditionError({ ...facts, code: 'precondition-failed' });
    }
    this.#version += 1;
  }
}
