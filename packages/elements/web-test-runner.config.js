import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// As root the browser starts only without its sandbox; the others keep it off the network.
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Until a browser or a page has come up, ms: limits for what never does, not for how fast it does. */
const START_MS = 120_000;

const suites = (suite) => [suite, ...suite.suites.flatMap(suites)];

/** One closing line, as the other runners print it. */
const closingLine = {
  onTestRunFinished({ sessions }) {
    const tests = sessions
      .flatMap(({ testResults }) => (testResults ? suites(testResults) : []))
      .flatMap((suite) => suite.tests);
    const broken = sessions.filter(({ passed, testResults }) => !passed && !testResults).length;
    const count = (check) => tests.filter(check).length;
    const failed = count((test) => !test.skipped && !test.passed) + broken;
    console.log(
      `elements: ${count((test) => test.passed)} passed, ${failed} failed, ` +
        `${count((test) => test.skipped)} skipped`,
    );
  },
};

const devtools = new WeakMap();

/** The runner's own `emulateMedia` leaves forced colours out. */
const forcedColors = {
  name: 'forced-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'force-colors') return undefined;
    const page = session.browser.getPage(session.id);
    // What a session emulates ends with it.
    if (!devtools.has(page)) devtools.set(page, await page.createCDPSession());
    const features = [{ name: 'forced-colors', value: payload }];
    await devtools.get(page).send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};

export default {
  // The monorepo's root: node_modules stands there.
  rootDir: here('../..'),
  files: [here('src/**/*.test.ts')],
  nodeResolve: { exportConditions: ['source', 'development', 'browser'] },
  plugins: [
    a11ySnapshotPlugin(),
    forcedColors,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: here('tsconfig.json') }),
  ],
  browsers: [
    chromeLauncher({
      // In a second tab, axe waits for frames that a hidden page does not get.
      concurrency: 1,
      launchOptions: {
        executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
        args,
        timeout: START_MS,
      },
    }),
  ],
  // Before the tests: what they compare, elements as well, is told in a line when it differs.
  testRunnerHtml: (testFramework) => `<!doctype html>
    <script type="module" src="/packages/elements/src/testing/readable-failures.ts"></script>
    <script type="module" src="${testFramework}"></script>`,
  reporters: [defaultReporter(), closingLine],
  // Lit says in every file that its development build is used.
  filterBrowserLogs: ({ args: [text] }) => !String(text).includes('Lit is in dev mode'),
  // A loaded machine of two cores needs minutes for all of them.
  browserStartTimeout: START_MS,
  testsStartTimeout: START_MS,
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 60_000 } },
};
