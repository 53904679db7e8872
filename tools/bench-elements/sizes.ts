import { measure, pageSizes } from '../budget.ts';
import { ensureElements } from '../build.ts';
import { bundleOf } from './bundle.ts';
import type { Row } from './goal.ts';
import { type PeerName, PEERS } from './peers.ts';

const KB = 1024;

/** What the files that are delivered may weigh, in bytes. */
const GOALS: Readonly<Record<string, number>> = {
  'sas-when-to-call.js': 16 * KB,
  'sas-booking.js': 30 * KB,
  'sas-agenda.js': 45 * KB,
  'sas-orientation.js': 45 * KB,
  'sas-orientation-list.js': 24 * KB,
  'sas-statistics.js': 30 * KB,
  'sas-statistics.js, its charts': 18 * KB,
  'sas-kit.js': 90 * KB,
  'loader.js': 2 * KB,
};

/** Files of those who work at a desk: no page shows them beside a booking. */
const AT_A_DESK =
  /^sas-(agenda|editor-status|orientation(-list)?|participation|statistics|territory-settings)\.js beside/;

function goalOf(name: string): number | undefined {
  if (name.includes(' in English: ')) return 2 * KB;
  if (name.endsWith(' beside sas-booking')) return AT_A_DESK.test(name) ? undefined : 10 * KB;
  return GOALS[name];
}

const inKB = (bytes: number): number => bytes / KB;

/** Gzipped sizes of everything that is built for pages, everything it needs inside. */
export async function ownSizes(): Promise<Row[]> {
  await ensureElements();
  const sizes = (await pageSizes()).filter(({ gzip }) => gzip > 0);
  return sizes.map(({ name, gzip }) => {
    const goal = goalOf(name);
    return { name, value: inKB(gzip), unit: 'kB', ...(goal && { goal: inKB(goal) }) };
  });
}

/** The same of what others deliver to a page that books, or shows a calendar. */
export async function peerSizes(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of Object.keys(PEERS) as PeerName[]) {
    const bundle = await bundleOf(name);
    if ('missing' in bundle) {
      rows.push({ name: PEERS[name].name, missing: bundle.missing });
      continue;
    }
    const { gzip } = measure(name, [bundle.code, bundle.css].filter(Boolean));
    rows.push({ name: PEERS[name].name, value: inKB(gzip), unit: 'kB' });
  }
  return rows;
}
