import { render } from 'lit';
import { patience } from '../../../packages/elements/src/testing/tree.ts';
import './keyboard.ts';
import './media.ts';
import { stillClock } from './still-clock.ts';

interface Story {
  render?: (args: object, context: object) => unknown;
  play?: (context: { canvasElement: HTMLElement; args: object }) => Promise<void> | void;
  args?: object;
}

interface StoryModule {
  default: Story & { title: string; component?: string };
  [name: string]: Story;
}

/** What the tests call in the page. */
export interface StoryHost {
  /** Names of all stories, `sas-booking/SlotKept`. */
  names(): string[];
  /** Files that could not be loaded, and why. */
  broken(): string[];
  /** Puts a story on the page, alone, and plays its gestures. */
  show(name: string): Promise<void>;
}

declare global {
  interface ImportMeta {
    glob<T>(pattern: string): Record<string, () => Promise<T>>;
  }
  var stories: StoryHost;
}

const stories = new Map<string, { meta: StoryModule['default']; story: Story }>();
const broken: string[] = [];
for (const [file, load] of Object.entries(import.meta.glob<StoryModule>('/stories/*.stories.ts'))) {
  try {
    const { default: meta, ...named } = await load();
    const element = meta.title.split('/').at(-1) ?? meta.title;
    for (const [name, story] of Object.entries(named)) {
      stories.set(`${element}/${name}`, { meta, story });
    }
  } catch (error) {
    broken.push(`${file}: ${String(error)}`);
  }
}

const address = location.href;
// A machine that does much else at once is late, not wrong.
patience.milliseconds = 60_000;

async function settled(canvas: HTMLElement): Promise<void> {
  for (const element of canvas.querySelectorAll('*')) {
    await (element as { updateComplete?: Promise<unknown> }).updateComplete;
  }
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

async function show(name: string): Promise<void> {
  const found = stories.get(name);
  if (!found) throw new Error(`no story ${name}`);
  const { meta, story } = found;
  document.body.replaceChildren();
  history.replaceState(null, '', address);
  scrollTo(0, 0);
  stillClock();
  const canvas = document.createElement('main');
  document.body.append(canvas);
  const args = { ...meta.args, ...story.args };
  const made = (story.render ?? meta.render)?.(args, {});
  if (made instanceof Node) canvas.append(made);
  else if (made !== undefined) render(made, canvas);
  else canvas.append(Object.assign(document.createElement(meta.component ?? 'div'), args));
  await settled(canvas);
  await (story.play ?? meta.play)?.({ canvasElement: canvas, args });
  await settled(canvas);
}

globalThis.stories = { names: () => [...stories.keys()], broken: () => broken, show };
