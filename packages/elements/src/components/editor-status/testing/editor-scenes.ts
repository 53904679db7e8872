import { clock } from '../../../base/clock.ts';
import { failing, hanging, offline, refusal } from '../../../testing/fake-client.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import { get, press, untilText } from '../../../testing/tree.ts';
import type { SasEditorStatus } from '../editor-status.ts';
import {
  agendix,
  docplan,
  FakeEditors,
  medagenda,
  narrow,
  newcomer,
  probe,
  resting,
} from './fake-editors.ts';

/** A state of the element. */
export interface EditorScene {
  registry?: () => FakeEditors;
  act?: (element: SasEditorStatus, registry: FakeEditors) => Promise<void>;
}

const registries = new WeakMap<SasEditorStatus, FakeEditors>();

/** The registry that an element of a scene calls. */
export const registryOf = (element: SasEditorStatus): FakeEditors => registries.get(element)!;

const every = () => new FakeEditors(medagenda, docplan, agendix, newcomer, resting);

/** An element of a scene, not yet on the page. */
export function createStatus(scene: EditorScene): SasEditorStatus {
  // An administrator in the fixtures' zone, wherever the browser runs.
  clock.zone = () => fixtures.zone;
  clock.today = () => Date.parse(fixtures.asOf);
  const element = document.createElement('sas-editor-status');
  const registry = (scene.registry ?? every)();
  registries.set(element, registry);
  element.client = { editors: registry.resource };
  return element;
}

/** Plays what the reader does. */
export async function playStatus(scene: EditorScene, element: SasEditorStatus): Promise<void> {
  await scene.act?.(element, registryOf(element));
}

/** What a registry answers in place of its own. */
function answering(answers: FakeEditors['answers']): () => FakeEditors {
  return () => Object.assign(every(), { answers });
}

const showing = (text: string) => (element: HTMLElement) => untilText(element, text);

/** Asks a vendor now. */
export async function check(element: HTMLElement, id = 'medagenda'): Promise<void> {
  await untilText(element, 'Médagenda');
  get(element, `#${id}-check`).click();
}

/** Presses pause, or resume, and does not confirm yet. */
export async function turn(element: HTMLElement, id = 'medagenda'): Promise<void> {
  await untilText(element, 'Médagenda');
  get(element, `#${id}-turn`).click();
}

export const editorScenes = {
  list: { act: showing('1 logiciel sur 3 répond') },
  'all well': {
    registry: () => new FakeEditors(medagenda),
    act: showing('Le logiciel connecté répond.'),
  },
  'not yet asked': {
    registry: () => new FakeEditors(newcomer),
    act: showing('Aucun logiciel n’a été interrogé'),
  },
  details: {
    act: async (element) => {
      await untilText(element, 'Docplan');
      const all = element.shadowRoot!.querySelectorAll('details');
      all[1]!.open = true;
    },
  },
  loading: { registry: answering({ list: hanging }) },
  empty: { registry: () => new FakeEditors(), act: showing('Aucun logiciel n’est connecté') },
  narrow: {
    registry: () => new FakeEditors(...[medagenda, docplan, agendix].map(narrow)),
    act: showing('1 logiciel sur 3 répond'),
  },
  forbidden: {
    registry: answering({ list: failing(refusal('forbidden', 403)) }),
    act: showing('Votre rôle ne permet pas'),
  },
  offline: {
    registry: answering({ list: failing(offline()) }),
    act: showing('Vérifiez votre connexion'),
  },
  'no longer read': {
    act: async (element, registry) => {
      await untilText(element, 'Médagenda');
      registry.answers = { list: failing(offline()) };
      press(element, 'Actualiser');
      await untilText(element, 'Cet état est le dernier');
    },
  },
  checked: {
    act: async (element) => {
      await check(element);
      await untilText(element, 'Médagenda a répondu.');
    },
  },
  'not as expected': {
    act: async (element, registry) => {
      registry.checked = {
        metadata: probe({ findings: [{ rule: 'capability-without-slot', times: 1 }] }),
        search: probe({
          passed: false,
          ms: 7000,
          fault: 'timeout',
          detail: 'no answer within 7000 ms',
        }),
      };
      await check(element, 'agendix');
      await untilText(element, 'n’a pas répondu comme attendu');
    },
  },
  'asked to pause': {
    act: async (element) => {
      await turn(element);
      await untilText(element, 'Mettre Médagenda en pause');
    },
  },
  paused: {
    act: async (element) => {
      await turn(element);
      await untilText(element, 'Oui, mettre en pause');
      press(element, 'Oui, mettre en pause');
      await untilText(element, 'Médagenda est en pause.');
    },
  },
  conflict: {
    act: async (element, registry) => {
      registry.overtaken = true;
      await turn(element);
      await untilText(element, 'Oui, mettre en pause');
      press(element, 'Oui, mettre en pause');
      await untilText(element, 'modifié entre-temps');
    },
  },
  'not sent': {
    act: async (element, registry) => {
      registry.answers = { check: failing(offline()) };
      await check(element);
      await untilText(element, 'Vérifiez votre connexion');
    },
  },
} satisfies Record<string, EditorScene>;
