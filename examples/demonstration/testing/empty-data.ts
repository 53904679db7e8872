import { createPlatform, issueCredentials, readConfig } from '@sas-kit/platform';

/** Makes a data directory with the schema and nothing in it, and its key beside it. */
export async function makeEmptyData(data: string): Promise<void> {
  const config = readConfig(['--data', data, '--log-level', 'silent'], {});
  const { credentials } = issueCredentials([], []);
  await (await createPlatform({ config, credentials })).close();
}

/** `node empty-data.ts DIRECTORY`: the run of all tests makes one, and names it in `SAS_TEST_DATA`. */
if (import.meta.main) await makeEmptyData(process.argv[2]!);
