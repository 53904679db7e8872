/** Types, lint, format, contract, stale generated files, licences: `npm run check`. */
import { fileURLToPath } from 'node:url';
import { prepareData } from './prepare-data.ts';
import { pairwise, run } from './run.ts';

const CHECKS: [string, string, string[]][] = [
  ['types', 'tsc', ['-b']],
  ['lint', 'eslint', ['.']],
  ['format', 'prettier', ['--check', '--log-level=warn', '.']],
  ['contract', 'redocly', ['lint', 'openapi/platform.yaml']],
  ['generated files', process.execPath, ['--conditions=source', 'tools/generate.ts', '--check']],
  ['licences', process.execPath, ['tools/licences.ts']],
];

/** Runs every check; prints those that fail. */
export async function check(): Promise<{ passed: number; failed: number }> {
  await prepareData();
  const results = await pairwise(
    CHECKS.map(([name, command, args]) => async () => {
      const { ok, output } = await run(command, args);
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
      if (!ok) console.log(output);
      return ok;
    }),
  );
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await check();
  if (failed > 0) process.exitCode = 1;
}
