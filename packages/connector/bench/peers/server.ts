/** A peer in a process of its own: gets the answers, tells its port and its addresses. */
import type { Answers, StartPeer } from './answers.ts';
import { startAsymmetrik } from './asymmetrik.ts';
import { startMedplum } from './medplum.ts';

const PEERS: Readonly<Record<string, StartPeer>> = {
  '@asymmetrik/node-fhir-server-core': startAsymmetrik,
  '@medplum/fhir-router': startMedplum,
};

const [name = '', folder = ''] = process.argv.slice(2);
process.once('message', (answers: Answers) => {
  const start = PEERS[name];
  if (start === undefined) throw new Error(`unknown peer: ${name}`);
  void start(folder, answers).then((started) => process.send?.(started));
});
// Whoever started it has gone, and its servers would keep it alive.
process.on('disconnect', () => process.exit());
process.send?.('ready');
