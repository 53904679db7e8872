import type { ReactiveControllerHost } from 'lit';
import type {
  Location,
  ParticipationWay,
  PractitionerParticipation,
  SasClient,
  Schedule,
  Structure,
  StructureKind,
  StructureParticipation,
} from '@sas-kit/client';
import { eachItem } from '@sas-kit/client/pages';
import { responseInfo } from '@sas-kit/client/response-info';
import { codeOf } from '../../base/sas-element.ts';
import type { ParticipationKind } from '../../events/participation-change.ts';
import { SettingsForm, type Stored } from './settings-form.ts';

/** The resources that the element calls. */
export type ParticipationClient = Pick<
  SasClient,
  'participation' | 'schedules' | 'structures' | 'session'
>;

/** What a professional answers. */
export type PractitionerDraft = Omit<PractitionerParticipation, 'nationalId' | 'changed'>;
/** What a structure answers. */
export type StructureDraft = Pick<
  StructureParticipation,
  'participates' | 'declaresHours' | 'practitionerCount'
>;

/** Ways that go through a structure. */
export type CommonWay = Exclude<ParticipationWay, 'individual'>;

const KIND_OF_WAY = { cpts: 'cpts', msp: 'msp', 'sos-medecins': 'sos' } as const satisfies Record<
  CommonWay,
  StructureKind
>;

/** A structure to choose; its name where it is known. */
export interface NamedStructure {
  nationalId: string;
  name: string | null;
}

/** The settings of one professional. */
export interface PractitionerSettings {
  kind: 'practitioner';
  nationalId: string;
  form: SettingsForm<PractitionerDraft>;
  /** Where the professional practises. */
  places: readonly Location[];
  /** Structures to choose from, by way. */
  structures: Readonly<Record<CommonWay, readonly NamedStructure[]>>;
}

/** The settings of one structure. */
export interface StructureSettings {
  kind: 'structure';
  nationalId: string;
  name: string;
  form: SettingsForm<StructureDraft>;
}

export type Settings = PractitionerSettings | StructureSettings;

const limit = 100;

async function everyItem<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/**
 * The settings to show; undefined where the page names nobody and whoever is signed in has none.
 *
 * @param named national id; empty, of whoever is signed in.
 */
export async function readSettings(
  host: ReactiveControllerHost,
  api: ParticipationClient,
  kind: ParticipationKind,
  named: string,
  signal: AbortSignal,
): Promise<Settings | undefined> {
  const session = named ? undefined : await api.session.get({ signal });
  const own = kind === 'practitioner' ? session?.nationalIds : session?.structures;
  const nationalId = named || own?.[0];
  if (nationalId === undefined) return undefined;
  return kind === 'practitioner'
    ? readPractitioner(host, api, nationalId, session?.communities ?? [], signal)
    : readStructure(host, api, nationalId, signal);
}

/** @param communities national ids of the CPTS that the professional is known to belong to. */
async function readPractitioner(
  host: ReactiveControllerHost,
  api: ParticipationClient,
  nationalId: string,
  communities: readonly string[],
  signal: AbortSignal,
): Promise<PractitionerSettings> {
  const store = (said: PractitionerParticipation): Stored<PractitionerDraft> => {
    const { nationalId: _id, changed, ...draft } = said;
    return { draft, changed, etag: responseInfo(said)?.etag ?? '*' };
  };
  const { participation } = api;
  const ofKind = (kind: StructureKind) =>
    everyItem(
      eachItem(
        (page: { kind: StructureKind; limit: number }) => api.structures.list(page, { signal }),
        {
          kind,
          limit,
        },
      ),
    );
  const [said, places, cpts, msp, sos] = await Promise.all([
    participation.practitioner(nationalId, { signal }),
    readPlaces(api, nationalId, signal),
    ofKind(KIND_OF_WAY.cpts),
    ofKind(KIND_OF_WAY.msp),
    ofKind(KIND_OF_WAY['sos-medecins']),
  ]);
  const source = {
    read: async () => store(await participation.practitioner(nationalId)),
    write: async (draft: PractitionerDraft, ifMatch: string) =>
      store(await participation.replacePractitioner(nationalId, toRequest(draft), { ifMatch })),
  };
  const structures = {
    cpts: withMemberships(namedOf(cpts), communities),
    msp: namedOf(msp),
    'sos-medecins': namedOf(sos),
  };
  const form = new SettingsForm(host, source, store(said));
  return { kind: 'practitioner', nationalId, form, places, structures };
}

function namedOf(structures: readonly Structure[]): NamedStructure[] {
  return structures.flatMap(({ nationalId, name }) =>
    nationalId === null ? [] : [{ nationalId, name }],
  );
}

/** A CPTS may have no agenda of its own, and so no name here. */
function withMemberships(
  known: readonly NamedStructure[],
  communities: readonly string[],
): NamedStructure[] {
  const unnamed = communities.filter((id) => !known.some(({ nationalId }) => nationalId === id));
  return [...unnamed.map((nationalId) => ({ nationalId, name: null })), ...known];
}

/** Lines that hold nothing are no software. */
function toRequest(draft: PractitionerDraft): PractitionerDraft {
  const software = draft.software.map((line) => line.trim()).filter((line) => line !== '');
  return { ...draft, software: [...new Set(software)] };
}

/** Whoever only reads the settings may not read the agendas. */
async function readPlaces(
  api: ParticipationClient,
  nationalId: string,
  signal: AbortSignal,
): Promise<readonly Location[]> {
  try {
    const { items } = await api.schedules.list({ nationalId, limit }, { signal });
    return distinct(items);
  } catch (error) {
    if (codeOf(error) === 'forbidden') return [];
    throw error;
  }
}

function distinct(schedules: readonly Schedule[]): Location[] {
  return [...new Map(schedules.map(({ location }) => [location.id, location])).values()];
}

async function readStructure(
  host: ReactiveControllerHost,
  api: ParticipationClient,
  nationalId: string,
  signal: AbortSignal,
): Promise<StructureSettings> {
  const store = (said: StructureParticipation): Stored<StructureDraft> => {
    const { participates, declaresHours = false, practitionerCount = null, changed } = said;
    const draft = { participates, declaresHours, practitionerCount };
    return { draft, changed, etag: responseInfo(said)?.etag ?? '*' };
  };
  const { participation } = api;
  const source = {
    read: async () => store(await participation.structure(nationalId)),
    write: async (draft: StructureDraft, ifMatch: string) =>
      store(await participation.replaceStructure(nationalId, draft, { ifMatch })),
  };
  const said = await participation.structure(nationalId, { signal });
  const form = new SettingsForm(host, source, store(said));
  return { kind: 'structure', nationalId, name: said.name, form };
}
