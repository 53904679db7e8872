/** The connector beside a program in Python, held against the same checks as the example. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ConfigFile } from '@sas-kit/conformance';
import { namedBy, runConformance } from '../testing/conformance.ts';
import { temporaryFolder } from '../testing/folder.ts';

const CONNECTOR = new URL('../../../packages/connector/', import.meta.url);
const SECRET = 'fictif';
const folder = await temporaryFolder();
const python = spawnSync('python3', ['--version']).status === 0;

/** What the program in Python holds. */
const CONFIG: ConfigFile = {
  practitioners: {
    onePlace: {
      id: '810999001000',
      slotTypes: ['PUBLIC', 'PRO'],
      consultationTypes: ['AMB'],
      phone: '+33261911020',
    },
    unprefixed: { id: '810999001000', phone: '+33261911020' },
    noSlots: '810999001018',
    unknown: '810999099996',
  },
  sos: {
    one: { siret: '390000090200016', sites: 1, slotTypes: ['PUBLIC', 'SNP'] },
    unprefixed: '390000090200016',
    unknown: '390000999990006',
  },
  regulators: {},
};

/** Starts a program; answers the address that it says it is ready on. */
function start(command: string, argv: readonly string[]): Promise<string> {
  const child: ChildProcess = spawn(command, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  after(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('close', () => reject(new Error(`${command} ended: ${text}`)));
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const address = /ready on (http\S+)$/m.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

test(
  'sas-conformance finds nothing wrong in a program without JavaScript',
  { skip: python ? false : 'python3 is not installed' },
  async () => {
    const program = fileURLToPath(new URL('examples/vendor.py', CONNECTOR));
    const url = await start('python3', [program, '--port', '0', '--secret', SECRET]);
    const sidecar = join(folder, 'sidecar.json');
    const vendor = { url, secret: SECRET, associations: true, regulators: true };
    await writeFile(sidecar, JSON.stringify({ baseUrl: 'https://agenda.example/fhir', vendor }));
    const main = fileURLToPath(new URL('src/sidecar/main.ts', CONNECTOR));
    const argv = ['--conditions=source', main, '--config', sidecar, '--port', '0'];
    const base = await start(process.execPath, argv);
    const config = join(folder, 'conformance.json');
    await writeFile(config, JSON.stringify(CONFIG));

    const run = await runConformance(base, config);
    assert.deepEqual(namedBy(run, 'failed'), [], run.told);
    assert.ok(namedBy(run, 'passed').length > 250, `${namedBy(run, 'passed').length} passed`);
    assert.equal(run.code, 0);
  },
);
