/** The lists of the examples that run without any platform: what `data/territories.json` knows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './run.ts';

type Territory = Record<string, unknown> & { id: string; checkedOn: string };

const DIRECTORY = 'id name region statuses composition accessNumbers partners holders'.split(' ');
const CALL = [...DIRECTORY, 'timeZone', 'checkedOn', 'openingHours', 'dangerSigns'];

/** A list of territories with some of their members, and the day on which the oldest was checked. */
function listOf(territories: readonly Territory[], members: readonly string[]) {
  const [updated] = territories.map(({ checkedOn }) => checkedOn).sort();
  const some = (territory: Territory) =>
    Object.fromEntries(members.map((name) => [name, territory[name]]));
  return { updated, territories: territories.map(some) };
}

/** Every list, by its path in the repository. */
export async function exampleLists(): Promise<Map<string, string>> {
  const data = await readFile(join(root, 'data/territories.json'), 'utf8');
  const { territories } = JSON.parse(data) as { territories: Territory[] };
  const demonstration = territories.filter(({ id }) => id === 'le-havre-fecamp');
  const lists = {
    'examples/professional-site/territories.json': listOf(territories, DIRECTORY),
    'examples/recipes/static/territory.json': {
      ...listOf(demonstration, CALL),
      notices: [
        {
          facility: 'Urgences de démonstration, Le Havre',
          access: 'regulated',
          source: 'Hôpital de démonstration (fictif)',
        },
      ],
    },
  };
  const options = (await resolveConfig(`${root}package.json`)) ?? {};
  const files = new Map<string, string>();
  for (const [path, list] of Object.entries(lists)) {
    const text = JSON.stringify(list, null, 2);
    files.set(path, await format(text, { ...options, filepath: path }));
  }
  return files;
}
