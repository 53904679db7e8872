/** The packed client in every runtime, against the real platform: the first steps of an integrator. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { type Demonstration, openDemonstration } from '../demonstration/demonstration.ts';
import { AGENDAS } from '../demonstration/publishing/agendas.ts';
import { publishAgendas } from '../demonstration/publishing/publish.ts';
import { newReader, openBrowser } from '../demonstration/testing/browser.ts';
import { EmptyData, temporaryFolder } from '../demonstration/testing/folder.ts';
import { strictPolicy } from '../demonstration/testing/host-site.ts';
import { caller } from '../demonstration/testing/offers.ts';
import { startSite } from '../static-site.ts';
import { compile, compilerName, COMPILERS, RESOLUTIONS } from './testing/compilers.ts';
import { type Delivery, receiveDelivery } from './testing/delivery.ts';
import {
  createProject,
  esbuildBuild,
  type Project,
  rollupBuild,
  viteBuild,
} from './testing/project.ts';
import { isInstalled, runProgram, RUNTIMES, versionOf } from './testing/runtimes.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const browser = await openBrowser();
const empty = new EmptyData(await temporaryFolder());
let platform: Demonstration;
let project: Project;
let delivery: Delivery;

before(async () => {
  platform = await openDemonstration({
    argv: ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'],
    clock: MOMENT,
  });
  const practice = AGENDAS.filter(({ ref }) => ref === 'maison-de-sante');
  await publishAgendas(caller(platform, 'editor'), practice);
  delivery = await receiveDelivery(caller(platform, 'editor'));
  project = await createProject();
});
after(async () => {
  await platform?.close();
  await project?.remove();
});

interface Steps {
  slot: string;
  status: string;
  refused: string;
  alternatives: number;
  /** Of the event that was checked, where one was given. */
  type?: string;
  forged?: string;
}

/** The steps were taken, the platform knows of them, and its event was told from a forged one. */
async function assertTaken(steps: Steps, { verified = true } = {}): Promise<void> {
  assert.deepEqual([steps.status, steps.refused], ['booked', 'slot-taken'], JSON.stringify(steps));
  assert.ok(steps.alternatives > 0);
  const { items } = await caller(platform, 'administrator').appointments.list({ limit: 100 });
  assert.ok(items.some(({ slot }) => slot.id === steps.slot));
  const told = verified ? ['webhook.test', 'signature-mismatch'] : [undefined, undefined];
  assert.deepEqual([steps.type, steps.forged], told);
}

for (const runtime of RUNTIMES) {
  test(`${runtime.name}: every door opens, and the first steps are taken`, async (context) => {
    if (!isInstalled(runtime)) return context.skip(`npm has no ${runtime.name} for this machine`);
    assert.match(await versionOf(runtime), runtime.version);
    const environment = {
      SAS_URL: platform.address,
      SAS_KEY: platform.credentials.publishableKey,
      SAS_DELIVERY: JSON.stringify(delivery),
    };
    const printed = await runProgram(runtime, project.folder, 'main.js', environment);
    await assertTaken(JSON.parse(printed) as Steps);
  });
}

/** Opens a page of the project under the strictest policy, and waits for what it has done. */
async function open(path: string, folders: Readonly<Record<string, string>>): Promise<void> {
  const { address, credentials } = platform;
  const site = await startSite(
    { '': project.folder, ...folders },
    {
      policy: `${strictPolicy(address)}; worker-src 'self'`,
      values: { 'https://your-platform.example': address, 'pk_…': credentials.publishableKey },
    },
  );
  const { page, complaints } = await newReader(browser);
  try {
    await page.goto(`${site.origin}/${path}/`);
    const output = page.locator('output', { hasText: 'slot' });
    await output.waitFor().catch((error: Error) => {
      throw new Error(complaints.join('\n'), { cause: error });
    });
    // What a page logs of an answer 409 is the browser's own word.
    assert.deepEqual(
      complaints.filter((each) => !each.includes('409')),
      [],
    );
    await assertTaken(JSON.parse((await output.textContent())!) as Steps, { verified: false });
  } finally {
    await page.context().close();
    site.close();
  }
}

test('a page without a bundler loads one file', async () => {
  await open('page', { cdn: join(project.folder, 'node_modules/@sas-kit/client/dist/cdn') });
});

test('a page that Vite has built', async () => {
  await open('bundled', { bundled: await viteBuild(project) });
});

test('a worker that Rollup has built', async () => {
  await open('worker', { worker: await rollupBuild(project) });
});

/** What every runtime has for the web, and nothing else. */
function bareGlobals(): object {
  const { AbortController, AbortSignal, Headers, Request, Response, URL, URLSearchParams } =
    globalThis;
  const { atob, clearTimeout, crypto, fetch, setTimeout, TextDecoder, TextEncoder } = globalThis;
  const classes = {
    AbortController,
    AbortSignal,
    Headers,
    Request,
    Response,
    URL,
    URLSearchParams,
  };
  return { ...classes, atob, clearTimeout, crypto, fetch, setTimeout, TextDecoder, TextEncoder };
}

test('what esbuild has built needs neither window, process nor WebSocket', async () => {
  const context = createContext(bareGlobals());
  runInContext(await esbuildBuild(project), context);
  const { built } = context as { built: { steps: (options: object) => Promise<Steps> } };
  const { address: baseUrl, credentials } = platform;
  await assertTaken(await built.steps({ baseUrl, key: credentials.publishableKey, delivery }));
});

for (const [name, compiler] of Object.entries(COMPILERS)) {
  for (const resolution of Object.keys(RESOLUTIONS)) {
    test(`${name}, ${resolution}: every door has types, and they find the faults`, async () => {
      assert.equal(await compilerName(compiler), name);
      assert.equal(await compile(project, compiler, resolution), '');
    });
  }
}
